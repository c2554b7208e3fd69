/** Searches what the shown terminal has on its screen and above it. */
import { followScheme } from "../page/scheme.js";
import { text } from "../text.js";

/** @typedef {import("./lab-terminal.js").LabTerminal} LabTerminal */

const DAY = { matchBackground: "#f3dd9c", activeMatchBackground: "#f0a33c" };
const NIGHT = { matchBackground: "#5a4a16", activeMatchBackground: "#9a5c12" };
const RULER = { matchOverviewRuler: "#a07a10", activeMatchColorOverviewRuler: "#d65a2e" };

export class FindBar {
  #element = document.createElement("search");
  #button = document.createElement("button");
  #field = document.createElement("input");
  #count = document.createElement("output");
  #terminal;
  #colours = { ...DAY, ...RULER };
  /** @type {import("@xterm/addon-search").SearchAddon | null} */
  #search = null;
  /** @type {{ dispose(): void } | null} */
  #results = null;

  /** @param {() => LabTerminal | null} terminal that is to be searched */
  constructor(terminal) {
    this.#terminal = terminal;
    this.#element.className = "find-bar";
    this.#element.hidden = true;
    this.#field.type = "search";
    this.#field.setAttribute("aria-label", text("find-label"));
    this.#field.placeholder = text("find-label");
    this.#field.addEventListener("input", () => this.#next(true));
    this.#element.addEventListener("keydown", (event) => this.#key(event));
    this.#count.setAttribute("role", "status");
    this.#element.append(
      this.#field,
      this.#count,
      button("↑", text("find-previous"), () => this.#search?.findPrevious(this.#field.value, this.#options(false))),
      button("↓", text("find-next"), () => this.#next(false)),
      button("✕", text("find-close"), () => this.close()),
    );
    this.#button.type = "button";
    this.#button.className = "quiet find-open";
    this.#button.textContent = text("find-open");
    this.#button.addEventListener("click", () => this.open());
    followScheme((dark) => (this.#colours = { ...(dark ? NIGHT : DAY), ...RULER }));
  }

  get element() {
    return this.#element;
  }

  /** What opens it by hand. */
  get button() {
    return this.#button;
  }

  open() {
    const search = this.#terminal()?.screen?.search ?? null;
    if (!search) return;
    this.#forget();
    this.#search = search;
    this.#results = search.onDidChangeResults(({ resultIndex, resultCount }) => this.#say(resultIndex, resultCount));
    this.#element.hidden = false;
    this.#field.focus();
    this.#field.select();
    this.#next(true);
  }

  close() {
    this.#forget();
    this.#element.hidden = true;
    this.#terminal()?.focus();
  }

  #forget() {
    this.#results?.dispose();
    this.#search?.clearDecorations();
    this.#search = this.#results = null;
  }

  /** @param {boolean} incremental whether what is marked may stay if it still fits */
  #next(incremental) {
    // Another tab may have been chosen since.
    if (this.#search !== this.#terminal()?.screen?.search) return this.open();
    if (this.#field.value) this.#search?.findNext(this.#field.value, this.#options(incremental));
    else this.#search?.clearDecorations();
    if (!this.#field.value) this.#count.textContent = "";
  }

  /** @param {boolean} incremental */
  #options(incremental) {
    return { incremental, decorations: this.#colours };
  }

  /** @param {number} index @param {number} count */
  #say(index, count) {
    if (!this.#field.value) this.#count.textContent = "";
    else this.#count.textContent = count ? text("find-count", index + 1, count) : text("find-none");
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === "Escape") this.close();
    else if (event.key !== "Enter" || event.target !== this.#field || event.isComposing) return;
    else if (event.shiftKey) this.#search?.findPrevious(this.#field.value, this.#options(false));
    else this.#next(false);
    event.preventDefault();
  }
}

/**
 * @param {string} sign
 * @param {string} label
 * @param {() => void} act
 */
function button(sign, label, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "quiet";
  made.textContent = sign;
  made.title = label;
  made.setAttribute("aria-label", label);
  made.addEventListener("click", act);
  return made;
}
