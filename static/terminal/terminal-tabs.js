/**
 * `<terminal-tabs>`: the terminals in it, one at a time, with a tab for each in its `.terminal-bar`. Beside those that the lesson has, the
 * learner may open a few of their own; they are remembered, and gone when their shell has ended.
 */
import "./lab-terminal.js";
import { announce } from "../page/announce.js";
import { read, write } from "../page/settings.js";
import { text } from "../text.js";
import { FindBar } from "./find-bar.js";
import { KeyBar } from "./key-bar.js";
import { isOwn, nextOwn, ownNames, parseOwn } from "./own-terminals.js";
import { TabList } from "./tab-list.js";

/** @typedef {import("./lab-terminal.js").LabTerminal} LabTerminal */

const MEMORY = "drydock.terminals";

export class TerminalTabs extends HTMLElement {
  #life = new AbortController();
  #tabs = new TabList(text("terminal-tabs"), (name) => this.show(name));
  #more = document.createElement("button");
  #find = new FindBar(() => this.shown);
  #keys = new KeyBar(() => this.shown);

  connectedCallback() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.#build();
    for (const terminal of this.#terminals) this.#tabs.add(terminal);
    for (const name of parseOwn(read(MEMORY), this.#names)) this.#add(name);
    this.show(this.#terminals[0]?.getAttribute("name") ?? "");
    this.addEventListener("focus", () => this.shown?.focus(), { signal });
    this.addEventListener("find", () => this.#find.open(), { signal });
    this.addEventListener("terminal-state", ({ target }) => this.#stateOf(/** @type {LabTerminal} */ (target)), { signal });
    this.addEventListener("control-released", () => this.#keys.released(), { signal });
  }

  disconnectedCallback() {
    this.#life.abort();
  }

  /** The terminal that is to be seen. */
  get shown() {
    return this.#terminals.find((terminal) => !terminal.hidden) ?? null;
  }

  /**
   * Shows a terminal, which connects if it has not been shown before.
   * @param {string} name
   * @returns {LabTerminal | null} null where there is none of this name; then nothing changes
   */
  show(name) {
    const terminal = this.#terminals.find((one) => one.getAttribute("name") === name);
    if (!terminal) return null;
    for (const other of this.#terminals) other.hidden = other !== terminal;
    this.#tabs.select(name);
    return terminal;
  }

  get #terminals() {
    return /** @type {LabTerminal[]} */ (Array.from(this.querySelectorAll("lab-terminal")));
  }

  get #names() {
    return this.#terminals.map((terminal) => terminal.getAttribute("name") ?? "");
  }

  #build() {
    this.#more.type = "button";
    this.#more.className = "terminal-more";
    this.#more.textContent = "+";
    this.#more.setAttribute("aria-label", text("terminal-more"));
    this.#more.title = text("terminal-more");
    this.#more.addEventListener("click", () => this.#open());
    const bar = this.querySelector(".terminal-bar");
    bar?.prepend(this.#tabs.element, this.#more);
    bar?.after(this.#find.element);
    bar?.querySelector(".terminal-tools")?.before(this.#find.button);
    this.append(this.#keys.element);
  }

  #open() {
    const name = nextOwn(this.#names);
    if (!name) return;
    this.#add(name);
    this.#remember();
    this.show(name)?.focus();
  }

  /** @param {string} name */
  #add(name) {
    const terminal = /** @type {LabTerminal} */ (document.createElement("lab-terminal"));
    const main = this.#terminals[0];
    for (const same of ["hint", "leave-to", "tabindex"]) terminal.setAttribute(same, main?.getAttribute(same) ?? "");
    terminal.setAttribute("name", name);
    terminal.setAttribute("label", text("terminal-own", ownNames.indexOf(name) + 2));
    terminal.setAttribute("src", `/terminal/${name}`);
    terminal.toggleAttribute("own", true);
    terminal.hidden = true;
    this.#terminals.at(-1)?.after(terminal);
    this.#tabs.add(terminal);
    this.#more.hidden = !nextOwn(this.#names);
  }

  /** @param {LabTerminal} terminal */
  #stateOf(terminal) {
    if (terminal.dataset.state === "exited" && isOwn(terminal)) this.#remove(terminal);
  }

  /** @param {LabTerminal} terminal */
  #remove(terminal) {
    const focused = terminal.contains(document.activeElement);
    const seen = !terminal.hidden;
    const before = this.#terminals[this.#terminals.indexOf(terminal) - 1];
    const label = terminal.getAttribute("label") ?? "";
    this.#tabs.remove(terminal);
    terminal.remove();
    this.#more.hidden = false;
    this.#remember();
    if (seen) this.show(before?.getAttribute("name") ?? "");
    if (focused) before?.focus();
    announce(text("terminal-closed", label));
  }

  #remember() {
    write(MEMORY, this.#terminals.filter(isOwn).map((terminal) => terminal.getAttribute("name")).join(" "));
  }
}

customElements.define("terminal-tabs", TerminalTabs);
