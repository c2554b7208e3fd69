import assert from "node:assert/strict";
import { test } from "node:test";
import { ask, troubleFor } from "../../../static/lesson/verdict.js";
import { fill } from "../../../static/text.js";

const form = { action: "/courses/a/lessons/b/tasks/c/check", body: new URLSearchParams({ _csrf: "t" }) };

test("a check is posted as a form that asks for a card", async () => {
  /** @type {any[]} */
  let asked = [];
  const answer = await ask(form, async (...request) => {
    asked = request;
    return new Response("<task-card></task-card>");
  });
  assert.deepEqual(answer, { html: "<task-card></task-card>" });
  assert.equal(asked[0], form.action);
  assert.equal(asked[1].method, "POST");
  assert.equal(asked[1].body, form.body);
  assert.deepEqual(asked[1].headers, { Accept: "text/html", "X-Drydock-Fragment": "task-card" });
});

for (const [status, trouble] of /** @type {const} */ ([
  [401, "check-signed-out"],
  [403, "check-forbidden"],
  [404, "check-gone"],
  [429, "check-unexpected"],
  [500, "check-server-error"],
  [503, "check-server-error"],
  [507, "check-not-kept"],
])) {
  test(`an answer ${status} is ${trouble}`, async () => {
    assert.deepEqual(await ask(form, async () => new Response("", { status })), { trouble });
  });
}

test("no answer is a matter of the network", async () => {
  const answer = await ask(form, async () => {
    throw new TypeError("Failed to fetch");
  });
  assert.deepEqual(answer, { trouble: "check-offline" });
  assert.equal(troubleFor(0), "check-offline");
});

test("an answer from elsewhere is a sign-in", async () => {
  const elsewhere = Object.defineProperty(new Response("<h1>Sign in</h1>"), "redirected", { value: true });
  assert.deepEqual(await ask(form, async () => elsewhere), { trouble: "check-signed-out" });
});

test("texts take their values, in any order", () => {
  assert.equal(fill("{1}개 중 {0}개 완료", [2, 4]), "4개 중 2개 완료");
  assert.equal(fill("{0} of {1}", [2]), "2 of {1}");
});
