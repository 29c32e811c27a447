import {
  AGAIN,
  AGE,
  COMPOSED,
  DID_YOU_MEAN,
  NEAREST,
  NOT_KNOWN,
  PARTICULARS,
  WHOM_TO_ASK,
} from "../src/features/answering/answering-wording.ts";
import { cite, citeDocument } from "../src/features/answering/quote.ts";
import { IN_DOUBT } from "../src/features/emergency/emergency-wording.ts";
import type { Passage } from "../src/knowledge/knowledge-index.ts";
import { displayDate } from "../src/language/dates.ts";
import type { Block } from "../src/messaging/reply.ts";
import type { Exchange } from "./exchange.ts";
import { read } from "./reading.ts";

const SENTENCE_END = /(?<=[.!?…])\s+|\n+/u;
const NUMBER = /\d+(?:[.,/:-]\d+)*/gu;
const ADDRESS = /(?:https?:\/\/|www\.)\S+/giu;
const NAME = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}]*(?:\s+\p{Lu}[\p{L}\p{M}]*)+/gu;
const ITEM = /^(?:[-•]|\d+\.)\s+/gmu;

/** Sentences that are ours, whatever was found: what stands in them needs no source. */
const HERE = "§";
const OURS: readonly RegExp[] = [
  AGAIN,
  COMPOSED,
  DID_YOU_MEAN,
  WHOM_TO_ASK,
  NEAREST(HERE),
  ...[AGE.replaced(HERE), AGE.ahead(HERE), AGE.past(HERE)].flatMap((note) => [note, AGE.ofOne(HERE, note)]),
  IN_DOUBT(HERE),
  PARTICULARS.signerUnknown,
  ...NOT_KNOWN.blocks.flatMap((block) => (block.kind === "text" ? [block.text] : [])),
].flatMap((wording) => wording.split(SENTENCE_END).map(asForm));
/** Sentences of ours round what a document's front matter says. */
const FRAMED: readonly RegExp[] = [
  PARTICULARS.effective(HERE, HERE),
  PARTICULARS.issuer(HERE, HERE, HERE),
  PARTICULARS.issuer(HERE, HERE, ""),
].map(asForm);

/** The passages that a reply names as its sources: those found in its turn that are cited by one of its lines. */
export function citedPassages({ replies, searches }: Exchange): Passage[] {
  const lines = new Set(
    replies.flatMap(({ blocks }) =>
      blocks.filter(({ kind }) => kind === "source").map((b) => JSON.stringify(b)),
    ),
  );
  const isCited = (passage: Passage) =>
    [...cite([passage]), citeDocument(passage.document)].some((block) => lines.has(JSON.stringify(block)));
  const cited = new Map(
    searches
      .flat()
      .filter(isCited)
      .map((passage) => [passage.id, passage]),
  );
  return [...cited.values()];
}

/** Everything that a passage says of its matter: its words, its headings, and the document's front matter. */
export function wholeOf({ text, headings, citation, document, ageing = {} }: Passage): string {
  const { title, number = "", issuer = "", issued, effective } = document;
  const dates = [issued, effective].flatMap((date) => (date === undefined ? [] : [displayDate(date)]));
  const { supersededBy = "", validFrom = "", checkAfter = "" } = ageing;
  const age = [supersededBy, displayDate(validFrom), displayDate(checkAfter)];
  return [text, ...headings, citation, title, number, issuer, ...dates, ...age].join("\n");
}

/**
 * What of an answer from the knowledge doesn't stand in the passages that it cites; judged without the guard. Numbers
 * and dates whole, names as they are written; of an answer quoted from the knowledge every sentence, word for word.
 * @returns null where the reply cites no passage: then it isn't an answer from the knowledge
 */
export function ungrounded(exchange: Exchange): string[] | null {
  const cited = citedPassages(exchange);
  if (cited.length === 0) return null;
  const sentences = sentencesOf(exchange).filter((sentence) => !OURS.some((form) => form.test(sentence)));
  const whole = cited.map(wholeOf).join("\n");
  const isComposed = exchange.events.includes("model_answered");
  const quotable = spaced(whole.replace(ITEM, ""));
  return sentences.flatMap((sentence) => [
    ...strangers(sentence, whole),
    ...(isComposed || FRAMED.some((form) => form.test(sentence)) || quotable.includes(spaced(sentence))
      ? []
      : [`not word for word: ${sentence}`]),
  ]);
}

/** Numbers, dates, addresses and names of a text that don't stand in another. */
export function strangers(text: string, whole: string): string[] {
  const numbers = numbersOf(whole);
  // "Thông tư 124" is Thông tư 124/2021.
  const known = new Set([...numbers, ...numbers.map((number) => number.replace(/\/\d{4}$/u, ""))]);
  return [
    ...numbersOf(text).flatMap((number) => (known.has(number) ? [] : [`number: ${number}`])),
    ...[...text.matchAll(ADDRESS)].flatMap(([url]) => (whole.includes(url) ? [] : [`address: ${url}`])),
    ...namesOf(text).flatMap((name) => (isKnownName(name, spaced(whole)) ? [] : [`name: ${name}`])),
  ];
}

/** Numbers and dates in one form each, so that 10/2/2022 and "ngày 10 tháng 2 năm 2022" are the same. */
export function numbersOf(text: string): string[] {
  return read(text.normalize("NFKC")).folded.match(NUMBER) ?? [];
}

/** Two words or more with a capital; the first word of a sentence has one anyway. */
function namesOf(sentence: string): string[] {
  return [...sentence.matchAll(NAME)].flatMap(({ 0: run, index }) => {
    const name = index === 0 ? run.split(/\s+/u).slice(1).join(" ") : spaced(run);
    return name.includes(" ") ? [name] : [];
  });
}

/** Known as a whole, or as the end of one sentence and the beginning of the next. */
function isKnownName(name: string, whole: string): boolean {
  if (whole.toLowerCase().includes(name.toLowerCase())) return true;
  const words = name.split(" ");
  return words.some(
    (_, i) =>
      i > 0 && whole.includes(words.slice(0, i).join(" ")) && whole.includes(words.slice(i).join(" ")),
  );
}

function sentencesOf({ replies }: Exchange): string[] {
  return replies
    .flatMap(({ blocks }) => blocks.flatMap(wordsOf))
    .flatMap((words) => words.split(SENTENCE_END))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}

function wordsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case "text":
    case "strong":
    case "quote":
      return [block.text];
    case "list":
      return block.items;
    case "table":
      return [block.header, ...block.rows].flat();
    case "source":
      return [];
  }
}

const spaced = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** A sentence of ours with any words at its marks. */
function asForm(sentence: string): RegExp {
  const parts = sentence.split(HERE).map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&"));
  return new RegExp(`^${parts.join(".+")}$`, "u");
}
