import { randomBytes } from "node:crypto";

/** The settings that the stand-ins replace. */
export type SettingName =
  | "TELEGRAM_BOT_TOKEN"
  | "TELEGRAM_BOT_USERNAME"
  | "TELEGRAM_WEBHOOK_SECRET"
  | "TELEGRAM_API_ROOT"
  | "TELEGRAM_ADMIN_IDS"
  | "TELEGRAM_DUTY_CHAT_ID"
  | "ZALO_APP_ID"
  | "ZALO_APP_SECRET"
  | "ZALO_OA_ID"
  | "ZALO_OA_SECRET_KEY"
  | "ZALO_REFRESH_TOKEN"
  | "ZALO_API_ROOT"
  | "ZALO_OAUTH_ROOT"
  | "REPORT_ENCRYPTION_KEYS"
  | "METRICS_TOKEN";

export type SandboxSettings = Readonly<Record<SettingName, string>>;

/**
 * Invented settings for one run. Ids stay the same, so that an old state folder still knows its chats; secrets are new
 * each time and have no value elsewhere.
 */
export function sandboxSettings(port: number): SandboxSettings {
  const root = `http://127.0.0.1:${port}/standin`;
  return {
    TELEGRAM_BOT_TOKEN: `138000138:sandbox-${secret(18)}`,
    TELEGRAM_BOT_USERNAME: "troly138_sandbox_bot",
    TELEGRAM_WEBHOOK_SECRET: `sandbox-${secret(18)}`,
    TELEGRAM_API_ROOT: `${root}/telegram`,
    TELEGRAM_ADMIN_IDS: "138000001",
    TELEGRAM_DUTY_CHAT_ID: "-1001380000138",
    ZALO_APP_ID: "1380000000000000138",
    ZALO_APP_SECRET: `sandbox-${secret(18)}`,
    ZALO_OA_ID: "1380000000000138001",
    ZALO_OA_SECRET_KEY: `sandbox-${secret(18)}`,
    ZALO_REFRESH_TOKEN: `sandbox-refresh-${secret(24)}`,
    ZALO_API_ROOT: `${root}/zalo`,
    ZALO_OAUTH_ROOT: `${root}/zalo`,
    REPORT_ENCRYPTION_KEYS: `sandbox:${randomBytes(32).toString("base64")}`,
    METRICS_TOKEN: `sandbox-${secret(18)}`,
  };
}

const secret = (bytes: number): string => randomBytes(bytes).toString("base64url");
