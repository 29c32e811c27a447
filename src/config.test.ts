import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readConfig } from "./config.ts";
import { ConfigError } from "./platform/errors.ts";

const telegram = {
  TELEGRAM_BOT_TOKEN: "100200300:planted-token",
  TELEGRAM_WEBHOOK_SECRET: "planted_secret_138",
};
const zalo = {
  ZALO_APP_ID: "4187350265901873214",
  ZALO_APP_SECRET: "planted-app-secret",
  ZALO_OA_ID: "2906714538820461957",
  ZALO_OA_SECRET_KEY: "planted-oa-secret",
  ZALO_REFRESH_TOKEN: "planted-refresh",
};

describe("readConfig", () => {
  it("takes either channel alone, or both", () => {
    expect(readConfig(telegram)).toMatchObject({ telegram: { apiRoot: "https://api.telegram.org" } });
    expect(readConfig(zalo).telegram).toBeUndefined();
    expect(readConfig({ ...telegram, ...zalo })).toMatchObject({ telegram: {}, zalo: {} });
  });

  it("keeps ids beyond 2^53 as they are", () => {
    expect(readConfig(zalo).zalo?.appId).toBe("4187350265901873214");
  });

  it("reads the supervisors' ids and trims roots", () => {
    const config = readConfig({
      ...telegram,
      TELEGRAM_ADMIN_IDS: "11, 22",
      TELEGRAM_API_ROOT: "http://127.0.0.1:1/x/",
    });
    expect([...(config.telegram?.adminIds ?? [])]).toEqual(["11", "22"]);
    expect(config.telegram?.apiRoot).toBe("http://127.0.0.1:1/x");
  });

  it.each(Object.keys({ ...telegram, ...zalo }))("names %s when it alone is missing", (name) => {
    const env = { ...telegram, ...zalo, [name]: "" };
    expect(() => readConfig(env)).toThrow(ConfigError);
    expect(() => readConfig(env)).toThrow(name);
  });

  it.each([
    ["TELEGRAM_BOT_TOKEN", "planted nonsense"],
    ["TELEGRAM_WEBHOOK_SECRET", "có dấu"],
    ["TELEGRAM_WEBHOOK_SECRET", "planted"],
    ["TELEGRAM_WEBHOOK_SECRET", "aaaaaaaaaaaaaaaaaaaaaaaa"],
    ["TELEGRAM_WEBHOOK_SECRET", "passwordpassword"],
    ["ZALO_OA_SECRET_KEY", "planted"],
    ["ZALO_APP_SECRET", "000000000000000000000000"],
    ["METRICS_TOKEN", "0123456789abcdef0123456789abcdef".slice(0, 10).repeat(2)],
    ["TELEGRAM_ADMIN_IDS", "11;22"],
    // The same person twice would be two.
    ["TELEGRAM_ADMIN_IDS", "11,011"],
    ["TELEGRAM_DUTY_CHAT_ID", "planted"],
    ["TELEGRAM_DUTY_CHAT_ID", "138000138"],
    ["TELEGRAM_API_ROOT", "ftp://planted"],
    ["TELEGRAM_API_ROOT", "http://planted.example.org"],
    ["ZALO_OAUTH_ROOT", "http://127.0.0.1.planted.example.org"],
    ["OPENAI_BASE_URL", "http://10.0.0.138/v1"],
    ["ZALO_APP_ID", "not-a-number"],
    ["ZALO_API_ROOT", "planted"],
    ["QDRANT_URL", "planted"],
    ["OPENAI_EMBEDDING_DIMENSIONS", "many"],
    ["REPORT_ENCRYPTION_KEYS", "k1:c2hvcnQ="],
    ["REPORT_ENCRYPTION_KEYS", `k1:${btoa("\0".repeat(32))}`],
    ["REPORT_ENCRYPTION_KEYS", `k1:${btoa("k".repeat(32))}`],
    ["QDRANT_URL", "http://planted.example.org:6333"],
    ["CHATS_AT_ONCE", "planted"],
    ["CRASH_POINT", "planted"],
  ])("refuses a malformed %s without repeating it", (name, value) => {
    let message = "";
    try {
      readConfig({ ...telegram, ...zalo, [name]: value });
    } catch (error) {
      message = error instanceof ConfigError ? error.message : "";
    }
    expect(message).toContain(name);
    expect(message).not.toContain(value);
  });

  it("opens reporting where there are keys, and only there", () => {
    const key = randomBytes(32).toString("base64");
    expect(readConfig({ ...telegram, REPORT_ENCRYPTION_KEYS: `k1:${key}` }).reports?.keyRing.currentId).toBe(
      "k1",
    );
    expect(readConfig(telegram).reports).toBeUndefined();
  });

  it("takes a key that isn't random behind a random one, and in a trial on this machine, but never one of zeros", () => {
    const [weak, none] = [btoa("k".repeat(32)), btoa("\0".repeat(32))];
    const good = randomBytes(32).toString("base64");
    const trial = { ...telegram, TELEGRAM_API_ROOT: "http://127.0.0.1:1/x" };
    const open = (env: Readonly<Record<string, string>>, ring: string) =>
      readConfig({ ...env, REPORT_ENCRYPTION_KEYS: ring }).reports !== undefined;
    expect([open(telegram, `k2:${good},k1:${weak}`), open(trial, `k1:${weak}`)]).toEqual([true, true]);
    expect(() => open(trial, `k1:${none}`)).toThrow(ConfigError);
    const half = { ...trial, ...zalo, ZALO_API_ROOT: "https://openapi.example.org" };
    expect(() => open(half, `k1:${weak}`)).toThrow(ConfigError);
  });

  it("refuses to start with no channel at all, and with a model key but no model", () => {
    expect(() => readConfig({})).toThrow(/TELEGRAM_BOT_TOKEN/);
    expect(() => readConfig({ ...telegram, OPENAI_API_KEY: "planted" })).toThrow(/OPENAI_MODEL/);
  });
});
