import { join } from "node:path";
import { createAssistant } from "../src/assistant/features.ts";
import { createServices } from "../src/assistant/wiring/create-services.ts";
import type { Inbound } from "../src/messaging/inbound.ts";
import { plainText } from "../src/messaging/reply.ts";
import { UsageError } from "./lib/command-errors.ts";
import { runCommand } from "./lib/command-line/command.ts";
import { knowledgeFolder, today, yes } from "./lib/command-line/flags.ts";
import { ingestLocal } from "./lib/ingest.ts";
import { migrateLocal, openLocal } from "./lib/local.ts";
import { preparedKnowledge } from "./lib/prepared.ts";
import { ROOT } from "./lib/root.ts";

/** One answer on stdout, as a citizen or as an official would get it. */
await runCommand({
  name: "npm run ask",
  does: "Hỏi một câu ngay trong cửa sổ lệnh, như người dân (hoặc cán bộ) hỏi.",
  flags: { official: yes("hỏi như cán bộ"), knowledge: knowledgeFolder(), today },
  words: '"câu hỏi"',
  async run({ flags, words }) {
    const question = words.join(" ").trim();
    if (question === "") throw new UsageError("Thiếu câu hỏi.");
    await answer(question, { isOfficial: flags.official, knowledge: flags.knowledge, day: flags.today });
  },
});

interface Circumstances {
  readonly isOfficial: boolean;
  readonly knowledge: string | undefined;
  /** The day on which it is asked, at noon in Vietnam. */
  readonly day: string;
}

async function answer(question: string, { isOfficial, knowledge, day }: Circumstances): Promise<void> {
  const at = Date.parse(`${day}T12:00:00+07:00`);
  // Before the databases are opened: while it is made nothing is read from their connection, and it closes.
  const prepared = await preparedKnowledge(knowledge);
  // Uses its own state folder, so that a running server keeps its databases for itself.
  const local = await openLocal({ persistTo: join(ROOT, ".wrangler/ask") });
  try {
    await migrateLocal(local);
    const { refused } = await ingestLocal(local.KNOWLEDGE, { prepared });
    if (refused.length > 0)
      console.error(`${refused.length} chỗ trong kho kiến thức bị từ chối: xem npm run ingest`);
    const services = { ...createServices(local, {}), isOfficial: async () => isOfficial, now: () => at };
    const { replies } = await createAssistant(services)(inbound(question, isOfficial, at), {});
    console.log(replies.map(plainText).join("\n\n"));
  } finally {
    await local.dispose();
  }
}

function inbound(text: string, official: boolean, at: number): Inbound {
  const channel = official ? "telegram" : "zalo";
  return {
    key: "ask",
    channel,
    chat: "ask",
    sender: "ask",
    isPrivate: true,
    at,
    content: { kind: "text", text },
  };
}
