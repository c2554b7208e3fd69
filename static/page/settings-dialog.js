/**
 * `<settings-dialog>`: the dialog in it, opened by every button with `data-opens="settings"`. Its fields carry the names of
 * settings; what is changed in them counts at once and is remembered.
 */
import { announce } from "./announce.js";
import { change, follow, parse, setting } from "./settings.js";
import { text } from "../text.js";

/** @typedef {import("./settings.js").Settings} Settings */

const THEMES = /** @type {const} */ (["", "light", "dark"]);

export class SettingsDialog extends HTMLElement {
  #life = new AbortController();

  connectedCallback() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    document.addEventListener("click", (event) => this.#clicked(event), { signal });
    this.addEventListener("change", (event) => this.#changed(event.target), { signal });
    for (const field of this.querySelectorAll("input")) {
      follow(/** @type {keyof Settings} */ (field.name), (value) => show(field, value), signal);
    }
  }

  disconnectedCallback() {
    this.#life.abort();
  }

  open() {
    const dialog = this.querySelector("dialog");
    if (dialog && !dialog.open) dialog.showModal();
  }

  /** @param {MouseEvent} event */
  #clicked({ target }) {
    if (!(target instanceof Element)) return;
    if (target.closest("[data-opens=settings]")) this.open();
    const dialog = this.querySelector("dialog");
    // A click on the dialog itself is one beside what is in it.
    if (target === dialog || (this.contains(target) && target.closest("[data-close]"))) dialog?.close();
  }

  /** @param {EventTarget | null} field */
  #changed(field) {
    if (!(field instanceof HTMLInputElement)) return;
    const name = /** @type {keyof Settings} */ (field.name);
    change(name, parse(name, field.type === "checkbox" ? String(field.checked) : field.value));
  }
}

/** The next of the three, for who has a keyboard. */
export function nextTheme() {
  const theme = THEMES[(THEMES.indexOf(setting("theme")) + 1) % THEMES.length] ?? "";
  change("theme", theme);
  announce({ "": text("settings-theme-system"), light: text("settings-theme-light"), dark: text("settings-theme-dark") }[theme]);
}

/**
 * @param {HTMLInputElement} field
 * @param {Settings[keyof Settings]} value
 */
function show(field, value) {
  if (field.type === "checkbox") field.checked = value === true;
  else if (field.type === "radio") field.checked = field.value === value;
  else field.value = String(value);
}

customElements.define("settings-dialog", SettingsDialog);
