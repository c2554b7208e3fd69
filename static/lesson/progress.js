/** The lesson's progress line, kept true while tasks pass. */
import { text } from "../text.js";
import { countDone } from "./verdict.js";

/** Counts the cards on the page and says so. */
export function showProgress() {
  const line = document.getElementById("progress");
  if (!line) return;
  const cards = document.querySelectorAll("task-card");
  const { done, total } = countDone(Array.from(cards, (card) => ({ state: card.getAttribute("data-state") ?? "" })));
  const words = line.querySelector(".progress-words");
  if (words) words.textContent = text("lesson-progress", done, total);
  const bar = line.querySelector("progress");
  if (bar) {
    bar.max = total;
    bar.value = done;
  }
  document.body.classList.toggle("lesson-done", total > 0 && done === total);
}
