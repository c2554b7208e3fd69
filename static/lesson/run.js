/** Types a fence's command into the terminal that it is meant for. */

/** @typedef {import("../terminal/terminal-tabs.js").TerminalTabs} TerminalTabs */
/** @typedef {import("../terminal/lab-terminal.js").LabTerminal} LabTerminal */

/** A shell that is shown for the first time is there sooner, also when its machine must start on a busy host; or the terminal says why not. */
const PATIENCE_MS = 90_000;

/**
 * @param {string | null} name of a terminal; null for the lesson's first
 * @param {string} command
 * @param {boolean} focus whether the keyboard is the terminal's from now on
 * @returns {Promise<boolean>} whether the shell got it; if not, nothing was typed and nothing will be
 */
export async function runIn(name, command, focus) {
  const tabs = /** @type {Partial<TerminalTabs> | null} */ (document.querySelector("terminal-tabs"));
  const before = tabs?.shown;
  const terminal = tabs?.show?.(name ?? "main") ?? null;
  if (!terminal) return false;
  if (terminal !== before && isComing(terminal)) await prompt(terminal);
  return terminal.run(command, { focus });
}

/** @param {LabTerminal} terminal */
function isComing(terminal) {
  return ["connecting", "waiting", "replaying"].includes(terminal.dataset.state ?? "");
}

/**
 * Waits for the shell and the first thing it says: what is typed before its prompt is echoed twice.
 * @param {LabTerminal} terminal
 */
function prompt(terminal) {
  const { promise, resolve } = /** @type {PromiseWithResolvers<void>} */ (Promise.withResolvers());
  const done = new AbortController();
  const look = () => isComing(terminal) || (terminal.dataset.state === "live" && !terminal.screenText()) || resolve();
  terminal.addEventListener("terminal-state", look, { signal: done.signal });
  const written = terminal.screen?.terminal.onWriteParsed(look);
  const timer = setTimeout(resolve, PATIENCE_MS);
  return promise.finally(() => {
    clearTimeout(timer);
    written?.dispose();
    done.abort();
  });
}
