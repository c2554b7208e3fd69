/** A list of tabs as screen readers and keyboards know it: one stop for Tab, arrow keys within. */

export class TabList {
  #element = document.createElement("div");
  #choose;

  /**
   * @param {string} label
   * @param {(name: string) => void} choose
   */
  constructor(label, choose) {
    this.#choose = choose;
    this.#element.className = "terminal-tabs";
    this.#element.setAttribute("role", "tablist");
    this.#element.setAttribute("aria-label", label);
    this.#element.addEventListener("keydown", (event) => this.#key(event));
  }

  get element() {
    return this.#element;
  }

  /** @param {HTMLElement} panel with a `name` and a `label` */
  add(panel) {
    const name = panel.getAttribute("name") ?? "";
    const tab = document.createElement("button");
    tab.type = "button";
    tab.id = `tab-${name}`;
    tab.dataset.name = name;
    tab.textContent = panel.getAttribute("label");
    tab.setAttribute("role", "tab");
    tab.addEventListener("click", () => this.#choose(name));
    panel.id ||= `terminal-${name}`;
    tab.setAttribute("aria-controls", panel.id);
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
    this.#element.append(tab);
  }

  /** @param {HTMLElement} panel */
  remove(panel) {
    this.#tabs.find((tab) => tab.dataset.name === panel.getAttribute("name"))?.remove();
  }

  /** @param {string} name */
  select(name) {
    for (const tab of this.#tabs) {
      const selected = tab.dataset.name === name;
      tab.setAttribute("aria-selected", String(selected));
      tab.tabIndex = selected ? 0 : -1;
      if (selected) tab.scrollIntoView?.({ block: "nearest", inline: "nearest" });
    }
  }

  get #tabs() {
    return /** @type {HTMLElement[]} */ (Array.from(this.#element.children));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const tabs = this.#tabs;
    const index = tabs.findIndex((tab) => tab === document.activeElement);
    const next = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (next === undefined || index < 0) return;
    event.preventDefault();
    const tab = tabs[(next + tabs.length) % tabs.length];
    tab?.focus();
    tab?.click();
  }
}
