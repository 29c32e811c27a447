import { afterEach, expect, it } from "vitest";
import { type Listening, listen } from "../../sandbox/web.ts";
import { fetchFile } from "./fetch-file.ts";

let server: Listening;
afterEach(() => server?.close());

const fetched = async (answer: Response, room = 100) => {
  server = await listen(() => answer);
  return fetchFile(`${server.url}/token-138/a.jpg`, 5_000, new Uint8Array(room));
};

it("reads a file into the memory that it is given", async () => {
  expect(await fetched(new Response("bytes"))).toEqual(new TextEncoder().encode("bytes"));
});

it("takes no file that is longer than the memory", async () => {
  await expect(fetched(new Response("bytes"), 4)).rejects.toMatchObject({ code: "too_large" });
});

it.each([
  ["a refusal", new Response(null, { status: 404 })],
  ["a redirect, which isn't followed", new Response(null, { status: 302, headers: { location: "/b.jpg" } })],
])("fails at %s, without the address in the error", async (_, answer) => {
  const error = await fetched(answer).catch((cause: unknown) => cause);
  expect(error).toMatchObject({ code: "not_fetched" });
  expect(String(error)).not.toContain("token-138");
});
