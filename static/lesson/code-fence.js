/**
 * `<code-fence language="sh" run><pre><code>…`: a fence of the lesson, with Copy and, where the lesson allows it, Run (in the terminal
 * that `terminal` names, or the shown one) or Save (`save`, the id of the text, and `path`, where it goes in the machine).
 * Without this module it is a code block like any other.
 */
import { announce } from "../page/announce.js";
import { copyText } from "../terminal/clipboard.js";
import { text } from "../text.js";
import { ran } from "./next-command.js";
import { runIn } from "./run.js";
import { save } from "./save.js";

/** How long a button says what it has done. A second press in that time is taken for the other half of a double click. */
const SAID_MS = 1_500;

export class CodeFence extends HTMLElement {
  #command = "";

  connectedCallback() {
    const code = this.querySelector("pre > code");
    if (!code || this.querySelector(".fence-buttons")) return;
    this.#command = code.textContent ?? "";
    void this.#colour(code);
    // A long line scrolls within the fence: the keyboard must be able to get there.
    code.parentElement?.setAttribute("tabindex", "0");
    this.append(this.#buttons());
    const path = this.getAttribute("path");
    if (path) this.prepend(element("p", "fence-path", path));
  }

  /** Presses Run, and leaves the focus where it is. */
  runHere() {
    const button = this.querySelector(".fence-run");
    if (button instanceof HTMLButtonElement) void this.#press(button, () => this.#run(false));
  }

  /** @param {Element} code */
  async #colour(code) {
    try {
      const { highlight } = await import("./highlight.js");
      const colours = highlight(this.getAttribute("language") ?? "", this.#command);
      if (colours !== null) code.innerHTML = colours;
    } catch {
      // Black and white is no reason to be without buttons.
    }
  }

  #buttons() {
    const buttons = element("div", "fence-buttons", "");
    buttons.append(this.#button("copy", text("code-copy"), () => this.#copy()));
    if (this.hasAttribute("run")) buttons.append(this.#button("run", text("code-run"), () => this.#run(true)));
    if (this.hasAttribute("save")) buttons.append(this.#button("save", text("code-save"), () => this.#save()));
    return buttons;
  }

  /**
   * @param {"copy" | "run" | "save"} name
   * @param {string} label
   * @param {() => Promise<string>} act answers with the key of what to say
   */
  #button(name, label, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = `fence-${name}`;
    button.dataset.label = button.textContent = label;
    button.addEventListener("click", () => this.#press(button, act));
    return button;
  }

  /**
   * @param {HTMLButtonElement} button
   * @param {() => Promise<string>} act
   */
  async #press(button, act) {
    if (button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    const label = button.dataset.label ?? "";
    const said = text(await act());
    button.textContent = said;
    if (!button.classList.contains("fence-save")) announce(said);
    setTimeout(() => {
      button.textContent = label;
      button.removeAttribute("aria-disabled");
    }, SAID_MS);
  }

  async #copy() {
    const copied = await copyText(this.#command.replace(/\n$/, ""));
    return copied ? "code-copied" : "code-copy-failed";
  }

  /** @param {boolean} focus */
  async #run(focus) {
    const sent = await runIn(this.getAttribute("terminal"), this.#command, focus);
    if (sent) ran(this);
    return sent ? "code-ran" : "code-not-run";
  }

  async #save() {
    const button = this.querySelector(".fence-save");
    if (button) button.textContent = text("code-saving");
    const { saved, message } = await save(this.getAttribute("save") ?? "");
    this.querySelector(".fence-news")?.remove();
    const news = element("p", saved ? "fence-news" : "fence-news is-trouble", message);
    this.append(news);
    announce(message);
    return saved ? "code-saved" : "code-not-saved";
  }
}

/** @param {string} name @param {string} className @param {string} words */
function element(name, className, words) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = words;
  return made;
}

customElements.define("code-fence", CodeFence);
