import { fold, foldedAlternatives } from "../../../language/fold.ts";
import { countsIn, recounted } from "./counts.ts";
import { amountsIn } from "./details.ts";
import { CORRECTING, saysWrong, tellingWords, withoutTail } from "./leftover.ts";
import json from "./small-words.json" with { type: "json" };

const DENIALS = foldedAlternatives(json.correcting.denials);
/** "không phải 47", "ko phai 4": an hour is put right elsewhere. */
const DENIED = new RegExp(
  `(?<![a-z])(?:${DENIALS}) +(?:[a-z]+ )?(\\d+)(?![\\d.,/]*\\d|[a-z]| *(?:h|gio|giờ)(?![a-z]))`,
  "u",
);

/**
 * The story with the number or the sum that a message puts right in the place of the wrong one; null where the message puts
 * none right, or doesn't say which.
 * @example withRightNumber("biển đuôi 47, xe trắng", "đuôi 74 nhé không phải 47") // "biển đuôi 74, xe trắng"
 */
export const withRightNumber = (story: string, text: string): string | null =>
  withRightAmount(story, text) ??
  recountedDenied(story, text) ??
  withOtherNumber(story, text) ??
  withRightCode(story, text) ??
  withRightMark(story, text) ??
  recountedRight(story, text);

/** "Không phải 6 người, 9 người mới đúng" counts the same things. */
const recountedDenied = (story: string, text: string): string | null =>
  countsIn(text).length > 0 && DENIED.test(fold(text.normalize("NFC"))) ? recounted(story, text) : null;

/** "Không phải 4 đâu, có 5": the number that is denied, where the story has it once, gives way to the first of the others. */
function withOtherNumber(story: string, text: string): string | null {
  const plain = fold(text.normalize("NFC"));
  const denied = DENIED.exec(plain);
  if (denied?.[1] === undefined) return null;
  const behind = plain.slice(denied.index + denied[0].length);
  const right = NUMBER.exec(behind)?.[0] ?? NUMBER.exec(plain.slice(0, denied.index))?.[0];
  const places = [...story.matchAll(new RegExp(`(?<![\\d.,/])${denied[1]}(?![\\d.,/]*\\d)`, "gu"))];
  const [at] = places;
  if (right === undefined || at === undefined || places.length > 1) return null;
  return `${story.slice(0, at.index)}${right}${story.slice(at.index + denied[1].length)}`;
}

const NUMBER = /(?<![\d.,/])\d+(?![\d.,/]*\d)(?! *(?:h|gio)(?![a-z]))/u;

/** What says that something else was wrong: "sửa lại 5tr5 nhé", and of several sums the one of "3tr7 mới đúng". */
const clausesRight = (text: string): readonly string[] => [
  ...(saysWrong(text) ? [text] : []),
  ...text.split(/[,;.]\s+|\n/u).filter((part) => saysWrong(part) || withoutTail(part) !== part),
];

/** "Sửa lại 5tr5 nhé": a sum that is said to be right, in the place of the one that it must mean. */
function withRightAmount(story: string, text: string): string | null {
  const old = amountsIn(story);
  const isNew = ({ words }: { readonly words: string }) => !old.some((one) => one.words === words);
  const found = clausesRight(text).flatMap((clause) => {
    const right = onlyOne(amountsIn(clause), isNew);
    return right === undefined ? [] : [{ right, clause }];
  })[0];
  if (found === undefined) return null;
  const { right, clause } = found;
  const wrong =
    old.length === 1
      ? old[0]
      : (onlyOne(old, (one) => starts(one.words, right.words)) ??
        onlyOne(old, (one) => said(story, one.at) !== "" && said(story, one.at) === said(clause, right.at)));
  if (wrong === undefined) return null;
  return `${story.slice(0, wrong.at)}${right.words}${story.slice(wrong.at + wrong.words.length)}`;
}

/** A plate, an account, a telephone number: the figures of it, as they are typed in one piece. */
const CODE = /(?<![\p{L}\d.])\d[\d.-]{2,}\d(?![\p{L}\d])/gu;
const digitsOf = (code: string): string => code.replace(/\D/gu, "");
/** Of the figures of a slip at most so many are others. */
const SLIP = 2;

/** "À nhầm, 045.23 nhé": the figures of a plate or an account in the place of those that they nearly are. */
function withRightCode(story: string, text: string): string | null {
  if (clausesRight(text).length === 0) return null;
  const told = [...story.matchAll(CODE)];
  const right = onlyOne([...text.matchAll(CODE)], ([code]) => !told.some(([one]) => one === code))?.[0];
  if (right === undefined) return null;
  const wrong = onlyOne(told, ([code]) => isSlip(digitsOf(code), digitsOf(right)));
  if (wrong === undefined) return null;
  return `${story.slice(0, wrong.index)}${right}${story.slice(wrong.index + wrong[0].length)}`;
}

/** Figures and letters in one: the beginning of a plate, the number of a house. */
const MARK = /(?<![\p{L}\d])(?:\d+[A-ZĐ]+\d*|[A-ZĐ]+\d+)(?![\p{L}\d])/giu;
const shapeOf = (mark: string): string => mark.replace(/\d/gu, "0").replace(/\p{L}/gu, "A");
const DENIED_MARK = new RegExp(`(?<![a-z])(?:${DENIALS}) +(?:[a-z]+ )?([a-z]*\\d+[a-z]*)(?![a-z\\d])`, "u");

/** "15C chứ không phải 16C": the mark that is denied gives way to the one of its form. */
function withRightMark(story: string, text: string): string | null {
  const denied = DENIED_MARK.exec(fold(text.normalize("NFC")))?.[1];
  if (denied === undefined || /^\d+(?:h|g|p)?$/u.test(denied)) return null;
  const isDenied = ([mark]: RegExpMatchArray): boolean => fold(mark) === denied;
  const wrong = onlyOne([...story.matchAll(MARK)], isDenied);
  const right = onlyOne(
    [...text.matchAll(MARK)],
    (one) => !isDenied(one) && shapeOf(one[0]) === shapeOf(denied),
  );
  if (wrong?.index === undefined || right === undefined) return null;
  return `${story.slice(0, wrong.index)}${right[0]}${story.slice(wrong.index + denied.length)}`;
}

/** "9 đứa cơ, em đếm sót": the count that is said to be right, in the place of the one of the same things. */
const recountedRight = (story: string, text: string): string | null =>
  clausesRight(text).reduce<string | null>((right, clause) => right ?? recounted(story, clause), null);

const isSlip = (wrong: string, right: string): boolean =>
  wrong.length === right.length && [...wrong].filter((figure, at) => figure !== right[at]).length <= SLIP;

function onlyOne<T>(all: readonly T[], is: (one: T) => boolean): T | undefined {
  const [one, another] = all.filter(is);
  return another === undefined ? one : undefined;
}

/** "12tr" is "12tr8" without its last figure. */
const starts = (short: string, long: string): boolean =>
  fold(long).replaceAll(" ", "").startsWith(fold(short).replaceAll(" ", ""));

/** The last word before a sum that says what it is of: "vay", "mất". */
const said = (text: string, at: number): string =>
  fold(tellingWords(text.slice(0, at), CORRECTING).at(-1) ?? "");
