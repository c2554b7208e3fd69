/**
 * The texts that the browser itself says. The server writes them, in the learner's language, as `data-` attributes
 * of the element with the id `texts`.
 */

/**
 * @param {string} key such as `code-copy`
 * @param {...(string | number)} values for `{0}`, `{1}`…
 * @returns {string} the text, or the key where the page has none: still better than nothing on a button
 */
export function text(key, ...values) {
  const template = document.getElementById("texts")?.getAttribute(`data-${key}`) ?? key;
  return fill(template, values);
}

/**
 * @param {string} template
 * @param {(string | number)[]} values
 */
export function fill(template, values) {
  return template.replace(/\{(\d)\}/g, (placeholder, index) => String(values[index] ?? placeholder));
}
