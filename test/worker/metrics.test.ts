import { beforeAll, describe, expect, it } from "vitest";
import { metricsRoutes } from "../../src/health/metrics.ts";
import { localDay } from "../../src/language/dates.ts";
import { Ledger } from "../../src/ledger/ledger.ts";
import { UsageBook } from "../../src/model/usage-book.ts";
import { bindings, migrate } from "./bindings.ts";

const TOKEN = "token-for-the-metrics";
const get = (authorization?: string, token: string | undefined = TOKEN) =>
  metricsRoutes(bindings, token).request("/metrics", {
    headers: authorization === undefined ? {} : { authorization },
  });

beforeAll(migrate);

describe("GET /metrics", () => {
  it("isn't there without a token in the settings", async () => {
    const response = await metricsRoutes(bindings, undefined).request("/metrics", {
      headers: { authorization: "Bearer undefined" },
    });
    expect(response.status).toBe(404);
  });

  it.each([undefined, "Bearer another", `Basic ${TOKEN}`, TOKEN, "Bearer "])(
    "shows nothing to who comes with %s",
    async (authorization) => {
      const response = await get(authorization);
      expect(response.status).toBe(401);
      expect(await response.text()).not.toContain("tl138");
    },
  );

  it("tells what was put off and what the model cost, and of a cron that never ran nothing", async () => {
    const day = localDay(Date.now());
    await new Ledger(bindings.LEDGER).count(day, "zalo", "deferred.http_502");
    const book = new UsageBook(bindings.LEDGER);
    await book.note(day, "ok", { promptTokens: 30, completionTokens: 12 }, 5);
    await book.note(day, "ok", { promptTokens: 1, completionTokens: 1 }, 5.4);
    expect(await book.tokensOn(day)).toBe(44);
    expect(await book.rowsOn(day)).toEqual([
      { outcome: "ok", calls: 2, promptTokens: 31, completionTokens: 13, ms: 10 },
    ]);
    const response = await get(`Bearer ${TOKEN}`);
    expect(response.headers.get("cache-control")).toBe("no-store");
    const lines = (await response.text()).split("\n");
    expect(lines).toContain('tl138_sends_deferred_today{channel="zalo",reason="http_502"} 1');
    expect(lines).toContain('tl138_model_prompt_tokens_today{outcome="ok"} 31');
    expect(lines).toContain("tl138_parked 0");
    expect(lines.filter((line) => line.startsWith("tl138_last_cron_age_seconds "))).toEqual([]);
  });
});
