/** How Mermaid draws for a lesson. It is loaded by the first diagram of a page, and by no page without one. */

/** @typedef {import("mermaid").Mermaid} Mermaid */

/** As in style/base.css, with a Korean font; names only, since a picture sees no style sheet. */
const FONTS =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR", "Noto Sans CJK KR", sans-serif';

const day = {
  darkMode: false,
  background: "#ffffff",
  primaryColor: "#e3f1f2",
  primaryTextColor: "#17252f",
  primaryBorderColor: "#0b6472",
  secondaryColor: "#fdf4e1",
  tertiaryColor: "#ebf0f0",
  lineColor: "#4b5c67",
  textColor: "#17252f",
  edgeLabelBackground: "#ffffff",
};

const night = {
  darkMode: true,
  background: "#162531",
  primaryColor: "#1d3c49",
  primaryTextColor: "#dee8ed",
  primaryBorderColor: "#67c9d4",
  secondaryColor: "#30291a",
  tertiaryColor: "#1b2d3a",
  lineColor: "#a3b5c0",
  textColor: "#dee8ed",
  edgeLabelBackground: "#162531",
};

/** @type {Promise<Mermaid> | undefined} */
let loading;
let number = 0;

/** One diagram is drawn after the other: Mermaid knows a single configuration at a time. */
let turn = Promise.resolve();

/**
 * @param {string} source
 * @param {boolean} dark
 * @returns {Promise<{ svg: string, width: number, height: number }>} with its size in CSS pixels; fails where the source cannot be drawn
 */
export function draw(source, dark) {
  const drawing = turn.then(() => drawNow(source, dark));
  turn = drawing.then(
    () => undefined,
    () => undefined,
  );
  return drawing;
}

/** @param {string} source @param {boolean} dark */
async function drawNow(source, dark) {
  const mermaid = await load();
  mermaid.initialize(configuration(dark, Object.keys(mermaid.mermaidAPI.defaultConfig)));
  const { svg } = await mermaid.render(`diagram-${++number}`, withoutTags(source));
  const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  const [, , width = 0, height = 0] = (root.getAttribute("viewBox") ?? "").split(/[\s,]+/).map(Number);
  if (!(width > 0) || !(height > 0)) throw new Error("a drawing without a size");
  // Mermaid asks for all the width there is; an image should have the drawing's own.
  root.removeAttribute("style");
  root.setAttribute("width", String(width));
  root.setAttribute("height", String(height));
  return { svg: new XMLSerializer().serializeToString(root), width, height };
}

/**
 * Tags in labels become what they look like, all but line breaks: to measure a label, Mermaid makes elements of it on this very page.
 * `<<…>>` and arrows are Mermaid's own.
 * @param {string} source
 */
export function withoutTags(source) {
  return source.replace(/(?<!<)<(?!br\s*\/?>)(?=[a-z!/?])/gi, "#lt;");
}

function load() {
  loading ??= import("mermaid").then((module) => module.default);
  // Without a network it may be there next time.
  loading.catch(() => (loading = undefined));
  return loading;
}

/**
 * @param {boolean} dark
 * @param {string[]} known names of all options: a diagram sets none of them, by no directive and no front matter
 * @returns {import("mermaid").MermaidConfig}
 */
export function configuration(dark, known) {
  return {
    startOnLoad: false,
    securityLevel: "strict",
    secure: [...known, "secure", "theme", "themeVariables", "themeCSS", "look", "layout", "fontFamily", "altFontFamily", "config"],
    suppressErrorRendering: true,
    htmlLabels: false,
    flowchart: { htmlLabels: false, useMaxWidth: false },
    // Three who talk have room side by side on a phone.
    sequence: { useMaxWidth: false, diagramMarginX: 8, width: 90, actorMargin: 24, mirrorActors: false },
    // The other layout is a megabyte and a half.
    layout: "dagre",
    fontFamily: FONTS,
    look: "classic",
    theme: "base",
    themeVariables: { ...(dark ? night : day), fontFamily: FONTS, fontSize: "16px" },
  };
}
