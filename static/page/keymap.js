/** Which single key asks for what. */

/**
 * @typedef {"next-task" | "previous-task" | "check" | "run" | "lesson" | "terminal" | "next-lesson" | "previous-lesson" | "find"
 *   | "larger" | "smaller" | "theme" | "help"} Command
 * @typedef {Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "shiftKey" | "altKey" | "metaKey">} Key
 */

/** @type {Map<string, Command>} */
const COMMANDS = new Map([
  ["j", "next-task"],
  ["k", "previous-task"],
  ["c", "check"],
  ["r", "run"],
  ["l", "lesson"],
  ["t", "terminal"],
  ["n", "next-lesson"],
  ["p", "previous-lesson"],
  ["/", "find"],
  ["+", "larger"],
  ["=", "larger"],
  ["-", "smaller"],
  ["d", "theme"],
  ["?", "help"],
]);

/** Keys that are reached with Shift on some keyboards. */
const SIGNS = /^[^\p{L}]$/u;

/**
 * @param {Key} event
 * @returns {Command | null}
 */
export function commandFor(event) {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  // With a Korean layout the J key says ㅓ: there the place of the key counts.
  const key = /^[\x20-\x7e]$/.test(event.key) ? event.key : event.code.replace(/^Key(?=[A-Z]$)/, "").toLowerCase();
  if (event.shiftKey && !SIGNS.test(key)) return null;
  return COMMANDS.get(key) ?? null;
}

/**
 * Whether an element takes keys as text, so that none of them may be a shortcut.
 * @param {Element | null} element
 */
export function takesText(element) {
  const field = element?.closest("input, textarea, select, [contenteditable], lab-terminal");
  if (!field) return false;
  return !(field.tagName === "INPUT" && ["checkbox", "radio", "button"].includes(field.getAttribute("type") ?? ""));
}
