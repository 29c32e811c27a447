import { autoRetry } from "@grammyjs/auto-retry";
import { registerCommands, registerWebhook } from "../src/channels/telegram/setup.ts";
import { createTelegramApi } from "../src/channels/telegram/telegram-client.ts";
import { webhookAddress } from "../src/channels/telegram/webhook-address.ts";
import { readConfig, type TelegramSettings } from "../src/config.ts";
import { ConfigError, errorCode } from "../src/platform/errors.ts";
import { describe } from "./doctor/finding.ts";
import { dutyGroup } from "./doctor/telegram.ts";
import { CommandError } from "./lib/command-errors.ts";
import { runCommand } from "./lib/command-line/command.ts";
import { knowledgeFolder, required, settingsFiles } from "./lib/command-line/flags.ts";
import { settingsGiven, warnOfSlips } from "./lib/settings.ts";

const CALL_TIMEOUT_SECONDS = 20;

async function setUp(url: string, settings: TelegramSettings): Promise<void> {
  const { botToken: token, apiRoot, webhookSecret: secret, botUsername } = settings;
  const api = createTelegramApi({ token, apiRoot, timeoutSeconds: CALL_TIMEOUT_SECONDS });
  // An operator waits at the terminal: a short pause is retried here, a long one is reported.
  const retry = { maxRetryAttempts: 2, maxDelaySeconds: 15, rethrowHttpErrors: true };
  api.config.use(autoRetry(retry));

  const me = await api.getMe();
  await registerWebhook(api, { url, secret });
  await registerCommands(api);
  console.log(`@${me.username}: webhook ${url}, menu lệnh đã cập nhật.`);
  console.log(describe("Nhóm trực", await dutyGroup(api, settings, me.id)).join("\n"));
  if (botUsername?.toLowerCase() !== me.username.toLowerCase()) {
    console.log(`Nên đặt TELEGRAM_BOT_USERNAME=${me.username} để bot nhận đúng lệnh của mình trong nhóm.`);
  }
}

/** Sets the webhook and the command menus. Repeat it after a change of address, secret or commands. */
await runCommand({
  name: "npm run telegram:setup",
  does: "Đặt webhook và menu lệnh cho bot Telegram.",
  flags: {
    url: required("ĐỊA_CHỈ", "địa chỉ https của bot"),
    "env-file": settingsFiles(),
    // The menu has its examples.
    knowledge: knowledgeFolder(),
  },
  async run({ flags }) {
    const url = webhookAddress(flags.url);
    warnOfSlips(flags["env-file"]);
    const { telegram } = readConfig(settingsGiven(flags["env-file"]));
    if (telegram === undefined)
      throw new ConfigError("Thiếu cài đặt TELEGRAM_BOT_TOKEN, TELEGRAM_WEBHOOK_SECRET.");
    await setUp(url, telegram).catch((error: unknown) => {
      // grammY's own messages don't contain the address of the call, so not the token.
      throw new CommandError(error instanceof Error ? error.message : errorCode(error));
    });
  },
});
