import { createServer } from "node:http";
import { Bot, webhookCallback } from "grammy";
import { openMemoryAssistant } from "../../eval/assistant.ts";
import type { SandboxSettings } from "../../sandbox/settings.ts";
import { plainText } from "../../src/messaging/reply.ts";

/**
 * node bench/speed/grammy.ts PORT SETTINGS: grammY's own webhook adapter on Node's HTTP server, answering with this
 * project's turn over the knowledge in memory. It keeps no message, no session and no outbox, and says 200 after its answer.
 */
const [port = "0", given = "{}"] = process.argv.slice(2);
const settings = JSON.parse(given) as SandboxSettings;
const assistant = await openMemoryAssistant();
const bot = new Bot(settings.TELEGRAM_BOT_TOKEN, {
  client: { apiRoot: settings.TELEGRAM_API_ROOT },
  botInfo: {
    ...{ id: Number(settings.TELEGRAM_BOT_TOKEN.split(":")[0]), is_bot: true, first_name: "Bench" },
    ...{
      username: settings.TELEGRAM_BOT_USERNAME,
      can_join_groups: true,
      can_read_all_group_messages: false,
    },
    ...{ can_manage_bots: false, supports_inline_queries: false, can_connect_to_business: false },
    ...{ has_main_web_app: false, has_topics_enabled: false, allows_users_to_create_topics: false },
    ...{ supports_guest_queries: false, supports_join_request_queries: false },
  },
});
bot.on("message:text", async (context) => {
  const [answer] = await assistant.converse([context.message.text], "telegram");
  for (const reply of answer?.replies ?? []) await context.reply(plainText(reply));
});
const server = createServer(webhookCallback(bot, "http", { secretToken: settings.TELEGRAM_WEBHOOK_SECRET }));
server.keepAliveTimeout = 60_000;
server.listen(Number(port), "127.0.0.1", () => console.log("ready"));
