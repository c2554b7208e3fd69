/** The keys of one terminal: which of them are the page's, and what the others are as bytes. */
import { copyText } from "./clipboard.js";
import { actionFor, withControl } from "./keys.js";

const MAC = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? "");

export class Keyboard {
  /** The next letter is typed with Ctrl, as if that key were held down. */
  control = false;
  #terminal;
  #act;

  /**
   * @param {import("@xterm/xterm").Terminal} terminal
   * @param {object} act what keys and programs ask for
   * @param {() => void} act.leave
   * @param {() => void} act.find
   * @param {() => void} act.controlReleased
   * @param {(bytes: Uint8Array) => void} act.type
   */
  constructor(terminal, act) {
    this.#terminal = terminal;
    this.#act = act;
    terminal.attachCustomKeyEventHandler((event) => this.#key(event));
    terminal.onData((data) => act.type(new TextEncoder().encode(this.#held(data))));
    // Mouse reports of the oldest kind are bytes, not text.
    terminal.onBinary((data) => act.type(Uint8Array.from(data, (character) => character.charCodeAt(0))));
  }

  /**
   * Types as the learner would.
   * @param {string} keys
   */
  press(keys) {
    this.#terminal.input(keys);
  }

  /**
   * @param {KeyboardEvent} event
   * @returns {boolean} whether xterm shall have it
   */
  #key(event) {
    const action = actionFor(event, { mac: MAC, selection: this.#terminal.hasSelection() });
    if (action === "program") return true;
    if (action !== "paste") event.preventDefault();
    if (event.type !== "keydown") return false;
    if (action === "leave") this.#act.leave();
    if (action === "find") this.#act.find();
    if (action === "copy") void copyText(this.#terminal.getSelection()).then(() => this.#terminal.clearSelection());
    return false;
  }

  /** @param {string} data */
  #held(data) {
    if (!this.control) return data;
    this.control = false;
    this.#act.controlReleased();
    return withControl(data);
  }
}
