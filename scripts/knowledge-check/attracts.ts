import { applyBuild, planBuild } from "../../src/knowledge/build-index.ts";
import { createD1Index } from "../../src/knowledge/d1-index.ts";
import { type Encoded, type Encoder, LEARNED_ENCODER } from "../../src/knowledge/encoder.ts";
import { openMemoryDatabase } from "../../test/knowledge/sqlite.ts";
import { at, type Checked, type Finding, named, type Section } from "./checked.ts";

/** Every fourth way of asking is left out at a time, and asked of an index that has never seen it. */
const PARTS = 4;
/** A section that catches fewer questions of others isn't worth a line. */
const LEAST = 3;
/** The worst ones are listed, each with a few of the questions that it catches. */
const LISTED = 15;
const SHOWN = 3;

/** What asking the index has shown. */
export interface Attraction {
  /** The sections that catch the most questions of others, the worst first. */
  readonly findings: readonly Finding[];
  readonly asked: number;
  /** How many would have been asked with more time. */
  readonly wanted: number;
  /** How many found another section than their own. */
  readonly missed: number;
}

interface Held {
  readonly section: Section;
  readonly ask: string;
}

/**
 * Asks the index what it isn't told: each section's ways of asking, while they are left out. Takes the learned order as it
 * is, so a question that it was trained on is found a little too easily.
 * @param isOver asked before each question: true where the time is used up
 */
export async function attraction({ sections }: Checked, isOver: () => boolean): Promise<Attraction> {
  const encoder = remembering(LEARNED_ENCODER);
  const parts = Array.from({ length: PARTS }, (_, part) => held(sections, part));
  const caught = new Map<string, Held[]>();
  let asked = 0;
  for (const [part, questions] of parts.entries()) {
    if (isOver()) break;
    const index = await indexWithout(sections, part, encoder);
    for (const question of spread(questions)) {
      if (isOver()) break;
      asked += 1;
      const { audience } = question.section.passage.document;
      const [first] = await index.search(question.ask, { audience, limit: 1 });
      const { id } = question.section.passage;
      if (first === undefined || first.passage.id === id) continue;
      caught.set(first.passage.id, [...(caught.get(first.passage.id) ?? []), question]);
    }
  }
  const missed = [...caught.values()].reduce((sum, questions) => sum + questions.length, 0);
  return { findings: worst(sections, caught), asked, wanted: parts.flat().length, missed };
}

const isHeld = (index: number, part: number): boolean => index % PARTS === part;

const held = (sections: readonly Section[], part: number): Held[] =>
  sections.flatMap((section) =>
    section.passage.asks.filter((_, i) => isHeld(i, part)).map((ask) => ({ section, ask })),
  );

async function indexWithout(sections: readonly Section[], part: number, encoder: Encoder) {
  const passages = sections.map(({ passage }) => ({
    ...passage,
    asks: passage.asks.filter((_, i) => !isHeld(i, part)),
  }));
  const documents = [...new Map(passages.map(({ document }) => [document.id, document])).values()];
  const db = openMemoryDatabase();
  await applyBuild(db, await planBuild({ documents, passages, refused: [] }, [], 0, encoder));
  return createD1Index(db, encoder);
}

/** In an order in which any beginning is a fair sample of all of them. */
function spread(questions: readonly Held[]): Held[] {
  const stride = Math.max(1, Math.round(Math.sqrt(questions.length)));
  return Array.from({ length: stride }, (_, from) => questions.filter((_, i) => i % stride === from)).flat();
}

/** Each wording is read once, though it stands in three of the four indexes. */
function remembering(encoder: Encoder): Encoder {
  const known = new Map<string, Encoded>();
  return {
    ...encoder,
    encode(text) {
      const encoded = known.get(text) ?? encoder.encode(text);
      known.set(text, encoded);
      return encoded;
    },
  };
}

function worst(sections: readonly Section[], caught: ReadonlyMap<string, readonly Held[]>): Finding[] {
  return sections
    .flatMap((section) => {
      const questions = caught.get(section.passage.id) ?? [];
      return questions.length < LEAST ? [] : [{ section, questions }];
    })
    .sort((a, b) => b.questions.length - a.questions.length)
    .slice(0, LISTED)
    .map(({ section, questions }) => {
      const shown = questions.slice(0, SHOWN).map((one) => `“${one.ask}” của ${named(one.section)}`);
      return at(section, `hút ${questions.length} câu hỏi của mục khác, như ${shown.join("; ")}`);
    });
}
