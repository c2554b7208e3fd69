/** Keys that a touch screen's keyboard lacks, below the terminal. style/terminal.css shows them where fingers point. */
import { text } from "../text.js";
import { sequenceOf } from "./keys.js";

/** @typedef {import("./lab-terminal.js").LabTerminal} LabTerminal */

/** @returns {[key: string, sign: string, label: string][]} */
const keys = () => [
  ["Escape", "Esc", "Esc"],
  ["Tab", "Tab", "Tab"],
  ["ArrowLeft", "←", text("key-left")],
  ["ArrowUp", "↑", text("key-up")],
  ["ArrowDown", "↓", text("key-down")],
  ["ArrowRight", "→", text("key-right")],
];

export class KeyBar {
  #element = document.createElement("div");
  #control = document.createElement("button");
  #terminal;

  /** @param {() => LabTerminal | null} terminal that gets them */
  constructor(terminal) {
    this.#terminal = terminal;
    this.#element.className = "key-bar";
    this.#element.setAttribute("role", "toolbar");
    this.#element.setAttribute("aria-label", text("key-bar"));
    // The terminal keeps the focus, and the screen its keyboard.
    this.#element.addEventListener("pointerdown", (event) => event.preventDefault());
    this.#control.type = "button";
    this.#control.textContent = "Ctrl";
    this.#control.addEventListener("click", () => this.#hold());
    this.released();
    this.#element.append(this.#control, ...keys().map(([key, sign, label]) => this.#button(key, sign, label)));
  }

  get element() {
    return this.#element;
  }

  /** The letter that Ctrl was held down for has been typed. */
  released() {
    this.#control.setAttribute("aria-pressed", "false");
  }

  #hold() {
    const keyboard = this.#terminal()?.keyboard;
    if (!keyboard) return;
    keyboard.control = !keyboard.control;
    this.#control.setAttribute("aria-pressed", String(keyboard.control));
    this.#terminal()?.focus();
  }

  /** @param {string} key @param {string} sign @param {string} label */
  #button(key, sign, label) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = sign;
    button.setAttribute("aria-label", label);
    button.addEventListener("click", () => {
      const terminal = this.#terminal();
      const application = terminal?.screen?.terminal.modes.applicationCursorKeysMode ?? false;
      terminal?.keyboard?.press(sequenceOf(key, application));
    });
    return button;
  }
}
