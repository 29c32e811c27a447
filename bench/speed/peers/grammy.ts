import { setTimeout as pause } from "node:timers/promises";
import { Bot, webhookCallback } from "grammy";
import { Hono } from "hono";
import { serveFetch } from "./listen.ts";
import { readPeerSettings } from "./settings.ts";

/** grammY's own webhook adapter on Hono; the handler says the words back. */
const { port, token, secret, username, apiRoot, thinkMs } = readPeerSettings();
const bot = new Bot(token, {
  client: { apiRoot },
  botInfo: {
    ...{ id: Number(token.split(":")[0]), is_bot: true, first_name: "Bench", username },
    ...{ can_join_groups: true, can_read_all_group_messages: false, can_manage_bots: false },
    ...{ supports_inline_queries: false, can_connect_to_business: false, has_main_web_app: false },
    ...{ has_topics_enabled: false, allows_users_to_create_topics: false },
    ...{ supports_guest_queries: false, supports_join_request_queries: false },
  },
});
bot.on("message:text", async (context) => {
  if (thinkMs > 0) await pause(thinkMs);
  await context.reply(context.message.text);
});
const app = new Hono();
app.post("/webhooks/telegram", webhookCallback(bot, "hono", { secretToken: secret }));
serveFetch(port, (request) => app.fetch(request));
