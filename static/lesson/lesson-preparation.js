/**
 * `<lesson-preparation>`: has the learner's machine prepared for the lesson as soon as the page is open. Where that has been
 * done the server answers at once and nobody sees anything. Without this module it is a form with a button.
 */
import { announce } from "../page/announce.js";
import { text } from "../text.js";
import { ask, formBody } from "./verdict.js";

export class LessonPreparation extends HTMLElement {
  #busy = false;

  connectedCallback() {
    this.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#prepare();
    });
    // There was no room for a machine, and now there is one.
    document.addEventListener("terminal-state", ({ target }) => {
      const live = target instanceof HTMLElement && target.dataset.state === "live";
      if (live && this.isConnected && this.dataset.state === "full") void this.#prepare();
    });
    void this.#prepare();
  }

  async #prepare() {
    const form = this.querySelector("form");
    if (this.#busy || !form) return;
    this.#busy = true;
    const focused = this.contains(document.activeElement);
    const words = this.querySelector(".preparation-words");
    if (words instanceof HTMLElement) {
      words.textContent = words.dataset.busy ?? "";
      announce(words.textContent);
    }
    this.setAttribute("aria-busy", "true");
    const answer = await ask({ action: form.action, body: formBody(form) });
    this.removeAttribute("aria-busy");
    this.#busy = false;
    if ("html" in answer) this.#take(answer.html);
    else if (words) words.textContent = text(answer.trouble);
    if (focused) this.querySelector("button")?.focus();
    if (this.dataset.state !== "ready" || words) announce(this.querySelector("p")?.textContent ?? "");
  }

  /** @param {string} html */
  #take(html) {
    const template = document.createElement("template");
    template.innerHTML = html;
    const answer = template.content.querySelector("lesson-preparation");
    if (!(answer instanceof HTMLElement)) return;
    this.dataset.state = answer.dataset.state;
    this.replaceChildren(...answer.childNodes);
  }
}

customElements.define("lesson-preparation", LessonPreparation);
