/**
 * @param {string} path on this very server
 * @returns {string} the address of a WebSocket there
 */
export function socketAddress(path) {
  const url = new URL(path, location.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  return url.href;
}
