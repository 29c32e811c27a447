import { setTimeout as pause } from "node:timers/promises";
import { createMemoryState } from "@chat-adapter/state-memory";
import { createPostgresState } from "@chat-adapter/state-pg";
import { createTelegramAdapter } from "@chat-adapter/telegram";
import { type Adapter, Chat, type StateAdapter } from "chat";
import { serveFetch } from "./listen.ts";
import { readPeerSettings } from "./settings.ts";

/** Vercel's Chat SDK as its documentation sets it up; what comes while a handler runs is queued, not dropped. */
const { port, token, secret, username, apiRoot, thinkMs, postgres } = readPeerSettings();
// The adapters' types come from copies of `chat` of their own, and were made for looser checks than ours.
const telegram: unknown = createTelegramAdapter({
  botToken: token,
  secretToken: secret,
  apiUrl: apiRoot,
  mode: "webhook",
  userName: username,
});
const state: unknown = postgres === undefined ? createMemoryState() : createPostgresState({ url: postgres });
const chat = new Chat({
  userName: username,
  adapters: { telegram: telegram as Adapter },
  state: state as StateAdapter,
  concurrency: "queue",
  logger: "silent",
});
chat.onDirectMessage(async (thread, message) => {
  if (thinkMs > 0) await pause(thinkMs);
  await thread.post(message.text);
});
await chat.initialize();
serveFetch(port, (request) => chat.webhooks.telegram(request, { waitUntil: () => {} }));
