/** `<live-reload revision="3">`: loads the page again as soon as the lessons have another revision. */
export class LiveReload extends HTMLElement {
  /** @type {EventSource | null} */
  #changes = null;

  connectedCallback() {
    this.#changes = new EventSource(`/preview/changes?since=${this.getAttribute("revision")}`);
    // The browser brings the reader back to where they were.
    this.#changes.addEventListener("changed", () => location.reload());
  }

  disconnectedCallback() {
    this.#changes?.close();
  }
}

customElements.define("live-reload", LiveReload);
