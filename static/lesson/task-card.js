/**
 * `<task-card id="task-…">`: a task, its Check button and its verdict. The form inside works without this module; with
 * it the page stays where it is, and the server's new card takes the old one's place.
 */
import { announce } from "../page/announce.js";
import { text } from "../text.js";
import { renew } from "./renewal.js";
import { ask, formBody } from "./verdict.js";

export class TaskCard extends HTMLElement {
  /** @type {typeof fetch | undefined} set in tests; the page's own otherwise */
  request;

  connectedCallback() {
    this.addEventListener("submit", this);
  }

  disconnectedCallback() {
    this.removeEventListener("submit", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    const button = form.querySelector("button");
    if (button && button.getAttribute("aria-busy") !== "true") void this.#submit(form, button);
  }

  /**
   * @param {HTMLFormElement} form
   * @param {HTMLButtonElement} button
   */
  async #submit(form, button) {
    const label = button.textContent ?? "";
    this.#trouble("");
    // Not `disabled`: the button would lose the focus, and the keyboard its place.
    button.setAttribute("aria-busy", "true");
    button.setAttribute("aria-disabled", "true");
    button.textContent = button.dataset.busy ?? label;
    const answer = await ask({ action: form.action, body: formBody(form) }, this.request);
    const pieces = "html" in answer ? piecesOf(answer.html) : null;
    const card = /** @type {HTMLElement | null} */ (pieces?.querySelector(`task-card#${CSS.escape(this.id)}`) ?? null);
    if (pieces && card) {
      this.#giveWayTo(card, form.className);
      return renew(pieces);
    }
    button.removeAttribute("aria-busy");
    button.removeAttribute("aria-disabled");
    button.textContent = label;
    this.#trouble(text("trouble" in answer ? answer.trouble : "check-unexpected"));
  }

  /**
   * @param {HTMLElement} card
   * @param {string} formClass of the form that was sent
   */
  #giveWayTo(card, formClass) {
    const focused = this.contains(document.activeElement);
    this.replaceWith(card);
    const button = card.querySelector(`form[class="${formClass}"] button`) ?? card.querySelector("form button");
    const target = /** @type {HTMLElement | null} */ (button ?? card.querySelector("[tabindex='-1']"));
    if (focused) target?.focus({ preventScroll: true });
    const news = card.querySelector(".task-verdict") ?? card.querySelector(".task-state");
    announce(news?.textContent?.replace(/\s+/g, " ").trim() ?? "");
  }

  /** @param {string} message */
  #trouble(message) {
    const line = this.querySelector(".task-trouble");
    if (!(line instanceof HTMLElement)) return;
    line.hidden = message === "";
    line.textContent = message;
    if (message) announce(message);
  }
}

/** @param {string} html */
function piecesOf(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

customElements.define("task-card", TaskCard);
