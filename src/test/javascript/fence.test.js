import assert from "node:assert/strict";
import { test } from "node:test";
import { configuration, withoutTags } from "../../../static/lesson/diagram.js";
import { nextIndex } from "../../../static/lesson/next-command.js";
import { ask } from "../../../static/lesson/save.js";

// There is no page: text() gives the keys.
globalThis.document = /** @type {any} */ ({ getElementById: () => null });

const plain = (words, status) => async () =>
  new Response(words, { status, headers: { "Content-Type": "text/plain;charset=UTF-8" } });

test("saving posts the form's token and nothing of the text", async () => {
  let asked = [];
  await ask("/courses/a/lessons/b/saves/0123", "token", async (...request) => {
    asked = request;
    return plain("Saved.", 200)();
  });
  assert.equal(asked[0], "/courses/a/lessons/b/saves/0123");
  assert.equal(asked[1].method, "POST");
  assert.equal(String(asked[1].body), "_csrf=token");
  assert.deepEqual(asked[1].headers, { Accept: "text/plain", "X-Drydock-Fragment": "save" });
});

test("the server's own words say what has become of the file", async () => {
  assert.deepEqual(await ask("/", "t", plain("Saved as ~/a.", 200)), { saved: true, message: "Saved as ~/a." });
  assert.deepEqual(await ask("/", "t", plain("A directory is in the way.", 409)), {
    saved: false,
    message: "A directory is in the way.",
  });
  assert.deepEqual(await ask("/", "t", plain("The machine is away.", 503)), {
    saved: false,
    message: "The machine is away.",
  });
});

for (const [status, message] of /** @type {const} */ ([
  [401, "save-signed-out"],
  [403, "save-forbidden"],
  [404, "save-gone"],
  [500, "save-server-error"],
  [418, "save-unexpected"],
])) {
  test(`an answer ${status} to saving is ${message}`, async () => {
    assert.deepEqual(await ask("/", "t", plain("Internals.", status)), { saved: false, message });
  });
}

test("an error page of whatever stands between is not shown", async () => {
  const html = async () => new Response("<h1>Bad gateway</h1>", { status: 503, headers: { "Content-Type": "text/html" } });
  assert.deepEqual(await ask("/", "t", html), { saved: false, message: "save-server-error" });
});

test("no answer to saving is a matter of the network", async () => {
  const nobody = async () => {
    throw new TypeError("Failed to fetch");
  };
  assert.deepEqual(await ask("/", "t", nobody), { saved: false, message: "save-offline" });
});

test("the next command is the one behind the last, or the first in sight", () => {
  assert.equal(nextIndex([-300, -10, 40, 200], -1), 2);
  assert.equal(nextIndex([-300, -10, 40, 200], 0), 1);
  assert.equal(nextIndex([-300, -10], -1), 2);
  assert.equal(nextIndex([10, 20], 1), 2);
  assert.equal(nextIndex([], -1), 0);
});

test("a diagram's labels hold no tags but line breaks", () => {
  assert.equal(withoutTags("A[one<br>two<br/>three<BR />]"), "A[one<br>two<br/>three<BR />]");
  assert.equal(withoutTags("A[<img src=x onerror=f()>]"), "A[#lt;img src=x onerror=f()>]");
  assert.equal(withoutTags("A[<b>x</b><!--]"), "A[#lt;b>x#lt;/b>#lt;!--]");
  assert.equal(withoutTags("<<interface>> A <|-- B <--> C"), "<<interface>> A <|-- B <--> C");
});

test("a diagram sets no option at all", () => {
  const { secure, securityLevel, htmlLabels } = configuration(true, ["flowchart", "securityLevel"]);
  for (const option of ["flowchart", "securityLevel", "secure", "themeCSS", "themeVariables", "theme", "fontFamily"]) {
    assert.ok(secure?.includes(option), option);
  }
  assert.equal(securityLevel, "strict");
  assert.equal(htmlLabels, false);
});
