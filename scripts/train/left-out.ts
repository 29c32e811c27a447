import type { Passage } from "../../src/knowledge/knowledge-index.ts";
import { prepareKnowledge } from "../lib/ingest.ts";
import { type Labelled, readMessages, readOlder, readUnanswered } from "./examples.ts";
import type { Wordings } from "./learn.ts";
import { readReal, readRealAsked } from "./sections.ts";

/** One in so many of the sections' other wordings, and of the batches, is kept from training. */
const ONE_WORDING_IN = 6;
const ONE_BATCH_IN = 5;
/** The same of the batches of what people really write: the others are learned from, as in the reader itself. */
const REAL_ASKED_IN = 2;
/** Which of them. */
const BATCH_AT = 2;

/** A question whose section is known. */
export interface Asked {
  readonly text: string;
  readonly passage: string;
  /** A wording of the section that is kept from training, or a message as people really write. */
  readonly kind: "wording" | "real";
}

/** The knowledge and the messages, divided: what a table may learn from, and what it is then asked. */
export interface LeftOut {
  /** Without the wordings that are asked. */
  readonly passages: readonly Passage[];
  readonly wordings: Wordings;
  readonly asked: readonly Asked[];
  readonly messages: readonly Labelled[];
  /** Of batches that the table doesn't learn from. */
  readonly strange: readonly Labelled[];
  /** The batches among them that no section answers. */
  readonly unanswered: ReadonlySet<string>;
}

/** The same each time. */
export async function leaveOut(): Promise<LeftOut> {
  const { passages } = await prepareKnowledge();
  let count = 0;
  const asked: Asked[] = [];
  const kept = passages.map((passage): Passage => {
    const asks = passage.asks.filter((text) => {
      count += 1;
      if (count % ONE_WORDING_IN !== 0) return true;
      asked.push({ text, passage: passage.id, kind: "wording" });
      return false;
    });
    return { ...passage, asks };
  });
  const real = readReal();
  const learned = new Set(
    [...new Set(real.map(({ batch }) => batch))].filter((_, i) => i % REAL_ASKED_IN !== 0),
  );
  const sections = new Map(passages.map(({ id }) => [id, [] as string[]]));
  for (const { section, text, batch } of real) {
    if (learned.has(batch)) sections.get(section)?.push(text);
    else if (sections.has(section)) asked.push({ text, passage: section, kind: "real" });
  }
  const all = [...readMessages(), ...readOlder()];
  const batches = [...new Set(all.map(({ batch }) => batch))].sort();
  const unanswered = new Set(readUnanswered().map(({ batch }) => batch));
  const strange = new Set([...batches.filter((_, i) => i % ONE_BATCH_IN === BATCH_AT), ...unanswered]);
  return {
    passages: kept,
    wordings: kept.map(({ id, headings, asks }) => [
      headings.at(-1) ?? "",
      ...asks,
      ...(sections.get(id) ?? []),
    ]),
    asked,
    messages: [
      ...all.filter(({ batch }) => !strange.has(batch)),
      ...readRealAsked().filter(({ batch }) => learned.has(batch)),
    ],
    strange: all.filter(({ batch }) => strange.has(batch)),
    unanswered,
  };
}
