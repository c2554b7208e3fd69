/** Syntax colours for the languages of Docker lessons. Others stay plain text. */
import highlighter from "@highlightjs/cdn-assets/es/core.min.js";
import bash from "@highlightjs/cdn-assets/es/languages/bash.min.js";
import diff from "@highlightjs/cdn-assets/es/languages/diff.min.js";
import dockerfile from "@highlightjs/cdn-assets/es/languages/dockerfile.min.js";
import ini from "@highlightjs/cdn-assets/es/languages/ini.min.js";
import javascript from "@highlightjs/cdn-assets/es/languages/javascript.min.js";
import json from "@highlightjs/cdn-assets/es/languages/json.min.js";
import nginx from "@highlightjs/cdn-assets/es/languages/nginx.min.js";
import python from "@highlightjs/cdn-assets/es/languages/python.min.js";
import sql from "@highlightjs/cdn-assets/es/languages/sql.min.js";
import xml from "@highlightjs/cdn-assets/es/languages/xml.min.js";
import yaml from "@highlightjs/cdn-assets/es/languages/yaml.min.js";

const grammars = { bash, diff, dockerfile, ini, javascript, json, nginx, python, sql, xml, yaml };
for (const [name, grammar] of Object.entries(grammars)) highlighter.registerLanguage(name, grammar);

/** Names that authors use for the same language; the grammars bring further ones, such as `yml` and `html`. */
const ALIASES = new Map([
  ["shell", "bash"],
  ["shell-session", "plaintext"],
  ["compose", "yaml"],
]);

/**
 * @param {string} language as the fence names it
 * @param {string} code
 * @returns {string | null} HTML, escaped by the highlighter; null where the language is not known
 */
export function highlight(language, code) {
  const name = ALIASES.get(language) ?? language;
  if (!highlighter.getLanguage(name)) return null;
  return highlighter.highlight(code, { language: name, ignoreIllegals: true }).value;
}
