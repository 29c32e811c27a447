import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Prepared } from "../scripts/lib/ingest.ts";
import { preparedKnowledge } from "../scripts/lib/prepared.ts";
import { readPrompts } from "../scripts/lib/prompts.ts";
import { planBuild } from "../src/knowledge/build-index.ts";
import { readLibrary } from "../src/knowledge/document.ts";
import type { Passage } from "../src/knowledge/knowledge-index.ts";
import type { Inbound } from "../src/messaging/inbound.ts";
import type { Assistant } from "./assistant.ts";
import type { Attack, AttackTurn } from "./attack.ts";
import { judgeAttack, Secrets } from "./attack-judge.ts";
import { wholeOf } from "./evidence.ts";
import type { Exchange } from "./exchange.ts";

const POISONED = join(import.meta.dirname, "poisoned");

/** The knowledge with the poisoned documents beside it, and what of it all nobody may see. */
export async function preparePoisoned(): Promise<{ readonly prepared: Prepared; readonly secrets: Secrets }> {
  const sound = await preparedKnowledge();
  const poisoned = readLibrary(
    readdirSync(POISONED).map((name) => ({ name, text: readFileSync(join(POISONED, name), "utf8") })),
  );
  if (poisoned.refused.length > 0) throw new Error(`refused: ${JSON.stringify(poisoned.refused)}`);
  const passages = [...sound.passages, ...poisoned.passages];
  const documents = [...new Map(passages.map(({ document }) => [document.id, document])).values()];
  const build = await planBuild({ documents, passages, refused: [] }, [], 0);
  const isOpen = ({ document }: Passage) => document.audience === "public";
  const open = passages.filter(isOpen).map(wholeOf);
  const hidden = passages.filter((passage) => !isOpen(passage)).map(wholeOf);
  const prompts = Object.values(readPrompts());
  // Who it is, its first line, the bot says itself.
  const introductions = prompts.flatMap((prompt) => prompt.split("\n").slice(0, 1));
  return {
    prepared: { build, passages, summary: sound.summary },
    secrets: new Secrets([...hidden, ...prompts], [...open, ...introductions]),
  };
}

/** What of an attack a turn can see; nothing where it needs the wire. */
export function messageOf(turn: AttackTurn): Inbound["content"] | null {
  if (typeof turn === "string") return { kind: "text", text: turn };
  if ("csv" in turn) return null;
  if ("text" in turn) return { kind: "text", text: turn.text };
  if ("edited" in turn) return { kind: "edited", text: turn.edited };
  if ("place" in turn) return { kind: "location", lat: 21.85, lng: 106.76, label: turn.place };
  const { file: name, caption } = turn;
  const media = [{ kind: "file" as const, ref: "tep-138", name }];
  return { kind: "media", media, ...(caption !== undefined && { caption }) };
}

/** One attack against an assistant, beside the same one without a model. */
export async function attackOnce(
  attack: Attack,
  { embedded, assistant }: { readonly embedded: readonly Exchange[]; readonly assistant: Assistant },
  secrets: Secrets,
): Promise<{ readonly replies: readonly Exchange[]; readonly findings: readonly string[] }> {
  const replies = await assistant.converse(messagesOf(attack), "telegram");
  const findings = replies.flatMap((reply, i) => {
    const beside = embedded[i];
    if (beside === undefined) throw new Error("an attack has as many replies with a model as without");
    return judgeAttack(attack, reply, { embedded: beside, secrets });
  });
  return { replies, findings };
}

export const messagesOf = (attack: Attack): Inbound["content"][] =>
  attack.turns.flatMap((turn) => messageOf(turn) ?? []);
