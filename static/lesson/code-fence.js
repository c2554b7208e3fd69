/**
 * `<code-fence language="sh" run><pre><code>…`: a fence of the lesson, with Copy and, where the lesson allows it, Run.
 * Without this module it is a code block like any other.
 */
import { announce } from "../page/announce.js";
import { copyText } from "../terminal/clipboard.js";
import { text } from "../text.js";
import { highlight } from "./highlight.js";

/** @typedef {import("../terminal/lab-terminal.js").LabTerminal} LabTerminal */

/** How long a button says what it has done. A second press in that time is taken for the other half of a double click. */
const SAID_MS = 1_500;

export class CodeFence extends HTMLElement {
  #command = "";

  connectedCallback() {
    const code = this.querySelector("pre > code");
    if (!code || this.querySelector(".fence-buttons")) return;
    this.#command = code.textContent ?? "";
    const colours = highlight(this.getAttribute("language") ?? "", this.#command);
    if (colours !== null) code.innerHTML = colours;
    // A long line scrolls within the fence: the keyboard must be able to get there.
    code.parentElement?.setAttribute("tabindex", "0");
    this.append(this.#buttons());
  }

  #buttons() {
    const buttons = document.createElement("div");
    buttons.className = "fence-buttons";
    buttons.append(this.#button("copy", () => this.#copy()));
    if (this.hasAttribute("run")) buttons.append(this.#button("run", () => this.#run()));
    return buttons;
  }

  /**
   * @param {"copy" | "run"} name
   * @param {() => Promise<string> | string} act answers with the key of what to say
   */
  #button(name, act) {
    const label = text(`code-${name}`);
    const button = document.createElement("button");
    button.type = "button";
    button.className = `fence-${name}`;
    button.textContent = label;
    button.addEventListener("click", async () => {
      if (button.getAttribute("aria-disabled") === "true") return;
      button.setAttribute("aria-disabled", "true");
      const said = text(await act());
      button.textContent = said;
      announce(said);
      setTimeout(() => {
        button.textContent = label;
        button.removeAttribute("aria-disabled");
      }, SAID_MS);
    });
    return button;
  }

  async #copy() {
    const copied = await copyText(this.#command.replace(/\n$/, ""));
    return copied ? "code-copied" : "code-copy-failed";
  }

  #run() {
    const terminal = /** @type {Partial<LabTerminal> | null} */ (document.querySelector("lab-terminal"));
    return terminal?.run?.(this.#command) ? "code-ran" : "code-not-run";
  }
}

customElements.define("code-fence", CodeFence);
