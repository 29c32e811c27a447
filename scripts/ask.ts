import { join } from "node:path";
import { parseArgs } from "node:util";
import { createAssistant } from "../src/assistant/assistant.ts";
import { createServices } from "../src/assistant/wiring/create-services.ts";
import type { Inbound } from "../src/messaging/inbound.ts";
import { plainText } from "../src/messaging/reply.ts";
import { ingestLocal } from "./lib/ingest.ts";
import { migrateLocal, openLocal } from "./lib/local.ts";
import { ROOT } from "./lib/root.ts";

/** npm run ask -- [--official] "câu hỏi": one answer on stdout, as a citizen or as an official would get it. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { official: { type: "boolean", default: false } },
});
const question = positionals.join(" ").trim();
if (question === "") {
  console.error('Cách dùng: npm run ask -- [--official] "câu hỏi"');
  process.exit(2);
}

/** A state of its own: a server that runs meanwhile keeps its databases to itself. */
const local = await openLocal({ persistTo: join(ROOT, ".wrangler/ask") });
try {
  await migrateLocal(local);
  const { refused } = await ingestLocal(local.KNOWLEDGE);
  if (refused.length > 0)
    console.error(`${refused.length} chỗ trong knowledge/ bị từ chối: xem npm run ingest`);
  const services = { ...createServices(local, {}), isOfficial: async () => values.official };
  const { replies } = await createAssistant(services)(inbound(question, values.official), {});
  console.log(replies.map(plainText).join("\n\n"));
} finally {
  await local.dispose();
}

function inbound(text: string, official: boolean): Inbound {
  const channel = official ? "telegram" : "zalo";
  return {
    key: "ask",
    channel,
    chat: "ask",
    sender: "ask",
    isPrivate: true,
    at: Date.now(),
    content: { kind: "text", text },
  };
}
