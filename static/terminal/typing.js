/** How a command from a lesson is typed. */

/**
 * The command as the keyboard would send it: every line ends with Enter, the last one too, once.
 * @param {string} command
 * @param {boolean} bracketedPaste whether the program has asked for pastes to be marked
 * @returns {string}
 */
export function typed(command, bracketedPaste) {
  // Control characters are keys: a lesson presses none but Tab and Enter.
  const plain = command.replace(/\r\n?/g, "\n").replace(/[\x00-\x08\x0b-\x1f\x7f]/g, "");
  const lines = plain.replace(/\n+$/, "").replaceAll("\n", "\r");
  if (lines === "") return "";
  // A typed Tab would ask the shell for completion; in a paste it is only a character.
  if (bracketedPaste && lines.includes("\t")) return `\x1b[200~${lines}\x1b[201~\r`;
  return `${lines}\r`;
}
