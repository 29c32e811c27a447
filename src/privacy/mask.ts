import { fold, isUnmarked } from "../vietnamese/fold.ts";
import {
  DOUBTFUL_TITLES,
  EVERYDAY,
  INTRODUCTIONS,
  NAME_ENDS,
  PUBLIC_NAMES,
  SURNAMES,
  TITLES,
} from "./lexicon.ts";

/** What was found and taken out. */
export type Kind =
  | "phone"
  | "identity"
  | "account"
  | "plate"
  | "email"
  | "link"
  | "report_code"
  | "birth_date"
  | "house"
  | "name";

export interface Masked {
  readonly text: string;
  readonly masked: readonly Kind[];
}

/** What stands in its place: words that a reader, human or not, understands. */
const WORDS: Readonly<Record<Kind, string>> = {
  phone: "[số điện thoại]",
  identity: "[số giấy tờ]",
  account: "[số tài khoản]",
  plate: "[biển số]",
  email: "[thư điện tử]",
  link: "[đường dẫn]",
  report_code: "[mã tin báo]",
  birth_date: "[ngày sinh]",
  house: "[địa chỉ]",
  name: "[họ tên]",
};

const GAP = "[\\s.\\-]?";
/** Hidden characters between digits hide nothing from us. */
const HIDDEN = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/gu;

/** In this order: what is longest and surest first. */
const FORMS: readonly (readonly [Kind, RegExp])[] = [
  ["email", /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu],
  ["link", /\b(?:https?:\/\/|www\.)\S+|\b(?:zalo|facebook|fb|t)\.(?:me|com)\/\S+/giu],
  ["report_code", /\bTB[-\s]?[0-9A-Z]{4}[-\s]?[0-9A-Z]{4}\b/giu],
  [
    "birth_date",
    /(?<=(?:sinh\s+ngày|sinh\s+ngay|ngày\s+sinh|ngay\s+sinh|sinh\s+năm|sinh\s+nam|sn)\s*:?\s*)\d{1,4}(?:[/.\-\s]\d{1,2}){0,2}(?:[/.\-\s]\d{2,4})?/giu,
  ],
  ["phone", new RegExp(`(?<![\\d/.,])(?:\\+?84${GAP}|0${GAP})(?:\\d${GAP}){8,9}\\d(?!\\d|/)`, "gu")],
  ["identity", new RegExp(`(?<![\\d/.,])\\d(?:${GAP}\\d){11}(?!\\d)`, "gu")],
  [
    "identity",
    /(?<=(?:cccd|cmnd|cmt|căn cước|can cuoc|chứng minh|chung minh|hộ chiếu|ho chieu|định danh|dinh danh)[^\d\n]{0,24})[A-Z]?\d[\d\s.]{6,13}\d/giu,
  ],
  ["account", /(?<=(?:tài khoản|tai khoan|stk|số tk|so tk|tk|thẻ|the)[^\d\n]{0,24})\d[\d\s.-]{5,20}\d/giu],
  ["account", /(?<![\d/.,])\d(?:[\s-]?\d){12,18}(?!\d)/gu],
  ["plate", /(?<![\p{L}\d/])\d{2}[\s\-.]?(?:[A-ZĐ]{1,2}\d?|[a-zđ]\d?)[\s\-.]+\d{3}[.\s]?\d{2}(?!\d)/gu],
  ["plate", /(?<![\p{L}\d/])\d{2}[A-ZĐ]{1,2}\d?[\s\-.]?\d{3}\.?\d{1,2}(?!\d)/gu],
  [
    "plate",
    /(?<=(?:biển|bien)(?:\s+(?:số|so|kiểm soát|ks|xe))?\s*:?\s*)\d{2}\s?[\p{L}]{1,2}\d?[\s\-.]*\d{4,5}/giu,
  ],
  ["identity", /(?<![\d/.,])\d{9}(?![\d.,/])/gu],
  [
    "house",
    /(?:số\s+nhà|so\s+nha|nhà\s+số|nha\s+so)\s*\d+[\p{L}]?(?:\s*[,/]?\s*(?:ngõ|ngo|ngách|ngach|hẻm|hem|kiệt|đường|duong|phố|pho)\s+[\p{L}\d/]+)*/giu,
  ],
  ["house", /(?<!\p{L})(?:ngõ|ngách|hẻm)\s+\d+(?:\/\d+)*/giu],
];

/**
 * The text without what points to a person: telephone, identity and account numbers, plates, addresses, names. Emergency
 * numbers, years, amounts, document numbers and places stay: a question is still to be understood.
 * @returns the text, and which kinds were taken out
 */
export function maskPersonal(text: string): Masked {
  const masked = new Set<Kind>();
  let rest = text.normalize("NFKC").replace(HIDDEN, "");
  if (!FORMS.some(([, form]) => rest.search(form) !== -1) && rest === text.normalize("NFKC")) rest = text;
  for (const [kind, form] of FORMS) {
    rest = rest.replace(form, () => {
      masked.add(kind);
      return WORDS[kind];
    });
  }
  const named = withoutNames(rest);
  if (named !== rest) masked.add("name");
  return { text: named, masked: [...masked] };
}

interface Token {
  readonly text: string;
  readonly at: number;
  readonly folded: string;
  readonly isCapital: boolean;
}

const WORD = /\p{L}[\p{L}\p{M}]*/gu;
/** The most words of a Vietnamese name. */
const LONGEST_NAME = 5;

function withoutNames(text: string): string {
  const tokens = [...text.matchAll(WORD)].map(
    (match): Token => ({
      text: match[0],
      at: match.index,
      folded: fold(match[0]),
      isCapital: /^\p{Lu}/u.test(match[0]),
    }),
  );
  const spans: [from: number, to: number][] = [];
  for (let i = 0; i < tokens.length; ) {
    const length = nameAt(tokens, i, text);
    const [first, last] = [tokens[i], tokens[i + length - 1]];
    if (length > 0 && first !== undefined && last !== undefined)
      spans.push([first.at, last.at + last.text.length]);
    i += Math.max(1, length);
  }
  return spans.reduceRight(
    (rest, [from, to]) => `${rest.slice(0, from)}${WORDS.name}${rest.slice(to)}`,
    text,
  );
}

/** How many words of a person's name begin here; 0 for none. */
function nameAt(tokens: readonly Token[], i: number, text: string): number {
  const introduced = isIntroduced(tokens, i);
  const capitals = runOf(tokens, i, text, ({ isCapital }) => isCapital);
  const words = tokens.slice(i, i + capitals);
  if (PUBLIC_NAMES.includes(words.map(({ text: word }) => word.toLowerCase()).join(" "))) return 0;
  const hasSurname = isSurname(tokens[i]);
  if (introduced && capitals > 0) return capitals;
  if (introduced) return loweredName(tokens, i, text);
  if (hasSurname && capitals >= 2 && capitals <= LONGEST_NAME && looksLikeName(words)) return capitals;
  const before = tokens[i - 1];
  if (before !== undefined && isTitle(before, text) && isNear(before, tokens[i], text)) {
    if (capitals > 0 && capitals <= LONGEST_NAME) return capitals;
  }
  return hasSurname && isMiddleName(tokens, i) ? loweredName(tokens, i, text) : 0;
}

/** As typed with its marks; without marks only where it can hardly be another word. */
function isTitle({ text: word, folded }: Token, text: string): boolean {
  if (TITLES.has(word.toLowerCase())) return true;
  return isUnmarked(text) && FOLDED_TITLES.has(folded) && !DOUBTFUL_TITLES.has(folded);
}

const FOLDED_TITLES: ReadonlySet<string> = new Set([...TITLES].map(fold));

/** A surname before a middle name, both typed with marks or both without; of everyday words only before "thị". */
function isMiddleName(tokens: readonly Token[], i: number): boolean {
  const [first, second, third] = tokens.slice(i, i + 3);
  if (first === undefined || second === undefined || third === undefined) return false;
  if (NAME_ENDS.has(third.folded)) return false;
  const middle = MIDDLE_NAMES.get(second.folded);
  if (middle === undefined || !(isUnmarked(second.text) || second.text.toLowerCase() === middle))
    return false;
  return !EVERYDAY.has(first.folded) || middle === "thị";
}

/** The commonest middle names: a surname before one begins a name also where nothing has a capital. */
const MIDDLE_NAMES: ReadonlyMap<string, string> = new Map(
  ["văn", "thị", "đức", "hữu", "đình", "quang", "ngọc", "xuân"].map((name) => [fold(name), name]),
);

const FOLDED_SURNAMES: ReadonlySet<string> = new Set(SURNAMES.map(fold));

/** As typed with its marks, or without any. */
function isSurname(token: Token | undefined): boolean {
  if (token === undefined) return false;
  const lower = token.text.toLowerCase();
  return SURNAMES.includes(lower) || (isUnmarked(lower) && FOLDED_SURNAMES.has(lower));
}

/** A place may begin like a surname ("Cao Lộc", "Văn Lãng"): only with three words or a middle name is it a person. */
function looksLikeName(words: readonly Token[]): boolean {
  return words.length >= 3 || MIDDLE_NAMES.has(words[1]?.folded ?? "");
}

function isIntroduced(tokens: readonly Token[], i: number): boolean {
  return INTRODUCTIONS.some((phrase) => {
    const words = phrase.split(" ");
    return i >= words.length && words.every((word, at) => tokens[i - words.length + at]?.folded === word);
  });
}

function loweredName(tokens: readonly Token[], i: number, text: string): number {
  const length = runOf(tokens, i, text, ({ folded }, at) => at === 1 || !NAME_ENDS.has(folded));
  return Math.min(length, isSurname(tokens[i]) ? 4 : 2);
}

/** Words in a row, with nothing but spaces between them. */
function runOf(
  tokens: readonly Token[],
  i: number,
  text: string,
  belongs: (token: Token, at: number) => boolean,
): number {
  let length = 0;
  for (let at = i; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || !belongs(token, length)) break;
    if (length > 0 && !isNear(tokens[at - 1], token, text)) break;
    length += 1;
  }
  return length;
}

function isNear(before: Token | undefined, after: Token | undefined, text: string): boolean {
  if (before === undefined || after === undefined) return false;
  return /^[\s:]+$/u.test(text.slice(before.at + before.text.length, after.at));
}
