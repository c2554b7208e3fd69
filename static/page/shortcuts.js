/** Listens for single keys, where no text is typed and where they have not been switched off. */
import { commandFor, takesText } from "./keymap.js";
import { nextTheme } from "./settings-dialog.js";
import { setting } from "./settings.js";

/** @typedef {import("./settings-dialog.js").SettingsDialog} SettingsDialog */
/** @typedef {Partial<Record<import("./keymap.js").Command, () => void>>} Acts */

/** @type {Acts} */
const everywhere = {
  theme: nextTheme,
  help: () => /** @type {SettingsDialog | null} */ (document.querySelector("settings-dialog"))?.open(),
};

/**
 * Begins to listen.
 * @param {Acts} here what this page can do beyond what every page can
 */
export function listenForShortcuts(here) {
  const acts = { ...everywhere, ...here };
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || !setting("shortcuts")) return;
    const target = event.target instanceof Element ? event.target : null;
    if (takesText(target) || document.querySelector("dialog[open]")) return;
    const command = commandFor(event);
    const act = command && acts[command];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
