/** Light or dark: what was chosen here, or else what the system prefers. The colours themselves are in style/base.css. */
import { follow } from "./settings.js";

/**
 * Tells whether the page is dark, now and whenever that changes.
 * @param {(dark: boolean) => void} apply
 * @param {AbortSignal} [signal] ends it
 */
export function followScheme(apply, signal) {
  const system = matchMedia("(prefers-color-scheme: dark)");
  /** @type {string} */
  let theme = "";
  const tell = () => apply(theme === "" ? system.matches : theme === "dark");
  const chosen = (/** @type {string} */ value) => {
    theme = value;
    tell();
  };
  follow("theme", chosen, signal);
  system.addEventListener("change", tell, { signal });
}

/** Keeps the page in the colours that are chosen. */
export function applyTheme() {
  follow("theme", (theme) => {
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
  });
}
