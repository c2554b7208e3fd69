/** The few keys that belong to the page and not to the program in the terminal. */

/**
 * - `copy`: put the selection on the clipboard
 * - `paste`: leave the key to the browser, whose paste event the terminal handles
 * - `find`: search what the terminal shows
 * - `leave`: move the focus out of the terminal, which itself takes Tab and Escape
 * - `ignore`: neither the browser nor the program shall have it
 * - `program`: everything else
 * @typedef {"copy" | "paste" | "find" | "leave" | "ignore" | "program"} KeyAction
 * @typedef {Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "shiftKey" | "altKey" | "metaKey">} Key
 */

/**
 * @param {Key} key
 * @param {{ mac: boolean, selection: boolean }} where
 * @returns {KeyAction}
 */
export function actionFor(key, { mac, selection }) {
  const modifiers = modifiersOf(key);
  if (key.key === "Escape" && modifiers === "shift") return "leave";
  if (mac && modifiers === "meta") {
    // The code, not the key: with a Korean layout the C key says ㅊ.
    if (key.code === "KeyC") return selection ? "copy" : "ignore";
    if (key.code === "KeyF") return "find";
    return key.code === "KeyV" ? "paste" : "program";
  }
  if (modifiers === "ctrl+shift") {
    // Without a selection, too: the browser would open its developer tools.
    if (key.code === "KeyC") return selection ? "copy" : "ignore";
    if (key.code === "KeyV") return "paste";
    if (key.code === "KeyF") return "find";
  }
  if (modifiers === "ctrl" && selection && (key.code === "KeyC" || key.key === "Insert")) return "copy";
  if (modifiers === "shift" && key.key === "Insert") return "paste";
  return "program";
}

/** @param {Key} key */
function modifiersOf(key) {
  const held = [key.ctrlKey && "ctrl", key.shiftKey && "shift", key.altKey && "alt", key.metaKey && "meta"];
  return held.filter(Boolean).join("+");
}

/**
 * What a letter is while Ctrl is held down: Ctrl-C is 0x03. What has no such meaning stays as it is.
 * @param {string} data
 */
export function withControl(data) {
  return /^[@-_a-z?]$/.test(data) ? String.fromCharCode(data === "?" ? 0x7f : data.toUpperCase().charCodeAt(0) & 0x1f) : data;
}

/** @type {Record<string, string>} */
const ARROWS = { ArrowUp: "A", ArrowDown: "B", ArrowRight: "C", ArrowLeft: "D" };

/**
 * What a key sends that has no character.
 * @param {string} key
 * @param {boolean} application whether the program has asked for the other kind of arrows
 */
export function sequenceOf(key, application) {
  if (key in ARROWS) return `\x1b${application ? "O" : "["}${ARROWS[key]}`;
  return key === "Tab" ? "\t" : "\x1b";
}
