/**
 * `<room-full>`: says, where the lesson is, that there is no room for the learner's machine. It appears when a terminal hears so, and goes
 * when one opens. Without this module it is there as the server wrote it.
 */

/** @typedef {import("../terminal/lab-terminal.js").LabTerminal} LabTerminal */

export class RoomFull extends HTMLElement {
  #life = new AbortController();

  connectedCallback() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    document.addEventListener("terminal-state", ({ target }) => this.#heard(/** @type {LabTerminal} */ (target)), { signal });
    // It may have been told before this module arrived.
    for (const terminal of document.querySelectorAll("lab-terminal")) this.#heard(/** @type {LabTerminal} */ (terminal));
  }

  disconnectedCallback() {
    this.#life.abort();
  }

  /** @param {LabTerminal} terminal */
  #heard({ dataset, notice }) {
    // "Starting" comes with every new try, and promises nothing.
    if (dataset.state === "live" || dataset.notice === "waiting") this.hidden = true;
    if (dataset.notice !== "full") return;
    const place = this.querySelector(".room-place");
    if (place) place.textContent = notice;
    this.hidden = false;
  }
}

customElements.define("room-full", RoomFull);
