import { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { describe, expect, it } from "vitest";
import { plainAnswer, SECURITY_HEADERS, securityHeaders } from "./security-headers.ts";

describe("security headers", () => {
  it("are those of Hono's own middleware", async () => {
    const none = ["'none'"];
    const contentSecurityPolicy = { defaultSrc: none, baseUri: none, formAction: none, frameAncestors: none };
    const app = new Hono().use(secureHeaders({ contentSecurityPolicy })).get("/", (c) => c.body(null));
    const { headers } = await app.request("/");
    expect({ ...SECURITY_HEADERS }).toEqual(Object.fromEntries(headers));
  });

  it("are added to an answer that lacks them, and leave what a route said", async () => {
    const app = new Hono()
      .use(securityHeaders)
      .get("/", (c) => c.text("", 200, { "referrer-policy": "origin" }))
      .get("/plain", () => plainAnswer("ok", 202));
    const { headers } = await app.request("/");
    const expected = { ...SECURITY_HEADERS, "referrer-policy": "origin" };
    expect(Object.fromEntries(headers)).toMatchObject(expected);
    const plain = await app.request("/plain");
    expect([plain.status, await plain.text()]).toEqual([202, "ok"]);
    expect(Object.fromEntries(plain.headers)).toMatchObject({ ...SECURITY_HEADERS });
    expect(plain.headers.get("content-type")).toBe("text/plain; charset=UTF-8");
  });
});
