import { describe, expect, it } from "vitest";
import { SETTINGS } from "../../../test/zalo/samples.ts";
import { TokenChain, type TokenStore } from "./token-chain.ts";
import type { TokenState } from "./token-logic.ts";

const HOUR = 3_600_000;

/** Zalo's token endpoint: each refresh token works once. Answers wait while `hold` is set. */
class Endpoint {
  readonly requests: { url: string; init: RequestInit }[] = [];
  readonly spent: string[] = [];
  valid = SETTINGS.refreshToken;
  next: (() => Response | Promise<Response>) | null = null;
  hold: Promise<void> = Promise.resolve();

  readonly fetch: typeof fetch = async (input, init = {}) => {
    this.requests.push({ url: String(input), init });
    await this.hold;
    const planned = this.next;
    this.next = null;
    if (planned !== null) return planned();
    return this.#exchange(new URLSearchParams(String(init.body)).get("refresh_token") ?? "");
  };

  #exchange(token: string): Response {
    if (token !== this.valid) return Response.json({ error: -14014, error_name: "Invalid refresh token" });
    this.spent.push(token);
    const n = this.spent.length;
    this.valid = `refresh-${n}`;
    return Response.json({ access_token: `access-${n}`, refresh_token: this.valid, expires_in: "90000" });
  }
}

function setUp(stored?: TokenState) {
  const endpoint = new Endpoint();
  const clock = { now: 1_763_875_200_000 };
  const disk = { state: stored, writes: Number.POSITIVE_INFINITY };
  const reports: string[] = [];
  const store: TokenStore = {
    load: () => disk.state,
    save: async (state) => {
      if (disk.writes-- <= 0) throw new Error("disk full");
      disk.state = state;
    },
  };
  const start = () =>
    new TokenChain({
      store,
      fetch: endpoint.fetch,
      now: () => clock.now,
      report: ({ code, isFinal }) => reports.push(`${code}${isFinal ? " final" : ""}`),
    });
  return { endpoint, clock, disk, reports, start, chain: start() };
}

describe("the token chain", () => {
  it("seeds itself with a form and the app's secret in its own header", async () => {
    const { chain, endpoint } = setUp();
    expect(await chain.accessToken(SETTINGS)).toBe("access-1");
    expect(endpoint.requests[0]?.url).toBe("http://127.0.0.1:1/v4/oa/access_token");
    expect(endpoint.requests[0]?.init).toMatchObject({
      method: "POST",
      redirect: "manual",
      headers: { "content-type": "application/x-www-form-urlencoded", secret_key: SETTINGS.appSecret },
      body: `refresh_token=seed-for-tests&app_id=${SETTINGS.appId}&grant_type=refresh_token`,
    });
  });

  it("refreshes once for 40 callers at expiry", async () => {
    const { chain, endpoint, clock } = setUp();
    await chain.accessToken(SETTINGS);
    clock.now += 26 * HOUR;
    const tokens = await Promise.all(Array.from({ length: 40 }, () => chain.accessToken(SETTINGS)));
    expect(new Set(tokens)).toEqual(new Set(["access-2"]));
    expect(endpoint.requests).toHaveLength(2);
  });

  it("refreshes once for 40 callers whose token was refused", async () => {
    const { chain, endpoint, clock } = setUp();
    const rejected = await chain.accessToken(SETTINGS);
    clock.now += HOUR;
    const tokens = await Promise.all(
      Array.from({ length: 40 }, () => chain.accessToken(SETTINGS, { rejected })),
    );
    expect(new Set(tokens)).toEqual(new Set(["access-2"]));
    expect(await chain.accessToken(SETTINGS, { rejected })).toBe("access-2");
    expect(endpoint.spent).toHaveLength(2);
  });

  it("lets others go on with the old token while an early refresh is under way", async () => {
    const { chain, endpoint, clock } = setUp();
    await chain.accessToken(SETTINGS);
    clock.now += 13 * HOUR;
    let release = (): void => undefined;
    endpoint.hold = new Promise((resolve) => {
      release = resolve;
    });
    const first = chain.accessToken(SETTINGS);
    expect(await chain.accessToken(SETTINGS)).toBe("access-1");
    release();
    expect(await first).toBe("access-2");
  });

  it("hands out nothing that isn't written, and writes it before anything else", async () => {
    const { chain, endpoint, disk } = setUp();
    // The write before the spending still works.
    disk.writes = 1;
    await expect(chain.accessToken(SETTINGS)).rejects.toThrow("disk full");
    await expect(chain.accessToken(SETTINGS)).rejects.toThrow("disk full");
    expect(endpoint.spent).toHaveLength(1);
    disk.writes = Number.POSITIVE_INFINITY;
    expect(await chain.accessToken(SETTINGS)).toBe("access-1");
    expect(disk.state?.pair?.refreshToken).toBe("refresh-1");
    expect(endpoint.spent).toEqual(["seed-for-tests"]);
  });

  it("goes on after a restart with what is stored, not with the seed", async () => {
    const { chain, start, endpoint, clock } = setUp();
    await chain.accessToken(SETTINGS);
    clock.now += 26 * HOUR;
    expect(await start().accessToken(SETTINGS)).toBe("access-2");
    expect(endpoint.spent).toEqual(["seed-for-tests", "refresh-1"]);
  });

  it.each([
    ["an error with HTTP 200", () => Response.json({ error: -14002, error_name: "Invalid app" })],
    ["empty tokens", () => Response.json({ access_token: "", refresh_token: "", expires_in: "90000" })],
    ["a page", () => new Response("<html></html>")],
    ["a gateway's page", () => new Response("busy", { status: 502 })],
    ["a broken connection", () => Promise.reject(new TypeError("fetch failed"))],
  ])("keeps the good token after %s, and tries the same refresh token again", async (_, answer) => {
    const { chain, endpoint, clock, disk, reports } = setUp();
    await chain.accessToken(SETTINGS);
    const { pair } = disk.state ?? {};
    clock.now += 13 * HOUR;
    endpoint.next = answer;
    expect(await chain.accessToken(SETTINGS)).toBe("access-1");
    expect(disk.state?.pair).toEqual(pair);
    expect(reports).toHaveLength(1);
    expect(await chain.accessToken(SETTINGS)).toBe("access-1");
    expect(endpoint.requests).toHaveLength(2);
    clock.now += 60_000;
    expect(await chain.accessToken(SETTINGS)).toBe("access-2");
    expect(chain.status()).toMatchObject({ state: "ok", lastError: null });
  });

  it("says that the chain is broken where the connection broke after the token was spent", async () => {
    const { chain, endpoint, clock, reports } = setUp();
    await chain.accessToken(SETTINGS);
    clock.now += 26 * HOUR;
    endpoint.next = () => {
      endpoint.valid = "lost on the way";
      return Promise.reject(new TypeError("fetch failed"));
    };
    await expect(chain.accessToken(SETTINGS)).rejects.toMatchObject({ code: "zalo_token.network" });
    clock.now += 60_000;
    await expect(chain.accessToken(SETTINGS)).rejects.toMatchObject({ code: "zalo_token.-14014" });
    await expect(chain.accessToken(SETTINGS)).rejects.toMatchObject({ code: "zalo_token.-14014" });
    expect(reports).toEqual(["network", "-14014 final"]);
    expect(endpoint.requests).toHaveLength(3);
    expect(chain.status()).toMatchObject({ state: "broken", lastError: "-14014" });
    endpoint.valid = "consented-again";
    expect(await chain.accessToken({ ...SETTINGS, refreshToken: "consented-again" })).toBe("access-2");
  });

  it("spends no refresh token on a full disk", async () => {
    const { chain, endpoint, disk } = setUp();
    disk.writes = 0;
    await expect(chain.accessToken(SETTINGS)).rejects.toThrow("disk full");
    expect(endpoint.spent).toEqual([]);
    disk.writes = Number.POSITIVE_INFINITY;
    expect(await chain.accessToken(SETTINGS)).toBe("access-1");
  });

  it("tries a bad new seed and the good old chain in one call", async () => {
    const { chain, clock } = setUp();
    await chain.accessToken(SETTINGS);
    clock.now += 26 * HOUR;
    expect(await chain.accessToken({ ...SETTINGS, refreshToken: "typo" })).toBe("access-2");
    expect(chain.status().state).toBe("ok");
  });

  it("shows no secret in its status, reports or errors", async () => {
    const { chain, clock, reports } = setUp();
    await chain.accessToken(SETTINGS);
    clock.now += 26 * HOUR;
    const error = await chain
      .accessToken({ ...SETTINGS, refreshToken: "typo" }, { rejected: "access-1" })
      .then(() => "", String);
    const words = JSON.stringify([chain.status(), reports, error]);
    expect(words).not.toMatch(/access-|refresh-|seed|typo|app-secret/);
  });
});
