import type { DocumentRef, Passage } from "../../knowledge/knowledge-index.ts";
import { displayDate } from "../../language/dates.ts";
import { fold } from "../../language/fold.ts";
import { syllables } from "../../language/syllables.ts";
import { type Block, list, source, text } from "../../messaging/reply.ts";
import { AGE } from "./answering-wording.ts";

/** About one screen of a phone. */
export const ANSWER_LENGTH = 700;

const ITEM = /^(?:-|\d+\.)\s+/u;
const SENTENCE_END = /(?<=[.!?…])\s+(?=\p{Lu}|\d)/u;

/** The passage's own words as blocks: all that fit, else the beginning and the most relevant sentences. */
export function quote(passage: Passage, question: string, room: number): Block[] {
  const fitting = passage.text.length <= room ? passage.text : condense(passage.text, question, room);
  return fitting.split(/\n{2,}/u).flatMap(blocksOf);
}

/** Prose and items in their order. */
function blocksOf(paragraph: string): Block[] {
  const runs: string[][] = [];
  for (const line of paragraph.split("\n")) {
    const run = runs.at(-1);
    if (run?.[0] !== undefined && ITEM.test(run[0]) === ITEM.test(line)) run.push(line);
    else runs.push([line]);
  }
  return runs.map((run) => (ITEM.test(run[0] ?? "") ? list(...run.map(withoutMark)) : text(run.join("\n"))));
}

const withoutMark = (line: string): string => line.replace(ITEM, "");

/** True where a line of the passage is an item of a list. */
export const hasList = ({ text: whole }: Pick<Passage, "text">): boolean =>
  whole.split("\n").some((line) => ITEM.test(line));

/**
 * The first sentences of a passage, as many as fit; null where they announce a list, or are one.
 * @example opening({ text: "Không được đánh. Giữ lại, gọi 113." }, 20) // "Không được đánh."
 */
export function opening({ text: whole }: Pick<Passage, "text">, room: number): string | null {
  const [first = ""] = whole.split("\n");
  if (ITEM.test(first)) return null;
  const said = first.split(SENTENCE_END).reduce((words, sentence) => {
    const longer = words === "" ? sentence : `${words} ${sentence}`;
    return longer.length <= room || words === "" ? longer : words;
  }, "");
  return said.endsWith(":") || said.length > room ? null : said;
}

/** The items and sentences of a passage, in their order. */
export const linesOf = ({ text: whole }: Pick<Passage, "text">): readonly string[] =>
  whole
    .split("\n")
    .flatMap((line) => line.replace(ITEM, "").split(SENTENCE_END))
    .filter(Boolean);

/** The sources of the passages, each once, with the day of the last check, and whether it is a single one. */
export function cite(passages: readonly Passage[]): Block[] {
  const blocks = passages.map((passage) => {
    const { citation, document, sources } = passage;
    return source(`${citation} ${checkedOn(document, doubtOf(passage))}`, sources[0] ?? addressOf(document));
  });
  return blocks.filter(
    (block, i) => blocks.findIndex((other) => JSON.stringify(other) === JSON.stringify(block)) === i,
  );
}

/** A document itself as the source. */
export function citeDocument(document: DocumentRef): Block {
  return source(`${document.number ?? document.title} ${checkedOn(document)}`, document.url);
}

/** Where a document is about one law its address is a source of each of its sections; else it is only one of many. */
const addressOf = ({ number, url }: DocumentRef): string | undefined =>
  number === undefined ? undefined : url;

/** A source line that says itself how weak it is isn't told so twice. */
const SAYS_SO = /một nguồn|đối chiếu/iu;

const doubtOf = ({ citation, ageing }: Passage): string | undefined =>
  ageing?.confirmed === "weak" && !SAYS_SO.test(citation) ? AGE.weak : undefined;

function checkedOn({ asOf }: DocumentRef, doubt?: string): string {
  const day = `cập nhật ${displayDate(asOf)}`;
  return `(${doubt === undefined ? day : `${day}; ${doubt}`})`;
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
