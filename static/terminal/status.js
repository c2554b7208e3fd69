/** What the line over the terminal says in each state, and what its button does. */

/** @typedef {import("./connection.js").StateDetail} StateDetail */
/** @typedef {{ message: string, button?: string, action?: "restart" | "retry" | "reload" | "dismiss" }} Status */

/**
 * @param {StateDetail} detail
 * @param {string} notice the server's last word since the shell was there, in the learner's language
 * @param {boolean} before whether this page has already had the shell
 * @param {string} warning what a learner who is at work should know; empty where there is nothing
 * @param {(key: string, ...values: (string | number)[]) => string} text
 * @returns {Status | null} null where there is nothing to say
 */
export function statusOf({ state, status = 0, reason = "" }, notice, before, warning, text) {
  const coming = notice || text(before ? "terminal-reconnecting" : "terminal-connecting");
  switch (state) {
    case "connecting":
      return { message: coming };
    case "waiting":
      return { message: coming, button: text("terminal-retry"), action: "retry" };
    case "exited":
      return { message: text("terminal-exited", status), button: text("terminal-new-shell"), action: "restart" };
    case "replaced":
      return { message: text("terminal-replaced"), button: text("terminal-use-here"), action: "restart" };
    case "signed-out":
      return { message: text("terminal-signed-out"), button: text("page-reload"), action: "reload" };
    case "failed":
      return { message: text("terminal-failed", reason), button: text("terminal-connect-again"), action: "restart" };
    default:
      return state === "live" && warning
        ? { message: warning, button: text("terminal-understood"), action: "dismiss" }
        : null;
  }
}
