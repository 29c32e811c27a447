import { isMadeOf, PatternBook, partsOf, withoutSpans } from "../../../language/pattern-book.ts";
import { readUtterance, type Utterance } from "../../../language/utterance.ts";
import json from "./besides.json" with { type: "json" };

const { files, unnamed, addIt, send, hold, noMore, back, look, givesUp, found, fillers, thanks } = json;

const NO_FILES = new PatternBook(files);
const UNNAMED = new PatternBook(unnamed);
const SEND = new PatternBook(send);
const HOLD = new PatternBook(hold);
const NO_MORE = new PatternBook(noMore);
const BACK = new PatternBook(back);
const LOOK = new PatternBook(look);
const ASIDES = new PatternBook([...files, ...unnamed, ...addIt]);
const WITH_SEND = new PatternBook([...files, ...unnamed, ...addIt, ...send]);
const GIVES_UP = new PatternBook(givesUp);
const FOUND = new PatternBook(found);
const FILLERS = new PatternBook(fillers);
const WITH_THANKS = new PatternBook([...fillers, ...thanks]);

/** What a message says that is no part of what happened. */
export interface Besides {
  /** There is no photo, and none is needed. */
  readonly noFiles: boolean;
  /** The writer isn't to be named. */
  readonly unnamed: boolean;
  /** In the same breath it is to be sent. */
  readonly sends?: true;
  /** The message without that; empty where it says nothing else. */
  readonly rest: string;
}

/**
 * Parts from a message that there are no photos, that its writer isn't to be named, and the question whether it can be added: none
 * is a piece of the story.
 * @example besidesIn("gửi luôn, không cần ảnh") // { noFiles: true, unnamed: false, rest: "", sends: true }
 */
export function besidesIn(text: string): Besides {
  const whole = readUtterance(text);
  const said = (book: PatternBook): boolean => book.has(whole);
  if (!said(ASIDES)) return { noFiles: false, unnamed: false, rest: text };
  // "gửi luôn không cần ảnh": in one breath.
  if (isMadeOf(whole, WITH_SEND, FILLERS))
    return {
      noFiles: said(NO_FILES),
      unnamed: said(UNNAMED),
      rest: "",
      // "Ảnh gửi sau" sends nothing.
      ...(SEND.has(withoutSpans(whole, NO_FILES.all(whole))) && { sends: true as const }),
    };
  const parts = text.split(/(?<=[,.;!\n])/u);
  const isAside = (part: string): boolean => isMadeOf(readUtterance(part), ASIDES, FILLERS);
  const asides = parts.filter(isAside).map(readUtterance);
  const rest = parts.filter((part) => !isAside(part)).join("");
  return {
    noFiles: asides.some((part) => NO_FILES.has(part)),
    unnamed: asides.some((part) => UNNAMED.has(part)),
    rest: asides.length === 0 ? text : rest.replace(/[\s,;]+$/u, "").trim(),
  };
}

/** True where a message is nothing but the wish to wait: "khoan đã". It neither sends nor deletes; "đừng gửi nữa" gives up. */
export const isHold = (utterance: Utterance): boolean =>
  isMadeOf(utterance, HOLD, FILLERS) && !NO_MORE.has(utterance);

/** True where a message says, among other things, that it isn't to go yet. */
export const saysHold = (utterance: Utterance): boolean => HOLD.has(utterance);

/** With more words it tells something of its own. */
const LONGEST_BACK = 12;

/** True where somebody wants to see again what was told, or to have back what was deleted. */
export const wantsBack = (utterance: Utterance): boolean =>
  (utterance.words.length <= LONGEST_BACK && BACK.has(utterance)) || isMadeOf(utterance, LOOK, FILLERS);

/** True where a message is nothing but the wish to stop, with thanks or without. */
export const isOnlyGivenUp = (utterance: Utterance): boolean => isMadeOf(utterance, GIVES_UP, WITH_THANKS);

/** With more words, or with a "but", something of what was lost may still be told. */
const LONGEST_FOUND = 16;
const STILL_LOST = new PatternBook(["(nhưng/còn thiếu/vẫn/mất mất/thiếu)"]);
const LOST: ReadonlySet<string> = new Set(["theft", "lostProperty"]);

/**
 * True where a part of a message is nothing but the wish to stop, with or without a reason beside it, or where what was lost has been
 * found. It is asked about: nothing is deleted by such words alone.
 * @example givesUpReport("thôi khỏi báo, xe ở nhà em tôi rồi", "theft") // true
 */
export function givesUpReport(text: string, category: string): boolean {
  const whole = readUtterance(text);
  if (saysHold(whole) && !NO_MORE.has(whole)) return false;
  const isFound = whole.words.length <= LONGEST_FOUND && FOUND.has(whole) && !STILL_LOST.has(whole);
  return (
    (LOST.has(category) && isFound) ||
    partsOf(text).some((part) => isMadeOf(readUtterance(part), GIVES_UP, FILLERS))
  );
}
