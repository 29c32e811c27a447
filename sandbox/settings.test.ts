import { expect, it } from "vitest";
import { sandboxSettings } from "./settings.ts";

it("keeps ids and renews secrets", () => {
  const [one, two] = [sandboxSettings(8787), sandboxSettings(8787)];
  expect(one.ZALO_OA_ID).toBe(two.ZALO_OA_ID);
  for (const name of [
    "TELEGRAM_BOT_TOKEN",
    "TELEGRAM_WEBHOOK_SECRET",
    "ZALO_OA_SECRET_KEY",
    "ZALO_REFRESH_TOKEN",
  ] as const) {
    expect(one[name]).not.toBe(two[name]);
  }
  expect(one.ZALO_API_ROOT).toBe("http://127.0.0.1:8787/standin/zalo");
});

it("fits the forms that the platforms prescribe", () => {
  const settings = sandboxSettings(1);
  expect(settings.TELEGRAM_BOT_TOKEN).toMatch(/^\d+:[\w-]{30,}$/);
  expect(settings.TELEGRAM_WEBHOOK_SECRET).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
  expect(settings.TELEGRAM_DUTY_CHAT_ID).toMatch(/^-100\d{10}$/);
});
