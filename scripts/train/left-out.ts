import type { Passage } from "../../src/knowledge/knowledge-index.ts";
import { prepareKnowledge } from "../lib/ingest.ts";
import { type Labelled, readMessages, readOlder } from "./examples.ts";
import type { Wordings } from "./learn.ts";

/** One in so many of the sections' other wordings, and of the batches, is kept from training. */
const ONE_WORDING_IN = 6;
const ONE_BATCH_IN = 5;
/** Which of them. */
const BATCH_AT = 2;

/** A question whose section is known. */
export interface Asked {
  readonly text: string;
  readonly passage: string;
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
      asked.push({ text, passage: passage.id });
      return false;
    });
    return { ...passage, asks };
  });
  const all = [...readMessages(), ...readOlder()];
  const batches = [...new Set(all.map(({ batch }) => batch))].sort();
  const strange = new Set(batches.filter((_, i) => i % ONE_BATCH_IN === BATCH_AT));
  return {
    passages: kept,
    wordings: kept.map(({ headings, asks }) => [headings.at(-1) ?? "", ...asks]),
    asked,
    messages: all.filter(({ batch }) => !strange.has(batch)),
    strange: all.filter(({ batch }) => strange.has(batch)),
  };
}
