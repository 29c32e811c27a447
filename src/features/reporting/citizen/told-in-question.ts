import { hasQuestion } from "../../../language/asks.ts";
import { fold } from "../../../language/fold.ts";
import { withoutLeadIn } from "../../../language/question.ts";
import { readUtterance } from "../../../language/utterance.ts";
import { readLearned } from "../../../reader/learned-reading.ts";
import { chanceOf } from "../../../reader/names/likely.ts";
import type { LearnedReading } from "../../../reader/read-by.ts";
import { tellsOfIncident } from "../../../reading/incident/detect-incident.ts";
import { hideSecrets } from "../dialogue/protect.ts";

/** What a message tells though it asks, or though nothing tells it surely. */
export interface ToldBeside {
  /** Without the words that only ask, where they stand behind. */
  readonly words: string;
  /** Read by itself it surely tells of a wrong. */
  readonly isSure: boolean;
}

/** How probable it must be that words tell; less sure, they only begin what is told on later. */
const TELLS = { surely: 0.9, perhaps: 0.05 } as const;
/** Words that more probably ask than so tell nothing. */
const ASKS = 0.5;
/** So sure the kind of wrong must be. */
const OF_KIND = 0.5;
/** The words of a question without "thì" are at most so many, and what is told before them at least. */
const MOST_ASKING = 6;
const LEAST_TOLD = 4;
/** Behind "thì", more words than these tell on. */
const LONGEST_ASKED = 9;
/** A long message is a story or a letter: its own features take it. */
const LONGEST = 240;
/** Whom somebody calls before they tell: with it the reader hears a greeting. */
const CALL = /^(?:\S+\s+){1,4}?(?:ơi|oi)[\s,!.]+(?=\S)/iu;
/** "Thì", as it is typed. */
const THEN: ReadonlySet<string> = new Set(["thi", "thy"]);

/**
 * What a message tells besides what it asks: "nhà em mất hai con chó thì báo ai" tells of a theft. The words before the question
 * are read by themselves, since with it the reader hears nothing else; a question of rules has none that tell.
 * @example toldBeside("ở bản tôi nó hay tụ tập đánh bạc thì nói với ai") // { words: "ở bản tôi nó hay tụ tập đánh bạc", isSure: true }
 */
export function toldBeside(typed: string): ToldBeside | null {
  const text = withoutLeadIn(hideSecrets(typed.normalize("NFC").trim())).replace(CALL, "");
  const words = text.split(/\s+/u).filter(Boolean);
  if (text.length > LONGEST || words.length < LEAST_TOLD) return null;
  const surelyAsks = chanceOf(readLearned(readUtterance(text), "none").acts, "ask") >= ASKS;
  let perhaps: ToldBeside | null = null;
  for (const end of endsOf(words)) {
    const head = words.slice(0, end).join(" ");
    const isThen = isThenAt(words, end);
    // "Đánh bạc dưới 5 triệu có bị đi tù không" asks of rules; nothing parts what it tells from what it asks.
    if (!isThen && ((surelyAsks && end < words.length) || hasQuestion(readUtterance(head)))) continue;
    const tellsOn = isThen && words.length - end > LONGEST_ASKED;
    const told = beside(head, tellsOn || end === words.length ? text : head);
    if (told?.isSure === true) return told;
    perhaps ??= told;
  }
  return perhaps;
}

/** The first words of a story without the question behind "thì": whoever reads the report needs no "báo ai". */
export function withoutAsked(typed: string): string {
  const words = typed.trim().split(/\s+/u);
  const end = words.findLastIndex((_, at) => isThenAt(words, at));
  const [head, asked] = [words.slice(0, end).join(" "), words.slice(end + 1)];
  const isCut = end > 1 && asked.length < LONGEST_ASKED && hasQuestion(readUtterance(asked.join(" ")));
  return isCut && beside(head, head)?.isSure === true ? head : typed;
}

/** Where what is told may end: with the message, before each "thì", else somewhere before the last words. */
function endsOf(words: readonly string[]): readonly number[] {
  const beforeThen = words.flatMap((_, at) => (at >= 2 && isThenAt(words, at) ? [at] : []));
  if (beforeThen.length > 0) return [words.length, ...beforeThen.toReversed()];
  if (!hasQuestion(readUtterance(words.join(" ")))) return [words.length];
  const most = Math.min(MOST_ASKING, words.length - LEAST_TOLD);
  return Array.from({ length: Math.max(0, most) }, (_, i) => words.length - 1 - i);
}

const isThenAt = (words: readonly string[], at: number): boolean =>
  THEN.has(fold((words[at] ?? "").toLowerCase()).replace(/[^a-z]/gu, ""));

/** The last sentence says what is told; before it stands who writes, and why. */
function beside(head: string, words: string): ToldBeside | null {
  const last = head.split(/[.!?;\n]+/u).findLast((part) => part.trim() !== "");
  const learned = readLearned(readUtterance(last ?? head), "none");
  const told = chanceOf(learned.acts, "tell", "danger", "more");
  const asks = chanceOf(learned.acts, "ask", "figures", "chat", "human");
  const mayTell = tellsOfIncident(learned) || (told >= TELLS.perhaps && asks < ASKS);
  return mayTell ? { words, isSure: told >= TELLS.surely && isOfKind(learned) } : null;
}

const isOfKind = ({ incidents: [first] }: Pick<LearnedReading, "incidents">): boolean =>
  first !== undefined && first.is !== "other" && first.p >= OF_KIND;
