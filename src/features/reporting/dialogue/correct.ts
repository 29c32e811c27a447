import { UTC_OFFSET } from "../../../language/dates.ts";
import { fold } from "../../../language/fold.ts";
import { PatternBook } from "../../../language/pattern-book.ts";
import { readUtterance } from "../../../language/utterance.ts";
import { DAY } from "../../../platform/time.ts";
import type { Point } from "../../../reader/names/labels.ts";
import type { Occurrence, Place } from "../report.ts";
import { countsIn, recounted } from "./counts.ts";
import { deniedIn, deniedOf, deniesFirst, TELLS, UNIT_WRONG, wanted } from "./denied.ts";
import { findDetails, findsOf, withoutFinds } from "./details.ts";
import { type Progress, takeWords } from "./dialogue.ts";
import type { Draft } from "./draft.ts";
import { appended, putWhen, putWhere, rightInStory } from "./fill.ts";
import { CORRECTING, GENERAL, namesDay, saysWrong, tellingWords, without, withoutTail } from "./leftover.ts";
import { withRightNumber } from "./numbers.ts";
import { withOtherHour } from "./other-hour.ts";
import { rightNumberOf, rightPlaceIn, rightTime, trimmed } from "./plain-correction.ts";
import { partRight } from "./right-place.ts";
import json from "./small-words.json" with { type: "json" };
import { reopen, stay, stepBack } from "./steps.ts";
import { isTimeAnswer, readWhen } from "./when.ts";
import { placeTells, readPlaceAnswer, readWhere } from "./where.ts";

/** What the citizen wants changed; `which`: they don't say. The files and the start anew the feature sees to. */
export type Correction =
  | { readonly kind: "done"; readonly progress: Progress }
  | { readonly kind: "files" | "identity" | "anew" | "which" };

/** So many beside a place are a part of the story: "sai chỗ rồi, gần nhà, có mấy thằng xăm trổ ngồi". */
const TELLS_MORE = 4;

const withStory = (draft: Draft, text: string): Draft => ({
  ...draft,
  what: appended(draft.what, text.trim()),
});

/**
 * Puts a part of the report right: with the new value where the message holds it, else by asking for that part again.
 * @param about which part, by what the learned reader makes of it
 * @example correct(draft, "không phải Kỳ Lừa, ở Giếng Vuông cơ", now, "place") // where.words: "Giếng Vuông"
 */
export function correct(draft: Draft, text: string, now: number, about?: Point): Correction {
  const named = namedPart(text);
  if (named !== undefined && named !== about) return correct(draft, text, now, named);
  const words = withoutTail(wanted(text.trim().normalize("NFC"), now));
  const done = (next: Draft): Correction => ({ kind: "done", progress: { draft: next, notes: [] } });
  switch (about) {
    case "files":
    case "identity":
    case "anew":
      return { kind: about };
    case "back":
      return done(stepBack(draft));
    default:
      break;
  }
  // "không phải 8 9 người, 11 người": a count is neither a place nor a time.
  const number = withRightNumber(draft.what ?? "", text);
  const count = recounted(draft.what ?? "", words);
  const what = number ?? count ?? "";
  const place = rightNumberOf(draft.where?.words, text);
  const where = place === null ? {} : { where: { ...draft.where, words: place } };
  if (what === "" && place !== null) return done(stay({ ...draft, ...where }));
  if (what !== "") {
    const details = { ...draft.details, ...findDetails(what) };
    const isSum = number !== null && count !== number;
    const isMore = isSum && tellingWords(text, CORRECTING).length > TELLS_MORE;
    return done(
      stay({
        ...draft,
        ...where,
        what: isMore ? appended(what, text.trim()) : withMore(what, text),
        details,
      }),
    );
  }
  const isCount = countsIn(words).length > 0 && readWhere(words) === null && readWhen(words, now) === null;
  if (isCount && (about === "time" || about === "place")) return correct(draft, text, now, "people");
  const time = named === undefined && about !== "place" ? rightTime(draft, text, now) : null;
  if (time !== null) {
    const next = fixed(putWhen(fixing(draft, "when"), time), draft);
    const tells = tellingWords(without(text, ...time.words.split(", ")), CORRECTING).length >= TELLS_MORE;
    return done(tells ? withStory(next, text) : next);
  }
  // "Nhầm rồi": the reader's part is a guess where no part is named.
  if (named === undefined && tellingWords(text, GENERAL).length === 0) return { kind: "which" };
  switch (about) {
    case "place": {
      const isChange = words !== text.trim().normalize("NFC") || saysWrong(text) || named !== undefined;
      const where = newPlace(words, words !== text.trim().normalize("NFC"));
      // A place with its name gives way to one without only where it is said to be wrong.
      const before = draft.where?.words ?? "";
      const isLess = placeTells(before) === "name" && placeTells(where?.words ?? "") !== "name";
      if (where !== null && isLess && !saysWrong(text) && deniedIn(before, text) === undefined)
        return told(draft, text, now);
      // "Là ông Bình với ông Toàn ạ": nothing is said to be wrong, and no place is named.
      if (where === null && !isChange && tellingWords(text, CORRECTING).length >= TELLS)
        return told(draft, text, now);
      const more = tellingWords(without(text, where?.words), CORRECTING).length >= TELLS_MORE;
      if (where === null) return done(reopen(more ? withStory(draft, text) : draft, "where"));
      const right = partRight(draft, text, where) ?? where;
      const next = fixed(rightDenied(putWhere(fixing(draft, "where"), right), text, where.words), draft);
      // What stands beside the denied place and the right one is told, too: "không phải cổng chợ, sau chợ cơ, đối diện …".
      const isDenied = deniedIn(draft.where?.words ?? "", text) !== undefined;
      const tells = isDenied ? besideDenied(text, where.words) > 0 : more;
      return done(tells ? withStory(next, text) : next);
    }
    case "time": {
      const when = newTime(draft, words, now);
      return done(
        when === null
          ? reopen(draft, "when")
          : fixed(rightDenied(putWhen(fixing(draft, "when"), when), text, when.words), draft),
      );
    }
    case "what":
    case "details":
    case "people":
      if (tellingWords(text, CORRECTING).length >= TELLS) return told(draft, text, now, about);
      // New words take the place of the whole story: only for who says that it is to be told anew.
      return named === undefined ? { kind: "which" } : done(reopen(draft, "what"));
    default:
      return byWhatItHolds(draft, text, words, now);
  }
}

/**
 * What is right joins the story, and what is denied gives way to the detail that is told in its place: "3tr5 chứ không phải 2tr".
 * "Không phải xe … của em" tells no other plate, and takes none away.
 */
function told(draft: Draft, text: string, now: number, about?: Point): Correction {
  const progress = takeWords({ ...draft, step: "summary" }, text, now, about);
  const denied = deniedOf(text);
  const wrong = findDetails(denied);
  const right = findDetails(fold(text.normalize("NFC")).replace(denied, " "));
  const details = withoutFinds(
    progress.draft.details,
    (find, name) => right[name] !== undefined && findsOf(wrong[name] ?? "").includes(fold(find)),
  );
  return { kind: "done", progress: { ...progress, draft: { ...progress.draft, details } } };
}

/** Nobody said which part: the one of which it holds a new value. */
function byWhatItHolds(draft: Draft, text: string, words: string, now: number): Correction {
  if (rightPlaceIn(words, text.trim().normalize("NFC")) !== null) return correct(draft, text, now, "place");
  if (readWhen(words, now) !== null) return correct(draft, text, now, "time");
  if (tellingWords(text, CORRECTING).length <= TELLS) return { kind: "which" };
  return told(draft, text, now);
}

/** How many words tell something beside what is denied and what is right. In NFC folding doesn't move letters. */
function besideDenied(text: string, right: string | undefined): number {
  const typed = text.normalize("NFC");
  const denied = deniedOf(typed);
  const at = denied === "" ? -1 : fold(typed).indexOf(denied);
  const left = at < 0 ? typed : `${typed.slice(0, at)} ${typed.slice(at + denied.length)}`;
  return tellingWords(withoutTail(without(left, right)), CORRECTING).length;
}

const fixing = (draft: Draft, step: "where" | "when"): Draft => ({ ...draft, step, fixing: true });

/** Back at the question that stood before. */
function fixed({ fixing: _, ...next }: Draft, { step }: Draft): Draft {
  return stay({ ...next, step });
}

const NAMED = Object.entries(json.correcting.named).map(([part, words]) => ({
  part: part as keyof typeof json.correcting.named,
  book: new PatternBook(words),
}));

/** The part that a message names, where it says nothing else: "ghi sai nơi rồi". The longest name is meant: "nội dung". */
function namedPart(text: string): keyof typeof json.correcting.named | undefined {
  if (tellingWords(text, CORRECTING).length > 0) return undefined;
  const utterance = readUtterance(text);
  const found = NAMED.flatMap(({ part, book }) =>
    book.all(utterance).map(({ start, end }) => ({ part, length: end - start })),
  );
  return found.sort((a, b) => b.length - a.length)[0]?.part;
}

/** A new place is what reads as one, or what a few words behind "thành", or beside a denied one, name. */
function newPlace(words: string, isLed: boolean): Place | null {
  const right = words.slice(UNIT_WRONG.exec(fold(words))?.[0].length ?? 0);
  const bare = trimmed(right);
  const told = bare === "" ? null : (readWhere(right) ?? readPlaceAnswer(bare));
  if (told !== null) return told;
  const isShort = bare.split(/\s+/u).length <= FEW_WORDS;
  return isLed && isShort && tellingWords(bare, CORRECTING).length >= TELLS ? { words: bare } : null;
}
const FEW_WORDS = 8;

/** An hour alone is one of the day, or of the days, that were told before. */
function newTime({ when }: Draft, words: string, now: number): Occurrence | null {
  const { from } = when ?? {};
  const read = readWhen(words, now);
  const whole = when === undefined || read === null ? null : withOtherHour(when.words, read.words);
  if (whole !== null) {
    const { from: start, to } = readWhen(whole, now) ?? {};
    return { words: whole, ...(start !== undefined && { from: start }), ...(to !== undefined && { to }) };
  }
  if (read !== null && (from === undefined || namesDay(read.words))) return read;
  if (read !== null) return readWhen(words, Math.min(now, endOfDay(from ?? now))) ?? read;
  // "lúc tan chợ": a time that only they know.
  return isTimeAnswer(words, now) ? { words: words.trim() } : null;
}

const endOfDay = (at: number): number => (Math.floor((at + UTC_OFFSET) / DAY) + 1) * DAY - UTC_OFFSET - 1;

/** What stands behind "3 người chứ không phải 2": it is told like anything else. */
function withMore(story: string, text: string): string {
  const more = text
    .split(/[,;.\n]+/u)
    .map((part) => part.trim())
    .filter((part) => countsIn(part).length === 0 && tellingWords(part, CORRECTING).length >= TELLS)
    .filter((part) => !(/\d/u.test(part) && (deniesFirst(part) || withoutTail(part) !== part)));
  return more.reduce((told, part) => appended(told, part), story);
}

/** The words that are denied, where they stand in the story: "không phải trưa nay, là hôm qua". */
function rightDenied(draft: Draft, text: string, now: string | undefined): Draft {
  return rightInStory(draft, deniedIn(draft.what ?? "", text), now);
}
