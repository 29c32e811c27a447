import { join } from "node:path";
import { Miniflare } from "miniflare";
import { PlainConversations } from "../../../src/ledger/plain-conversations.ts";
import type { Chats } from "../../../src/messaging/chats.ts";
import { CommandError } from "../command-errors.ts";
import { migrate } from "../migrations.ts";
import { ROOT } from "../root.ts";
import type { Bundle } from "./bundle.ts";
import { clearTraces, unsealedChats } from "./chat-files.ts";
import { runtimeOptions } from "./options.ts";
import { endOrphan } from "./process.ts";

export interface SealOptions {
  readonly bundle: Bundle;
  readonly stateDir: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
}

/**
 * Moves every chat of a state folder to a sealed one whose file name tells nothing, then removes what is left of the old
 * ones: their files, and traces of their names in the runtime's and the ledger's free pages. Can be repeated; a death in
 * the middle leaves the rest for the next time. The caller has the folder's lock. What waited in a chat may go out.
 * @returns how many chats moved and how many files were removed
 * @throws CommandError where a chat is left
 */
export async function sealState(
  options: SealOptions,
): Promise<{ readonly moved: number; readonly files: number }> {
  const { bundle, stateDir, settings, log } = options;
  await endOrphan(stateDir);
  const runtime = new Miniflare(
    runtimeOptions({
      bundle,
      stateDir,
      settings,
      host: "127.0.0.1",
      port: 0,
      onLog: () => {},
      onRestart: () => {},
    }),
  );
  let moved = 0;
  try {
    const ledger = await runtime.getD1Database("LEDGER", bundle.config.name);
    await migrate(ledger, join(ROOT, "migrations/ledger"));
    const list = new PlainConversations(ledger as unknown as D1Database);
    await list.add(unsealedChats(stateDir));
    const chats = (await runtime.getDurableObjectNamespace(
      "CONVERSATION",
      bundle.config.name,
    )) as unknown as Chats;
    for (const id of await list.all()) {
      await chats.get(chats.idFromString(id)).changeOver();
      moved += 1;
      if (moved % 1_000 === 0) log(`Đã niêm phong ${moved} cuộc trò chuyện…`);
    }
  } finally {
    await runtime.dispose();
  }
  const left = unsealedChats(stateDir);
  if (left.length > 0)
    throw new CommandError(
      `Còn ${left.length} cuộc trò chuyện chưa niêm phong được. Hãy chạy lại npm run seal.`,
    );
  return { moved, files: clearTraces(stateDir) };
}
