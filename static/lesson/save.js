/** Saves a fence's text in the machine. The server has the text; the page only says which. */
import { text } from "../text.js";

/**
 * @param {string} id of the text
 * @param {typeof fetch} [request]
 * @returns {Promise<{ saved: boolean, message: string }>} the message is for the learner
 */
export async function save(id, request = fetch) {
  const path = document.querySelector("[data-lesson-path]")?.getAttribute("data-lesson-path") ?? location.pathname;
  return ask(`${path}/saves/${encodeURIComponent(id)}`, formToken(), request);
}

/**
 * @param {string} action
 * @param {string} token
 * @param {typeof fetch} request
 */
export async function ask(action, token, request) {
  try {
    const response = await request(action, {
      method: "POST",
      body: new URLSearchParams({ _csrf: token }),
      headers: { Accept: "text/plain", "X-Drydock-Fragment": "save" },
    });
    const saved = response.ok && !response.redirected;
    // Only what the server meant for the learner; an error page of whatever stands between is not.
    const words = response.headers.get("Content-Type")?.startsWith("text/plain") ? (await response.text()).trim() : "";
    if (words && (saved || response.status === 409 || response.status === 503)) return { saved, message: words };
    return { saved: false, message: text(saved ? "save-unexpected" : troubleFor(response)) };
  } catch {
    return { saved: false, message: text("save-offline") };
  }
}

/** @param {Response} response */
function troubleFor({ status, redirected }) {
  // Only a sign-in sends it elsewhere.
  if (status === 401 || redirected) return "save-signed-out";
  if (status === 403) return "save-forbidden";
  if (status === 404) return "save-gone";
  return status >= 500 ? "save-server-error" : "save-unexpected";
}

function formToken() {
  const field = document.querySelector("input[name=_csrf]");
  return field instanceof HTMLInputElement ? field.value : (document.querySelector("meta[name=form-token]")?.getAttribute("content") ?? "");
}
