import { setTimeout as pause } from "node:timers/promises";
import { createMemoryState } from "@chat-adapter/state-memory";
import { createPostgresState } from "@chat-adapter/state-pg";
import { createTelegramAdapter } from "@chat-adapter/telegram";
import { Chat } from "chat";
import { serveFetch } from "./listen.ts";
import { readPeerSettings } from "./settings.ts";

/** Vercel's Chat SDK as its documentation sets it up; what comes while a handler runs is queued, not dropped. */
const { port, token, secret, username, apiRoot, thinkMs, postgres } = readPeerSettings();
const chat = new Chat({
  userName: username,
  adapters: {
    telegram: createTelegramAdapter({
      botToken: token,
      secretToken: secret,
      apiUrl: apiRoot,
      mode: "webhook",
      userName: username,
    }),
  },
  state: postgres === undefined ? createMemoryState() : createPostgresState({ url: postgres }),
  concurrency: "queue",
  logger: "silent",
});
chat.onDirectMessage(async (thread, message) => {
  if (thinkMs > 0) await pause(thinkMs);
  await thread.post(message.text);
});
await chat.initialize();
serveFetch(port, (request) => chat.webhooks.telegram(request, { waitUntil: () => {} }));
