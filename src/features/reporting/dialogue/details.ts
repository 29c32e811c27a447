import { fold } from "../../../language/fold.ts";
import type { IncidentId } from "../../../reader/names/incident.ts";
import TOLD from "./details-told.json" with { type: "json" };
import SMALL from "./small-words.json" with { type: "json" };
import { phraseSet, typedWords } from "./typed-words.ts";

/** What is counted, with its marks and without, behind a number that is no part of a sum. */
const COUNTED = [...SMALL.units, ...SMALL.counted].flatMap((unit) => [unit, fold(unit)]);

/** A useful detail of some kinds of incidents: asked for in one line, or found by pattern in the text. */
export interface Detail {
  readonly id: string;
  /** On the card and in the summary. */
  readonly label: string;
  /** Finds the detail in the text; the first group or the whole match is stored. */
  readonly pattern: RegExp;
}

/** "4 triệu 8" is one sum, "1 triệu 1 ngày" isn't: behind the second number nothing is counted. */
const AMOUNT = new RegExp(
  String.raw`(?<![\d.,])\d{1,3}(?:[.,]\d{3})+(?: ?(?:đồng|dong|đ|vnd|vnđ))?(?![\d\p{L}])|` +
    String.raw`(?<![\d.,])\d{1,4}(?:[.,]\d)? ?(?:triệu|trieu|tr|tỷ|ty|nghìn|nghin|ngàn|ngan|k|củ)` +
    String.raw`(?:\d{1,3}| (?:rưỡi|ruoi)| \d(?! ?(?:${COUNTED.join("|")})(?![\p{L}]))(?![\d.,]\d))?(?![\p{L}\d])`,
  "giu",
);

/** The sums of money in a text, and where each begins. */
export const amountsIn = (text: string): readonly { readonly words: string; readonly at: number }[] =>
  [...text.matchAll(AMOUNT)].map(({ 0: words, index }) => ({ words, at: index }));

export const DETAILS: readonly Detail[] = [
  {
    id: "plate",
    label: "Biển số",
    pattern: /(?<![\w-])\d{2}[ -]?[A-ZĐ]{1,2}\d?[ .-]{0,3}(?:\d{3}[.,]?\d{2}|\d{4})(?!\d)/giu,
  },
  {
    id: "amount",
    label: "Số tiền",
    pattern: AMOUNT,
  },
  {
    id: "account",
    label: "Tài khoản",
    pattern:
      /(?:stk|số tài khoản|so tai khoan|tài khoản|tai khoan|tk)[^\d\n]{0,20}(\d(?:[ .]?\d){5,18})(?!\d)/giu,
  },
  { id: "phone", label: "Số điện thoại liên quan", pattern: /(?<!\d)(?:\+?84|0)(?:[ .-]?\d){9}(?!\d)/gu },
  {
    id: "link",
    label: "Trang, đường dẫn",
    pattern:
      /(?:https?:\/\/|www\.)\S+|(?<![\w@])[\w-]+\.(?:com|net|vn|info|top|xyz|online|shop|vip|club)(?:\/\S*)?/giu,
  },
];

/** What is asked for besides place and time, in one question. Other kinds of incidents have none. */
export const DETAIL_QUESTIONS: Readonly<Partial<Record<IncidentId, string>>> = {
  onlineScam: "Số điện thoại, tài khoản của người lừa và số tiền là bao nhiêu? Ảnh chụp màn hình cũng được.",
  onlineScamInProgress:
    "Số điện thoại, tài khoản của người lừa và số tiền là bao nhiêu? Ảnh chụp màn hình cũng được.",
  fraud: "Số điện thoại, tài khoản của người lừa và số tiền là bao nhiêu?",
  blackmail: "Họ đòi bao nhiêu, nhắn từ số hay trang nào? Ảnh chụp màn hình cũng được.",
  loanShark: "Họ đòi bao nhiêu, gọi từ số nào, có đe dọa không?",
  theft: "Mất những gì, có đặc điểm gì dễ nhận (biển số, màu, hiệu)?",
  lostProperty: "Vật gì, có đặc điểm gì dễ nhận?",
  foundThing: "Vật gì, có đặc điểm gì dễ nhận, giờ đang để ở đâu?",
  environment: "Chất thải gì, của cơ sở hay xe nào, thường vào lúc nào?",
  trafficAccident: "Có ai bị thương không, xe nào (biển số)?",
  suspiciousPerson: "Họ trông thế nào, đi xe gì (biển số), đi về hướng nào?",
  smuggling: "Hàng gì, đi bằng gì (biển số), về hướng nào?",
  illegalCrossing: "Mấy người, đi bằng gì, về hướng nào?",
};

const TOLD_OF = new Map(Object.entries(TOLD).map(([kind, words]) => [kind, phraseSet(words)]));

/** True where a story holds already what its kind is asked for: a colour, a make, who was hurt. */
export function tellsDetail(category: string, what: string): boolean {
  const words = TOLD_OF.get(category);
  const typed = typedWords(what.normalize("NFC"));
  return words !== undefined && typed.some((_, at) => words.lengthAt(typed, at) > 0);
}

const OF_THE_ACCUSED: ReadonlySet<string> = new Set([
  "onlineScam",
  "onlineScamInProgress",
  "fraud",
  "blackmail",
  "loanShark",
] satisfies IncidentId[]);

/** True where the question asks for the number or the account of the accused: what answers it is plainly theirs. */
export const asksForNumbers = (category: string): boolean => OF_THE_ACCUSED.has(category);

const MOST_VALUES = 5;

/** Details in the text, by id; the same one twice is stored once. */
export function findDetails(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  let rest = text;
  for (const { id, pattern } of DETAILS) {
    const values = [...rest.matchAll(pattern)].map((match) => (match[1] ?? match[0]).trim());
    if (values.length === 0) continue;
    found[id] = [...new Set(values)].slice(0, MOST_VALUES).join("; ");
    // A plate or an account must not also be read as a phone number.
    rest = rest.replace(pattern, " ");
  }
  return found;
}

/** The details with further ones: where several sums, plates or numbers were told, all of them stand. */
export function withDetails(before: Readonly<Record<string, string>>, text: string): Record<string, string> {
  const found = Object.entries(findDetails(text)).map(([id, values]) => {
    const all = [before[id] ?? "", values].flatMap(findsOf).filter(Boolean);
    return [id, [...new Set(all)].slice(0, MOST_VALUES).join("; ")] as const;
  });
  return { ...before, ...Object.fromEntries(found) };
}

export const detailLabel = (id: string): string =>
  DETAILS.find((detail) => detail.id === id)?.label ?? "Chi tiết";

/** Several finds of one detail are kept as one text, with this between them. */
export const findsOf = (value: string): readonly string[] => value.split("; ");

/** The details without some of their finds; one of which nothing is left is gone. */
export const withoutFinds = (
  details: Readonly<Record<string, string>>,
  isGone: (find: string, name: string, all: string) => boolean,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(details).flatMap(([name, value]) => {
      const left = findsOf(value).filter((find) => !isGone(find, name, value));
      return left.length === 0 ? [] : [[name, left.join("; ")]];
    }),
  );
