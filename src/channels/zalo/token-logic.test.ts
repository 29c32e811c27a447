import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decide,
  parseTokenReply,
  settle,
  statusOf,
  type TokenReply,
  type TokenState,
} from "./token-logic.ts";

const HOUR = 3_600_000;
const T0 = 1_763_875_200_000;
const good = (n: number): Extract<TokenReply, { kind: "pair" }> => ({
  kind: "pair",
  accessToken: `access-${n}`,
  refreshToken: `refresh-${n}`,
  lifeMs: 25 * HOUR,
});
const failed = (code: string, isFinal = false): TokenReply => ({ kind: "failed", code, isFinal });
const at = (now: number, seed = "seed", rejected?: string) => ({ seed, now, rejected });

/** A chain that took its seed at T0. */
const running: TokenState = settle({}, good(1), "seed", at(T0));

describe("parseTokenReply", () => {
  const pair = { access_token: "a", refresh_token: "r" };

  it.each([
    ["90000", 90_000_000],
    [90_000, 90_000_000],
    [undefined, HOUR],
    ["soon", HOUR],
    [-5, HOUR],
    ["3", 3_000],
  ])("keeps a good pair whose life is %j", (expires_in, lifeMs) => {
    expect(parseTokenReply(200, JSON.stringify({ ...pair, expires_in }))).toEqual({
      kind: "pair",
      accessToken: "a",
      refreshToken: "r",
      lifeMs,
    });
  });

  it("takes a pair with error 0, and one that a gateway gave another status: its predecessor is spent", () => {
    expect(parseTokenReply(200, JSON.stringify({ ...pair, error: 0 }))).toMatchObject({ kind: "pair" });
    expect(parseTokenReply(502, JSON.stringify(pair))).toMatchObject({ kind: "pair" });
  });

  it.each([-14014, -14020, -118, "-14014"])("takes %j for the end of the chain", (error) => {
    const body = JSON.stringify({ error, error_name: "Invalid refresh token", error_reason: "used" });
    expect(parseTokenReply(200, body)).toEqual({ kind: "failed", code: String(error), isFinal: true });
  });

  it.each([
    ["another error", 200, '{"error":-14002,"error_name":"Invalid app"}', "-14002"],
    ["an error beside tokens", 200, '{"error":-1,"access_token":"a","refresh_token":"r"}', "-1"],
    [
      "an error in words beside tokens",
      200,
      '{"error":"denied","access_token":"a","refresh_token":"r"}',
      "refused",
    ],
    ["an error by name only", 200, '{"error_name":"x","access_token":"a","refresh_token":"r"}', "refused"],
    ["empty tokens", 200, '{"access_token":"","refresh_token":"r","expires_in":"90000"}', "no_pair"],
    ["half a pair", 200, '{"access_token":"a","expires_in":"90000"}', "no_pair"],
    ["null tokens", 200, '{"access_token":null,"refresh_token":null}', "no_pair"],
    ["numbers for tokens", 200, '{"access_token":1,"refresh_token":2}', "no_pair"],
    ["a page", 200, "<html></html>", "no_pair"],
    ["a gateway's page", 503, "<html></html>", "http_503"],
    ["nothing", 200, "", "no_pair"],
    ["null", 200, "null", "no_pair"],
  ])("refuses %s", (_, status, body, code) => {
    expect(parseTokenReply(status, body)).toEqual({ kind: "failed", code, isFinal: false });
  });

  it("never throws and never gives an empty token", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
        const reply = parseTokenReply(200, body);
        if (reply.kind === "pair")
          expect(reply.accessToken.length * reply.refreshToken.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe("decide", () => {
  it("spends the seed when nothing is stored, and not again", () => {
    expect(decide({}, at(T0))).toEqual({ do: "refresh", refreshToken: "seed" });
    expect(decide(running, at(T0))).toEqual({ do: "use", accessToken: "access-1" });
  });

  it("refreshes at half of the life while the old token goes on", () => {
    expect(decide(running, at(T0 + 12 * HOUR))).toMatchObject({ do: "use" });
    expect(decide(running, at(T0 + 12.5 * HOUR))).toEqual({
      do: "refresh",
      refreshToken: "refresh-1",
      meanwhile: "access-1",
    });
    expect(decide(running, at(T0 + 25 * HOUR))).toEqual({ do: "refresh", refreshToken: "refresh-1" });
  });

  it("refreshes for a rejected token at once, only while it is the stored one", () => {
    expect(decide(running, at(T0 + HOUR, "seed", "access-1"))).toEqual({
      do: "refresh",
      refreshToken: "refresh-1",
    });
    expect(decide(running, at(T0 + HOUR, "seed", "access-0"))).toMatchObject({ do: "use" });
    expect(decide(running, at(T0 + 1_000, "seed", "access-1"))).toMatchObject({ do: "refresh" });
  });

  it("doesn't go round in circles where each new token is refused too", () => {
    let state = running;
    const pauses = [2, 3, 4, 12].map((n) => {
      for (let i = Number(state.pair?.accessToken.split("-")[1]) + 1; i <= n; i++)
        state = settle(
          state,
          good(i),
          state.pair?.refreshToken ?? "",
          at(T0 + i, "seed", state.pair?.accessToken),
        );
      const { accessToken = "", obtainedAt = 0 } = state.pair ?? {};
      const refusedAfter = (ms: number) => decide(state, at(obtainedAt + ms, "seed", accessToken)).do;
      let pause = 1_000;
      while (refusedAfter(pause) === "use") pause += 1_000;
      return pause;
    });
    expect(pauses).toEqual([10_000, 20_000, 40_000, 300_000]);
  });

  it("believes a short life, with a margin that fits it", () => {
    const state = settle({}, { ...good(1), lifeMs: 5_000 }, "seed", at(T0));
    expect(decide(state, at(T0 + 2_000))).toEqual({ do: "use", accessToken: "access-1" });
    expect(decide(state, at(T0 + 4_600))).toEqual({ do: "refresh", refreshToken: "refresh-1" });
  });

  it("tries the same refresh token again after a pause, longer each time", () => {
    const pauses = [1, 2, 3, 30].map((times) => {
      let state: TokenState = {};
      for (let i = 0; i < times; i++) state = settle(state, failed("network"), "seed", at(T0));
      expect(decide(state, at(T0))).toEqual({ do: "fail", code: "network" });
      const pause = (state.failures?.[0]?.retryAt ?? 0) - T0;
      expect(decide(state, at(T0 + pause))).toEqual({ do: "refresh", refreshToken: "seed" });
      return pause;
    });
    expect(pauses).toEqual([5_000, 10_000, 20_000, 1_800_000]);
  });

  it("never tries a refused refresh token again, but uses the access token to its end", () => {
    const broken = settle(running, failed("-14014", true), "refresh-1", at(T0 + 13 * HOUR));
    expect(decide(broken, at(T0 + 20 * HOUR))).toEqual({ do: "use", accessToken: "access-1" });
    expect(decide(broken, at(T0 + 26 * HOUR))).toEqual({ do: "fail", code: "-14014" });
  });

  it("takes a changed seed at once, also where the chain is broken", () => {
    const broken = settle(running, failed("-14014", true), "refresh-1", at(T0 + 13 * HOUR));
    expect(decide(broken, at(T0 + 26 * HOUR, "seed-2"))).toEqual({ do: "refresh", refreshToken: "seed-2" });
    const healed = settle(broken, good(2), "seed-2", at(T0 + 26 * HOUR, "seed-2"));
    expect(decide(healed, at(T0 + 26 * HOUR, "seed-2"))).toEqual({ do: "use", accessToken: "access-2" });
    expect(statusOf(healed, T0 + 26 * HOUR)).toMatchObject({ state: "ok", lastError: null });
  });

  it("goes on with the old chain where a changed seed is bad", () => {
    const refused = settle(running, failed("-14014", true), "typo", at(T0 + HOUR, "typo"));
    expect(decide(refused, at(T0 + HOUR, "typo"))).toEqual({ do: "use", accessToken: "access-1" });
    expect(decide(refused, at(T0 + 26 * HOUR, "typo"))).toEqual({ do: "refresh", refreshToken: "refresh-1" });
    expect(statusOf(refused, T0 + HOUR)).toMatchObject({ state: "stale", lastError: "-14014" });
  });

  it("waits for both where neither the changed seed nor the chain can be reached", () => {
    const now = T0 + 26 * HOUR;
    const one = settle(running, failed("network"), "seed-2", at(now, "seed-2"));
    expect(decide(one, at(now, "seed-2"))).toEqual({ do: "refresh", refreshToken: "refresh-1" });
    const two = settle(one, failed("network"), "refresh-1", at(now, "seed-2"));
    expect(decide(two, at(now, "seed-2"))).toEqual({ do: "fail", code: "network" });
  });

  it("doesn't spend two seeds in turn while a deployment rolls out", () => {
    const renewed = settle(running, good(2), "seed-2", at(T0 + HOUR, "seed-2"));
    expect(decide(renewed, at(T0 + HOUR, "seed"))).toEqual({ do: "use", accessToken: "access-2" });
  });
});

describe("settle", () => {
  it("keeps the pair before for one generation", () => {
    const second = settle(running, good(2), "refresh-1", at(T0 + 13 * HOUR));
    expect(second.previous).toEqual(running.pair);
    expect(settle(second, good(3), "refresh-2", at(T0 + 26 * HOUR)).previous).toEqual(second.pair);
  });

  it("never loses a pair to a bad reply", () => {
    for (const reply of [failed("no_pair"), failed("http_502"), failed("-14014", true)]) {
      expect(settle(running, reply, "refresh-1", at(T0 + 13 * HOUR)).pair).toEqual(running.pair);
    }
  });
});

describe("statusOf", () => {
  it("tells ok, stale and broken, without a token", () => {
    expect(statusOf({}, T0)).toEqual({ state: "stale", expiresAt: null, lastError: null });
    expect(statusOf(running, T0)).toEqual({ state: "ok", expiresAt: T0 + 25 * HOUR, lastError: null });
    expect(statusOf(running, T0 + 26 * HOUR).state).toBe("stale");
    const late = settle(running, failed("network"), "refresh-1", at(T0 + 13 * HOUR));
    expect(statusOf(late, T0 + 13 * HOUR)).toMatchObject({ state: "stale", lastError: "network" });
    const broken = settle(running, failed("-14020", true), "refresh-1", at(T0 + 13 * HOUR));
    expect(statusOf(broken, T0 + 13 * HOUR)).toMatchObject({ state: "broken", lastError: "-14020" });
    const unseeded = settle({}, failed("-14014", true), "seed", at(T0));
    expect(statusOf(unseeded, T0)).toEqual({ state: "broken", expiresAt: null, lastError: "-14014" });
  });
});
