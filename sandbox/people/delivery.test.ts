import { afterEach, expect, it } from "vitest";
import { type Listening, listen } from "../web.ts";
import { type Attempt, Delivery } from "./delivery.ts";

let worker: Listening;
afterEach(() => worker.close());

it("delivers in order and reports the answer", async () => {
  const heard: string[] = [];
  worker = await listen(async (request) => {
    heard.push(await request.text());
    return new Response(null, { status: heard.length === 2 ? 401 : 200 });
  });
  const delivery = new Delivery();
  const attempts: Attempt[] = [];
  const call = (body: string) => ({ url: worker.url, headers: {}, body });
  await Promise.all(
    ["a", "b", "c"].map((body) => delivery.deliver(call(body), (attempt) => attempts.push(attempt))),
  );
  expect(heard).toEqual(["a", "b", "c"]);
  expect(attempts.map(({ status, final }) => [status, final])).toEqual([
    [200, true],
    [401, true],
    [200, true],
  ]);
});

it("tries again after a 5xx, with the same body", async () => {
  const heard: string[] = [];
  worker = await listen(async (request) => {
    heard.push(await request.text());
    return new Response(null, { status: heard.length === 1 ? 503 : 200 });
  });
  const finals: boolean[] = [];
  await new Delivery().deliver({ url: worker.url, headers: {}, body: "x" }, ({ final }) =>
    finals.push(final),
  );
  expect(heard).toEqual(["x", "x"]);
  expect(finals).toEqual([false, true]);
});

it("stops trying when closed", async () => {
  worker = await listen(() => new Response(null, { status: 500 }));
  const delivery = new Delivery();
  let attempts = 0;
  await delivery.deliver({ url: worker.url, headers: {}, body: "x" }, () => {
    attempts += 1;
    queueMicrotask(() => delivery.close());
  });
  expect(attempts).toBe(1);
});
