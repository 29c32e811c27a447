import { parseArgs } from "node:util";
import { autoRetry } from "@grammyjs/auto-retry";
import { registerCommands, registerWebhook } from "../src/channels/telegram/setup.ts";
import { createTelegramApi } from "../src/channels/telegram/telegram-client.ts";
import { webhookAddress } from "../src/channels/telegram/webhook-address.ts";
import { readConfig, type TelegramSettings } from "../src/config.ts";
import { ConfigError, errorCode } from "../src/platform/errors.ts";
import { readSettings } from "./lib/settings.ts";

/**
 * npm run telegram:setup -- --url https://… [--env-file FILE]
 * Points Telegram at the Worker and sets the command menus. Settings come from the environment or the file; run it
 * again after a change of address, secret or commands.
 */
const { values } = parseArgs({
  options: { url: { type: "string" }, "env-file": { type: "string", multiple: true, default: [] } },
});

const CALL_TIMEOUT_SECONDS = 20;

async function setUp(url: string, settings: TelegramSettings): Promise<void> {
  const { botToken: token, apiRoot, webhookSecret: secret, botUsername } = settings;
  const api = createTelegramApi({ token, apiRoot, timeoutSeconds: CALL_TIMEOUT_SECONDS });
  // An operator waits at the terminal: a short pause is retried here, a long one is told.
  const retry = { maxRetryAttempts: 2, maxDelaySeconds: 15, rethrowHttpErrors: true };
  api.config.use(autoRetry(retry));

  const me = await api.getMe();
  await registerWebhook(api, { url, secret });
  await registerCommands(api);
  console.log(`@${me.username}: webhook ${url}, menu lệnh đã cập nhật.`);
  if (botUsername?.toLowerCase() !== me.username.toLowerCase()) {
    console.log(`Nên đặt TELEGRAM_BOT_USERNAME=${me.username} để bot nhận đúng lệnh của mình trong nhóm.`);
  }
}

try {
  const url = webhookAddress(values.url);
  const { telegram } = readConfig({ ...readSettings(values["env-file"]), ...process.env });
  if (telegram === undefined)
    throw new ConfigError("Thiếu cài đặt TELEGRAM_BOT_TOKEN, TELEGRAM_WEBHOOK_SECRET.");
  await setUp(url, telegram);
} catch (error) {
  // grammY's own messages leave the address of the call, and so the token, out.
  const message = error instanceof Error ? error.message : errorCode(error);
  console.error(message);
  process.exitCode = 1;
}
