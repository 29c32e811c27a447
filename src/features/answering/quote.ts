import type { DocumentRef, Passage } from "../../knowledge/knowledge-index.ts";
import { telling } from "../../knowledge/reduced-question.ts";
import { readWords } from "../../knowledge/terms.ts";
import { displayDate } from "../../language/dates.ts";
import { fold, isUnmarked } from "../../language/fold.ts";
import { PatternBook } from "../../language/pattern-book.ts";
import { syllables, wordsOf } from "../../language/syllables.ts";
import { readUtterance } from "../../language/utterance.ts";
import { type Block, list, source, text } from "../../messaging/reply.ts";
import cues from "./answer-cues.json" with { type: "json" };

/** About one screen of a phone. */
export const ANSWER_LENGTH = 700;

const ITEM = /^(?:-|\d+\.)\s+/u;
const SENTENCE_END = /(?<=[.!?…])\s+(?=\p{Lu}|\d)/u;

/** The passage's own words as blocks: all that fit, else the beginning and the most relevant sentences. */
export function quote(passage: Passage, question: string, room: number): Block[] {
  const fitting = passage.text.length <= room ? passage.text : condense(passage.text, question, room);
  const whole = answerFirst(fitting, question);
  return whole.split(/\n{2,}/u).flatMap((paragraph) => {
    const lines = paragraph.split("\n");
    const items = lines.filter((line) => ITEM.test(line)).map((line) => line.replace(ITEM, ""));
    const prose = lines.filter((line) => !ITEM.test(line)).join("\n");
    return [...(prose === "" ? [] : [text(prose)]), ...(items.length === 0 ? [] : [list(...items)])];
  });
}

/** So many sentences say what a short question after an answer wants to know. */
const EXCERPT = 2;

/** The sentences that have most of the question's telling words, in their order; the first ones where none has any. */
export function excerpt({ text: whole }: Passage, question: string): string {
  const typed = readWords(question);
  const tells = telling(typed, !typed.every(isUnmarked));
  const sentences = whole
    .split("\n")
    .flatMap((line) => line.replace(ITEM, "").split(SENTENCE_END))
    .filter(Boolean);
  const scores = sentences.map((sentence) => {
    const words = new Set(readWords(sentence).map(fold));
    return typed.reduce((sum, word, i) => (words.has(fold(word)) ? sum + (tells[i] ?? 0) : sum), 0);
  });
  const best = [...sentences.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0)).slice(0, EXCERPT);
  return sentences.filter((_, i) => best.includes(i)).join("\n");
}

/** The sources of the passages, each once, with the day of the last check. */
export function cite(passages: readonly Passage[]): Block[] {
  const blocks = passages.map(({ citation, document, sources }) =>
    source(`${citation} ${checkedOn(document)}`, sources[0] ?? document.url),
  );
  return blocks.filter(
    (block, i) => blocks.findIndex((other) => JSON.stringify(other) === JSON.stringify(block)) === i,
  );
}

/** A document itself as the source. */
export function citeDocument(document: DocumentRef): Block {
  return source(`${document.number ?? document.title} ${checkedOn(document)}`, document.url);
}

const CUES = cues.told.map((cue) => new PatternBook([cue]));
const LEANING = cues.leaning.map(wordsOf);

/** One paragraph with the sentence first that answers, where that sentence can stand alone. */
function answerFirst(whole: string, question: string): string {
  if (whole.includes("\n")) return whole;
  const asked = readUtterance(question);
  const wanted = CUES.filter((cue) => cue.has(asked));
  const sentences = whole.split(SENTENCE_END);
  const says = (sentence: string) => wanted.some((cue) => cue.has(readUtterance(sentence)));
  const at = wanted.length === 0 ? -1 : sentences.findIndex(says);
  const telling = sentences[at];
  if (at < 1 || telling === undefined || leans(telling) || leans(sentences[at + 1] ?? "")) return whole;
  return [telling, ...sentences.filter((_, i) => i !== at)].join(" ");
}

/** True where the sentence begins with a reference to the one before it. */
function leans(sentence: string): boolean {
  const { words } = readUtterance(sentence);
  return LEANING.some((phrase) => phrase.every((word, i) => words[i] === word));
}

function checkedOn({ asOf }: DocumentRef): string {
  return `(cập nhật ${displayDate(asOf)})`;
}

function condense(whole: string, question: string, room: number): string {
  const asked = new Set(syllables(fold(question)));
  const sentences = whole
    .split("\n")
    .flatMap((line, row) =>
      (ITEM.test(line) ? [line] : line.split(SENTENCE_END)).map((sentence) => ({ sentence, row })),
    );
  const score = (sentence: string) =>
    syllables(fold(sentence)).filter((syllable) => asked.has(syllable)).length;
  const byScore = sentences
    .map((_, i) => i)
    .sort(
      (a, b) =>
        Number(b === 0) - Number(a === 0) ||
        score(sentences[b]?.sentence ?? "") - score(sentences[a]?.sentence ?? ""),
    );
  const kept = new Set<number>();
  let length = 0;
  for (const i of byScore) {
    const size = (sentences[i]?.sentence.length ?? 0) + 1;
    if (kept.size > 0 && length + size > room) continue;
    kept.add(i);
    length += size;
  }
  return sentences
    .map(({ sentence, row }, i) =>
      kept.has(i)
        ? `${row === sentences[i - 1]?.row ? " " : "\n"}${sentence}`
        : row === sentences[i - 1]?.row
          ? ""
          : "\n",
    )
    .join("")
    .trim();
}
