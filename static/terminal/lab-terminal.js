/**
 * `<lab-terminal src="/terminal/main">`: the learner's shell.
 *
 * Attributes: `src`, the address of the shell's WebSocket; `leave-to`, the id of the element that Shift+Esc goes to when
 * it cannot go back; `hint`, the id of the text about that key; `screen-reader-mode`, to mirror the screen as text.
 */
import { text } from "../text.js";
import { copyText } from "./clipboard.js";
import { Connection } from "./connection.js";
import { actionFor } from "./keys.js";
import { Screen } from "./screen.js";
import { StatusLine } from "./status-line.js";
import { statusOf } from "./status.js";
import { followColorScheme } from "./theme.js";
import { typed } from "./typing.js";
import { wayOutOf } from "./way-out.js";

const MAC = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? "");

export class LabTerminal extends HTMLElement {
  /** @type {Screen | null} */
  #screen = null;
  /** @type {Connection | null} */
  #connection = null;
  #line = new StatusLine((action) => this.#act(action));
  #life = new AbortController();
  #leave = () => {};
  #notice = "";
  #before = false;

  connectedCallback() {
    this.#life = new AbortController();
    const surface = document.createElement("div");
    surface.className = "terminal-surface";
    this.replaceChildren(surface, this.#line.element);
    const screenReaderMode = this.hasAttribute("screen-reader-mode");
    this.#screen = new Screen(surface, { screenReaderMode, describedBy: this.getAttribute("hint") });
    this.#connection = new Connection({ url: this.#address(), screen: this.#screen });
    this.#listen(this.#screen, this.#connection, surface);
    const { cols, rows } = this.#screen.terminal;
    this.#connection.open(cols, rows);
  }

  disconnectedCallback() {
    this.#life.abort();
    this.#connection?.close();
    this.#screen?.dispose();
    this.#connection = this.#screen = null;
  }

  /**
   * Types a command and presses Enter, once.
   * @param {string} command
   * @returns {boolean} whether the shell gets it; if not, it is forgotten and the terminal says so
   */
  run(command) {
    if (!this.#screen || !this.#connection) return false;
    const { terminal } = this.#screen;
    const keys = typed(command, terminal.modes.bracketedPasteMode);
    const accepted = keys === "" || this.#connection.send(new TextEncoder().encode(keys));
    if (!accepted) this.#line.remark(text("terminal-not-sent"));
    terminal.scrollToBottom();
    terminal.focus();
    return accepted;
  }

  /** What the terminal shows, with what has scrolled off: for tests. */
  screenText() {
    return this.#screen?.text() ?? "";
  }

  #address() {
    const address = new URL(this.getAttribute("src") ?? "", location.href);
    address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
    return address.href;
  }

  /**
   * @param {Screen} screen
   * @param {Connection} connection
   * @param {HTMLElement} surface
   */
  #listen(screen, connection, surface) {
    const { signal } = this.#life;
    const { terminal } = screen;
    followColorScheme((theme) => (terminal.options.theme = theme), signal);
    terminal.attachCustomKeyEventHandler((event) => this.#key(event));
    terminal.onData((data) => this.#type(new TextEncoder().encode(data)));
    // Mouse reports of the oldest kind are bytes, not text.
    terminal.onBinary((data) => this.#type(Uint8Array.from(data, (character) => character.charCodeAt(0))));
    terminal.onResize(({ cols, rows }) => connection.resize(cols, rows));
    screen.followSizeOf(surface, signal);
    // A link to the terminal leads into it.
    this.addEventListener("focus", () => terminal.focus(), { signal });
    this.#leave = wayOutOf(this, signal);
    connection.addEventListener("state", () => this.#stateChanged());
    connection.addEventListener("notice", (event) => this.#noticed(/** @type {CustomEvent} */ (event).detail.text));
    connection.addEventListener("dropped", () => this.#line.remark(text("terminal-input-lost")));
    addEventListener("online", () => connection.renew(), { signal });
    document.addEventListener("visibilitychange", () => document.hidden || connection.retryNow(), { signal });
  }

  /** @param {Uint8Array} bytes */
  #type(bytes) {
    // While not live this is dropped on purpose: an answer to a question in old output, or a key pressed into nothing.
    const refused = !this.#connection?.send(bytes) && this.#connection?.state === "live";
    if (refused) this.#line.remark(text("terminal-too-long"));
  }

  /**
   * @param {KeyboardEvent} event
   * @returns {boolean} whether xterm shall have it
   */
  #key(event) {
    const terminal = this.#screen?.terminal;
    const action = actionFor(event, { mac: MAC, selection: terminal?.hasSelection() ?? false });
    if (action === "program") return true;
    if (action !== "paste") event.preventDefault();
    if (event.type !== "keydown") return false;
    if (action === "leave") this.#leave();
    if (action === "copy" && terminal) void copyText(terminal.getSelection()).then(() => terminal.clearSelection());
    return false;
  }

  #stateChanged() {
    const detail = this.#connection?.detail ?? { state: "idle" };
    if (detail.state === "live") {
      this.#notice = "";
      this.#before = true;
    }
    this.dataset.state = detail.state;
    this.#line.show(statusOf(detail, this.#notice, this.#before, text));
  }

  /** @param {string} notice */
  #noticed(notice) {
    this.#notice = notice;
    this.#stateChanged();
  }

  /** @param {NonNullable<import("./status.js").Status["action"]>} action */
  #act(action) {
    if (action === "reload") return location.reload();
    if (action === "retry") this.#connection?.retryNow();
    else this.#connection?.restart();
    this.#screen?.terminal.focus();
  }
}

customElements.define("lab-terminal", LabTerminal);
