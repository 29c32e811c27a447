import { afterAll, beforeAll, beforeEach, expect, it, describe as suite } from "vitest";
import { sandboxSettings } from "../../sandbox/settings.ts";
import { ModelStandIn } from "../../sandbox/standins/model.ts";
import { TelegramStandIn } from "../../sandbox/standins/telegram.ts";
import { registerWebhook } from "../../src/channels/telegram/setup.ts";
import { createTelegramApi } from "../../src/channels/telegram/telegram-client.ts";
import { type Config, readConfig } from "../../src/config.ts";
import { describe, type Finding } from "./finding.ts";
import { checkModel } from "./model.ts";
import { checkTelegram } from "./telegram.ts";

const levels = (findings: readonly Finding[]) => findings.map(({ level }) => level);
const faults = (findings: readonly Finding[]) => findings.filter(({ level }) => level === "fault");

let telegram: TelegramStandIn;
let model: ModelStandIn;
let config: Config;
let settings: ReturnType<typeof sandboxSettings>;
beforeAll(async () => {
  settings = sandboxSettings(0);
  telegram = await TelegramStandIn.listen(settings);
  model = await ModelStandIn.listen(() => '{"ready":true}');
});
beforeEach(() => {
  const roots = {
    TELEGRAM_API_ROOT: telegram.url,
    ZALO_API_ROOT: telegram.url,
    ZALO_OAUTH_ROOT: telegram.url,
  };
  const TELEGRAM_ADMIN_IDS = "138000001,138000002";
  config = readConfig({
    ...settings,
    ...roots,
    TELEGRAM_ADMIN_IDS,
    OPENAI_MODEL: "m",
    OPENAI_BASE_URL: model.url,
  });
});
afterAll(async () => {
  await Promise.all([telegram.close(), model.close()]);
});

const settled = () => {
  if (config.telegram === undefined) throw new Error("these settings have Telegram");
  return config.telegram;
};

suite("npm run doctor", () => {
  it("says that the webhook is missing, and how to set it", async () => {
    const [missing] = faults(await checkTelegram(settled()));
    expect(missing?.what).toContain("Webhook");
    expect(missing?.todo).toContain("telegram:setup");
  });

  it("finds nothing wrong with a bot that is set up", async () => {
    const api = createTelegramApi({ token: settled().botToken, apiRoot: telegram.url, timeoutSeconds: 60 });
    await registerWebhook(api, { url: "https://bot.example/webhooks/telegram", secret: "s" });
    expect(levels(await checkTelegram(settled(), "https://bot.example"))).toEqual(["ok", "ok", "ok", "ok"]);
    const elsewhere = await checkTelegram(settled(), "https://other.example");
    expect(faults(elsewhere)[0]?.what).toContain("https://bot.example");
  });

  it.each([
    ["", "Chưa có người giám sát nào"],
    ["138000001", "Chỉ có 1 người giám sát"],
  ])("names the second supervisor as missing where the settings have %j", async (ids, words) => {
    const telegramOnly = { ...settled(), adminIds: new Set(ids.match(/\d+/gu) ?? []) };
    const [missing] = (await checkTelegram(telegramOnly)).filter(({ what }) => what.includes(words));
    expect(missing?.level).toBe("note");
    expect(missing?.todo).toContain("TELEGRAM_ADMIN_IDS");
  });

  it("says that the bot can't keep the duty group, or that anybody can find it", async () => {
    const group = settings.TELEGRAM_DUTY_CHAT_ID;
    const said = async () => faults(await checkTelegram(settled())).map(({ what }) => what);
    telegram.api.groups.empower(group, false);
    expect(await said()).toContainEqual(expect.stringContaining("không phải quản trị viên"));
    telegram.api.groups.empower(group, true);
    telegram.api.groups.setPublicName(group, "nhom_truc_138");
    expect(await said()).toContainEqual(expect.stringContaining("@nhom_truc_138"));
    telegram.api.groups.setPublicName(group, undefined);
    expect((await said()).join()).not.toContain("nhóm trực");
  });

  it("says that the bot was thrown out of the duty group", async () => {
    telegram.api.groups.throwOut(settings.TELEGRAM_DUTY_CHAT_ID);
    expect(faults(await checkTelegram(settled())).map(({ what }) => what)).toEqual([
      expect.stringContaining("nhóm trực"),
    ]);
    telegram.api.groups.takeBack(settings.TELEGRAM_DUTY_CHAT_ID);
  });

  it("says that anybody can read in the duty group", async () => {
    telegram.api.groups.setPublicName(settings.TELEGRAM_DUTY_CHAT_ID, "truc_ban_cong_khai");
    expect(faults(await checkTelegram(settled())).map(({ what }) => what)).toEqual([
      expect.stringContaining("công khai"),
    ]);
    telegram.api.groups.setPublicName(settings.TELEGRAM_DUTY_CHAT_ID, undefined);
  });

  it("knows a wrong token from a dead line, and prints neither", async () => {
    const wrong = await checkTelegram({ ...settled(), botToken: "1:planted-token" });
    expect(faults(wrong)[0]?.what).toContain("TELEGRAM_BOT_TOKEN");
    const dead = await checkTelegram({ ...settled(), apiRoot: "http://127.0.0.1:9" });
    expect(faults(dead)[0]?.what).toContain("Không gọi được");
    const printed = describe("Telegram", [...wrong, ...dead]).join("\n");
    expect(printed).not.toContain("planted");
    expect(printed).not.toContain(settled().botToken);
  });

  it("asks the model one small question", async () => {
    if (config.model === undefined) throw new Error("these settings have a model");
    expect(levels(await checkModel(config.model))).toEqual(["ok"]);
    model.fail({ kind: "error", code: 401 });
    expect(faults(await checkModel(config.model))[0]?.todo).toContain("OPENAI_API_KEY");
    model.mind = () => "sẵn sàng";
    expect(faults(await checkModel(config.model))[0]?.todo).toContain("mô hình khác");
  });
});
