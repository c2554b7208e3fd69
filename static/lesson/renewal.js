/**
 * Puts what an answer brings beside its card in place of what the page shows under the same id: progress, outline, recap.
 * @param {DocumentFragment} answer without its card
 */
export function renew(answer) {
  for (const piece of [...answer.children]) if (piece.id) document.getElementById(piece.id)?.replaceWith(piece);
}
