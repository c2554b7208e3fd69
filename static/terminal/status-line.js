/** The line over the terminal: a message, which is read out, and at most one button. */

/** How long a passing remark stays. */
const REMARK_MS = 6_000;

export class StatusLine {
  #element = document.createElement("div");
  #message = document.createElement("p");
  #button = document.createElement("button");
  /** @type {import("./status.js").Status | null} */
  #status = null;
  #remark = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #remarkTimer;

  /** @param {(action: NonNullable<import("./status.js").Status["action"]>) => void} act */
  constructor(act) {
    this.#element.className = "terminal-status";
    this.#message.setAttribute("role", "status");
    this.#button.type = "button";
    this.#button.addEventListener("click", () => this.#status?.action && act(this.#status.action));
    this.#element.append(this.#message, this.#button);
    this.show(null);
  }

  get element() {
    return this.#element;
  }

  /**
   * Says how things are, when a remark has had its time.
   * @param {import("./status.js").Status | null} status
   */
  show(status) {
    this.#status = status;
    this.#button.textContent = status?.button ?? "";
    this.#button.hidden = !status?.button;
    this.#render();
  }

  /**
   * Says something for a moment.
   * @param {string} remark
   */
  remark(remark) {
    clearTimeout(this.#remarkTimer);
    this.#remark = remark;
    this.#remarkTimer = setTimeout(() => {
      this.#remark = "";
      this.#render();
    }, REMARK_MS);
    this.#render();
  }

  #render() {
    const message = this.#remark || (this.#status?.message ?? "");
    // A live region that is told the same again would be read out again.
    if (this.#message.textContent !== message) this.#message.textContent = message;
    this.#element.classList.toggle("is-empty", message === "" && this.#button.hidden);
  }
}
