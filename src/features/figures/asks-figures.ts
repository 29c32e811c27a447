import { chanceOf } from "../../reader/names/likely.ts";
import type { TurnContext } from "../../turn/feature.ts";
import { computes, HARDLY } from "./documents-first.ts";
import { readChoice } from "./parse/choice.ts";
import type { Reading } from "./parse/figure-reading.ts";
import type { FigureRequest } from "./parse/figure-request.ts";
import { isLittle } from "./parse/named-spans.ts";
import { HOME } from "./places.ts";

const likely = ({ reading }: TurnContext): number => chanceOf(reading.learned.acts, "figures");

/**
 * True where hardly a figure is asked for, and a third of the words are none of figures: "hội nghị tổng kết họp ở đâu". A
 * story of which half is none is no question for them, whatever places and sums stand in it.
 */
export function isOtherMatter(context: TurnContext, read: Reading, asks: FigureRequest): boolean {
  const says = asks.kind === "summary" && read.periods.hits.length > 0 && (asks.asked?.length ?? 0) > 0;
  if (says || likely(context) >= HARDLY) return false;
  const { words, unknown, places } = read;
  if (words.length > STORY && (likely(context) < NEVER || 2 * unknown.length > words.length)) return true;
  const isHome = places.every(({ place }) => place.province === HOME.province);
  const isRead = 3 * unread(read, asks) <= words.length;
  return isHome && !isRead && !(asks.kind === "query" && computes(asks.query));
}

/** More words tell a story; less probable than this one asks for no figure at all. */
const STORY = 20;
const NEVER = 0.005;

/** How many words say something else; beside a type and a period those that say little are let pass. */
function unread({ unknown, tags, periods }: Reading, request: FigureRequest): number {
  if (request.kind === "summary") return request.unread;
  const asks = (kind: string) => tags.some(({ tag }) => tag.startsWith(kind));
  const isPlain = asks("unit:") && (periods.hits.length > 0 || (asks("is:met") && asks("cue:quantity")));
  return unknown.filter((word) => !isPlain || !isLittle(word)).length;
}

/** What is hardly meant as a question for figures still is one where it names a quantity, number or time. */
export const mayAskForFigures = (context: TurnContext, read: Reading): boolean =>
  read.numbers.length > 0 || namesQuantity(context, read);

/** True where its words name a quantity, a time, another place or a document, or the reader takes it for a figure. */
export function namesQuantity(context: TurnContext, reading: Reading): boolean {
  const { tags, periods, places, documents } = reading;
  const counts =
    tags.some(({ tag }) => tag === "cue:quantity" || tag === "cue:ratio") ||
    (places.length > 0 && tags.some(({ tag }) => /^is:(?:met|notMet)$/u.test(tag))) ||
    (tags.some(({ tag }) => tag === "unit:any") && readChoice(reading, false) !== undefined);
  const isElsewhere = places.some(({ place }) => place.province !== HOME.province);
  return (
    likely(context) >= HARDLY || counts || isElsewhere || periods.hits.length > 0 || documents.length > 0
  );
}
