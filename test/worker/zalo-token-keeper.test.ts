import { runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { zaloTokens } from "../../src/channels/zalo/tokens.ts";
import { bindings } from "./bindings.ts";

const SETTINGS = {
  appId: "4187350265901873214",
  appSecret: "app-secret-for-tests",
  oaId: "2906714538820461957",
  oaSecretKey: "oa-secret-for-tests",
  refreshToken: "seed-for-tests",
  apiRoot: "https://api.example.vn",
  oauthRoot: "https://oauth.example.vn",
};

/** Zalo's token endpoint, in place of the network: each refresh token works once. */
let spent: string[] = [];
let valid = SETTINGS.refreshToken;
const network = globalThis.fetch;

beforeEach(() => {
  spent = [];
  valid = SETTINGS.refreshToken;
  globalThis.fetch = async (_input, init) => {
    const token = new URLSearchParams(String(init?.body)).get("refresh_token") ?? "";
    await scheduler.wait(0);
    if (token !== valid) return Response.json({ error: -14014, error_name: "Invalid refresh token" });
    spent.push(token);
    valid = `refresh-${spent.length}`;
    return Response.json({
      access_token: `access-${spent.length}`,
      refresh_token: valid,
      expires_in: "90000",
    });
  };
});

afterEach(() => {
  globalThis.fetch = network;
});

const { ZALO_TOKENS: keepers } = bindings;
const keeper = (name: string) => keepers.get(keepers.idFromName(name));
const pairOf = (n: number) => ({ accessToken: `access-${n}` });

describe("the token keeper on its Durable Object", () => {
  it("spends the seed once for 40 callers at the same time", async () => {
    const stub = keeper("forty");
    const tokens = await Promise.all(Array.from({ length: 40 }, () => stub.accessToken(SETTINGS)));
    expect(tokens).toEqual(tokens.map(() => pairOf(1)));
    expect(spent).toEqual([SETTINGS.refreshToken]);
    expect(await stub.status()).toMatchObject({ state: "ok", lastError: null });
  });

  it("has the pair in its storage before it hands it out", async () => {
    const stub = keeper("durable");
    await stub.accessToken(SETTINGS);
    await runInDurableObject(stub, async (_keeper, state) => {
      expect(state.storage.kv.get("state")).toMatchObject({
        pair: { accessToken: "access-1", refreshToken: "refresh-1" },
      });
    });
  });

  it("refreshes once for 40 callers at expiry, and keeps the pair before", async () => {
    const stub = keeper("expiry");
    await stub.accessToken(SETTINGS);
    await runInDurableObject(stub, async (_keeper, state) => {
      const stored = state.storage.kv.get<{ pair: object }>("state");
      state.storage.kv.put("state", { ...stored, pair: { ...stored?.pair, obtainedAt: 0, expiresAt: 1 } });
    });
    const tokens = await Promise.all(Array.from({ length: 40 }, () => stub.accessToken(SETTINGS)));
    expect(tokens).toEqual(tokens.map(() => pairOf(2)));
    expect(spent).toEqual([SETTINGS.refreshToken, "refresh-1"]);
    await runInDurableObject(stub, async (_keeper, state) => {
      expect(state.storage.kv.get("state")).toMatchObject({ previous: { accessToken: "access-1" } });
    });
  });

  it("is asked by account, and says so where the seed is refused", async () => {
    const settings = { ...SETTINGS, oaId: "2906714538820461958" };
    expect(await zaloTokens(keepers, SETTINGS)()).toBe("access-1");
    await expect(zaloTokens(keepers, settings)()).rejects.toMatchObject({ code: "zalo_token.-14014" });
    expect(await keeper(settings.oaId).status()).toEqual({
      state: "broken",
      expiresAt: null,
      lastError: "-14014",
    });
    expect(await keeper(SETTINGS.oaId).status()).toMatchObject({ state: "ok" });
  });
});
