/** What comes back from a check, and what it means to the learner. */

/**
 * The key of the message for an answer that is no card.
 * @param {number} status of the HTTP answer; 0 where there was none
 * @returns {string}
 */
export function troubleFor(status) {
  if (status === 0) return "check-offline";
  if (status === 401) return "check-signed-out";
  if (status === 403) return "check-forbidden";
  if (status === 404) return "check-gone";
  if (status === 507) return "check-not-kept";
  return status >= 500 ? "check-server-error" : "check-unexpected";
}

/**
 * Asks for the verdict.
 * @param {{ action: string, body: URLSearchParams }} form
 * @param {typeof fetch} [request]
 * @returns {Promise<{ html: string } | { trouble: string }>}
 */
export async function ask({ action, body }, request = fetch) {
  try {
    const response = await request(action, {
      method: "POST",
      body,
      headers: { Accept: "text/html", "X-Drydock-Fragment": "task-card" },
    });
    if (!response.ok) return { trouble: troubleFor(response.status) };
    // Only a sign-in sends a check elsewhere.
    if (response.redirected) return { trouble: "check-signed-out" };
    return { html: await response.text() };
  } catch {
    return { trouble: troubleFor(0) };
  }
}

/**
 * The form as a browser would send it.
 * @param {HTMLFormElement} form
 */
export function formBody(form) {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
  return body;
}

/**
 * Asks for a piece of a page.
 * @param {string} address
 * @param {typeof fetch} [request]
 * @returns {Promise<string | null>} null where the whole page had better be opened, which says what is wrong
 */
export async function look(address, request = fetch) {
  try {
    const response = await request(address, { headers: { Accept: "text/html", "X-Drydock-Fragment": "piece" } });
    return response.ok && !response.redirected ? await response.text() : null;
  } catch {
    return null;
  }
}
