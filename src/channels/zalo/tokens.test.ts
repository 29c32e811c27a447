import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { ZaloSettings } from "../../config.ts";
import { type TokenAnswer, type TokenKeepers, zaloTokens } from "./tokens.ts";

const settings = (): ZaloSettings => ({
  appId: "1",
  appSecret: "app-secret-for-tests",
  oaId: "2",
  oaSecretKey: "oa-secret-for-tests",
  refreshToken: "seed-for-tests",
  apiRoot: "https://api.example.vn",
  oauthRoot: "https://oauth.example.vn",
});

let answer: () => TokenAnswer;
let asked: number;
const keepers = {
  idFromName: (name: string) => name,
  get: () => ({
    accessToken: async () => {
      asked += 1;
      return answer();
    },
  }),
} as unknown as TokenKeepers;

beforeEach(() => {
  vi.useFakeTimers();
  asked = 0;
  answer = () => ({ accessToken: "a" });
});
afterEach(() => vi.useRealTimers());

it("asks the keeper once a minute, and at once where Zalo refused the token", async () => {
  const token = zaloTokens(keepers, settings());
  expect([await token(), await token(), asked]).toEqual(["a", "a", 1]);
  answer = () => ({ accessToken: "b" });
  expect([await token({ rejected: "a" }), await token(), asked]).toEqual(["b", "b", 2]);
  vi.advanceTimersByTime(60_000);
  await token();
  expect(asked).toBe(3);
});

it("goes on with the last token where the keeper can't be reached, but not with one that was refused", async () => {
  const token = zaloTokens(keepers, settings());
  await token();
  vi.advanceTimersByTime(3_600_000);
  answer = () => {
    throw new Error("disk I/O error: SQLITE_FULL");
  };
  expect(await token()).toBe("a");
  await expect(token({ rejected: "a" })).rejects.toThrow("SQLITE_FULL");
});

it("has none where the keeper says so", async () => {
  const token = zaloTokens(keepers, settings());
  await token();
  vi.advanceTimersByTime(3_600_000);
  answer = () => ({ unavailable: "zalo_token.-14014" });
  await expect(token()).rejects.toMatchObject({ code: "zalo_token.-14014" });
});
