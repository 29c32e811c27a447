import { describe, expect, it } from "vitest";
import { webhookAddress } from "./webhook-address.ts";

describe("webhookAddress", () => {
  it.each([
    "https://bot.example",
    "https://bot.example/",
    "https://bot.example/webhooks/telegram",
    "https://bot.example/webhooks/telegram/",
  ])("%s", (base) => expect(webhookAddress(base)).toBe("https://bot.example/webhooks/telegram"));

  it("keeps a port that Telegram delivers to", () => {
    expect(webhookAddress("https://bot.example:8443")).toBe("https://bot.example:8443/webhooks/telegram");
  });

  it.each([
    undefined,
    "",
    "bot.example",
    "http://bot.example",
    "https://bot.example:9000",
    "https://bot.example/other",
  ])("refuses %s", (base) => expect(() => webhookAddress(base)).toThrow(/url|https|cổng/));
});
