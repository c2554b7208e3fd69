/**
 * `<lab-terminal name="main" label="Terminal" src="/terminal/main">`: a shell of the learner's. One that is `hidden` connects when it is
 * shown for the first time.
 *
 * Attributes: `src`, the address of the shell's WebSocket; `label`, what it is called; `leave-to`, the id of the element that Shift+Esc
 * goes to when it cannot go back; `hint`, the id of the text about that key.
 * Events that bubble: `terminal-state` whenever its `data-state`, its `data-notice` or its `notice` changes; `find` when somebody wants to search it.
 */
import { text } from "../text.js";
import { socketAddress } from "./address.js";
import { Connection } from "./connection.js";
import { Keyboard } from "./keyboard.js";
import { Screen } from "./screen.js";
import { StatusLine } from "./status-line.js";
import { statusOf } from "./status.js";
import { typed } from "./typing.js";
import { wayOutOf } from "./way-out.js";

export class LabTerminal extends HTMLElement {
  static observedAttributes = ["hidden"];

  /** @type {Screen | null} */
  #screen = null;
  /** @type {Connection | null} */
  #connection = null;
  /** @type {Keyboard | null} */
  #keyboard = null;
  #line = new StatusLine((action) => this.#act(action));
  #life = new AbortController();
  #notice = "";
  #before = false;
  #warning = "";

  connectedCallback() {
    if (!this.hidden) this.#begin();
  }

  attributeChangedCallback() {
    if (!this.hidden && this.isConnected && !this.#screen) this.#begin();
  }

  #begin() {
    this.#life = new AbortController();
    const surface = document.createElement("div");
    surface.className = "terminal-surface";
    this.replaceChildren(surface, this.#line.element);
    const label = this.getAttribute("label") ?? text("terminal-label");
    this.#screen = new Screen(surface, { label, describedBy: this.getAttribute("hint") });
    this.#screen.followSettings(this.#life.signal);
    this.#screen.followSizeOf(surface, this.#life.signal);
    this.#connection = new Connection({ url: socketAddress(this.getAttribute("src") ?? ""), screen: this.#screen });
    this.#listen(this.#screen, this.#connection);
    const { cols, rows } = this.#screen.terminal;
    this.#connection.open(cols, rows);
  }

  disconnectedCallback() {
    this.#life.abort();
    this.#connection?.close();
    this.#screen?.dispose();
    this.#connection = this.#screen = null;
  }

  /** What it is drawn on, to be searched; null until it is shown for the first time. */
  get screen() {
    return this.#screen;
  }

  /**
   * Types a command and presses Enter, once.
   * @param {string} command
   * @param {{ focus?: boolean }} [how] whether the keyboard is the terminal's from now on
   * @returns {boolean} whether the shell gets it; if not, it is forgotten and the terminal says so
   */
  run(command, { focus = true } = {}) {
    if (!this.#screen || !this.#connection) return false;
    const { terminal } = this.#screen;
    const keys = typed(command, terminal.modes.bracketedPasteMode);
    const accepted = keys === "" || this.#connection.send(new TextEncoder().encode(keys));
    if (!accepted) this.#line.remark(text("terminal-not-sent"));
    terminal.scrollToBottom();
    if (focus) terminal.focus();
    return accepted;
  }

  /** The server's last word since the shell was there, in the learner's language; `data-notice` tells which one it is. */
  get notice() {
    return this.#notice;
  }

  /** The shell's keyboard; null until the terminal is shown for the first time. */
  get keyboard() {
    return this.#keyboard;
  }

  /** What the terminal shows, with what has scrolled off: for tests. */
  screenText() {
    return this.#screen?.text() ?? "";
  }

  /**
   * @param {Screen} screen
   * @param {Connection} connection
   */
  #listen({ terminal }, connection) {
    const { signal } = this.#life;
    this.#keyboard = new Keyboard(terminal, {
      leave: wayOutOf(this, signal),
      find: () => this.#tell("find"),
      controlReleased: () => this.#tell("control-released"),
      type: (bytes) => this.#type(bytes),
    });
    terminal.onResize(({ cols, rows }) => connection.resize(cols, rows));
    // A link to the terminal leads into it.
    this.addEventListener("focus", () => terminal.focus(), { signal });
    connection.addEventListener("state", () => this.#stateChanged());
    connection.addEventListener("notice", (event) => this.#noticed(/** @type {CustomEvent} */ (event).detail));
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

  #stateChanged() {
    const detail = this.#connection?.detail ?? { state: "idle" };
    if (detail.state === "live") {
      this.#notice = "";
      delete this.dataset.notice;
      this.#before = true;
    } else {
      // A new connection is told anew.
      this.#warning = "";
    }
    this.dataset.state = detail.state;
    this.#line.show(statusOf(detail, this.#notice, this.#before, this.#warning, text));
    this.#tell("terminal-state");
  }

  /** @param {{ code: string, text: string }} notice */
  #noticed({ code, text: words }) {
    if (code === "disk") {
      this.#warning = words;
      return this.#stateChanged();
    }
    this.#notice = words;
    this.dataset.notice = code;
    this.#stateChanged();
  }

  /** @param {NonNullable<import("./status.js").Status["action"]>} action */
  #act(action) {
    if (action === "reload") return location.reload();
    if (action === "dismiss") {
      this.#warning = "";
      this.#stateChanged();
    } else if (action === "retry") this.#connection?.retryNow();
    else this.#connection?.restart();
    this.#screen?.terminal.focus();
  }

  /** @param {string} type of an event without details */
  #tell(type) {
    this.dispatchEvent(new Event(type, { bubbles: true }));
  }
}

customElements.define("lab-terminal", LabTerminal);
