/**
 * `<a class="ask-first">` leads to a page that asks whether something may really be done, with a form that does it. With
 * this module both that question and what came of it are shown in a dialog, and the lesson stays where it is.
 */
import { announce } from "../page/announce.js";
import { text } from "../text.js";
import { ask, formBody, look } from "./verdict.js";

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a.ask-first") : null;
  if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  void open(link);
});

/** @param {HTMLAnchorElement} link */
async function open(link) {
  const question = await look(link.href);
  if (question === null) return location.assign(link.href);
  const dialog = document.createElement("dialog");
  dialog.className = "ask-first-dialog";
  dialog.setAttribute("aria-labelledby", "reset-title");
  dialog.innerHTML = question;
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || !event.target.closest("[data-close]")) return;
    event.preventDefault();
    dialog.close();
  });
  dialog.addEventListener("submit", (event) => {
    event.preventDefault();
    if (event.target instanceof HTMLFormElement) void answer(dialog, event.target);
  });
  document.body.append(dialog);
  dialog.showModal();
}

/**
 * @param {HTMLDialogElement} dialog
 * @param {HTMLFormElement} form
 */
async function answer(dialog, form) {
  const button = form.querySelector("button");
  if (!button || button.getAttribute("aria-busy") === "true") return;
  const label = button.textContent ?? "";
  button.setAttribute("aria-busy", "true");
  button.textContent = button.dataset.busy ?? label;
  announce(button.textContent);
  const result = await ask({ action: form.action, body: formBody(form) });
  if ("html" in result) {
    dialog.innerHTML = result.html;
    dialog.querySelector("a")?.focus();
    return announce(words(dialog));
  }
  button.removeAttribute("aria-busy");
  button.textContent = label;
  const trouble = dialog.querySelector(".task-trouble") ?? document.createElement("p");
  trouble.className = "task-trouble";
  trouble.textContent = text(result.trouble === "check-offline" ? "reset-offline" : result.trouble);
  form.before(trouble);
  announce(trouble.textContent);
}

/** @param {Element} dialog */
function words(dialog) {
  const said = dialog.querySelector(".task-trouble") ?? dialog.querySelector(".reset p:not(.reset-task)");
  return (said?.textContent ?? "").trim();
}
