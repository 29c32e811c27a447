import { DIRECTIVE_NAMES, DIRECTIVES } from "../../../language/document-kinds.ts";
import { fold, normaliseTone } from "../../../language/fold.ts";
import type { Utterance } from "../../../language/utterance.ts";
import type { Period, Place } from "../figure-query.ts";
import { INDICATORS, type IndicatorBook } from "../indicators.ts";
import { NAMED_PLACES } from "../places.ts";
import { OLD_RULE, RULE } from "../safety-standard.ts";
import CUES from "./cue-words.json" with { type: "json" };
import { readFractions } from "./fractions.ts";
import OPERATIONS from "./operation-words.json" with { type: "json" };
import { type PeriodReading, readPeriods, withNamed } from "./periods.ts";
import { readUnknownName } from "./place-names.ts";
import { isPointedAt } from "./pointed-at.ts";
import { writeDigits } from "./spelled-numbers.ts";
import { compileDictionary, type Dictionary, type Tagged, tagWords } from "./tagger.ts";
import UNITS from "./unit-words.json" with { type: "json" };
import VETOES from "./vetoes.json" with { type: "json" };

/** A plain number in a question. */
export interface NumberSaid {
  /** A decimal: "97.6". */
  readonly value: string;
  /** The word at which it stands, or the next one where the number itself is no word. */
  readonly at: number;
  /** True for the second number of "173/181", "173 trên 181". */
  readonly under: boolean;
  /** True before "%" or "phần trăm". */
  readonly share: boolean;
}

/** A question split into parts: the meaning of its words, in order, before any conclusion. */
export interface Reading {
  /** What can be asked for. */
  readonly indicators: IndicatorBook;
  readonly tags: readonly Tagged[];
  readonly places: readonly { readonly place: Place; readonly at: number; readonly end: number }[];
  /** A named place that is unknown here, as typed: "xã Bình An". */
  readonly unknownName: string | undefined;
  readonly periods: PeriodReading;
  /** Periods named to be left out: "bỏ 2021 đi". */
  readonly without: readonly Period[];
  /** Word index of each period, to know what stands next to it. */
  readonly periodAt: readonly number[];
  /** Plain numbers in the text, as decimals, with the word index. */
  readonly numbers: readonly NumberSaid[];
  /** Word indexes at which a new clause begins: after "," and the like, at "và", "với" and "còn". */
  readonly breaks: readonly number[];
  /** A circular or decree named in the text, e.g. "23/2012". */
  readonly documents: readonly string[];
  readonly words: readonly string[];
  /** Words that no phrase explains. */
  readonly unknown: readonly string[];
}

/** Names of provinces allow one typing slip; with another letter a commune's name is another commune. */
const PLACE_PHRASES = Object.fromEntries(
  NAMED_PLACES.map(({ place, names }, i) => [
    `${place.area === place.province ? "place" : "named"}:${i}`,
    names,
  ]),
);
const PLACE_TAG = /^(?:place|named):/u;

const MAX_WORDS = 160;
const DOCUMENT = new RegExp(
  String.raw`\b(?:${DIRECTIVE_NAMES})\s*(?:lien tich\s*)?(?:so\s*)?(\d{1,4}\/\d{4})(?:\/[a-z\d-]+)*|\b(\d{1,4}\/\d{4})\/[a-z][a-z\d-]*`,
  "g",
);
/** "tt 23": a circular by its number alone; "tt 14/14" are townships. */
const CIRCULAR = new RegExp(
  `\\btt\\s*(?:${[OLD_RULE.number, RULE.rule].flatMap((name) => /\d+(?=\/)/u.exec(name) ?? []).join("|")})\\b(?!/\\d)`,
  "g",
);
/** "nghị quyết 818": named by its number alone; a year or a share after the name is none. */
const NUMBERED = new RegExp(
  `\\b(?:${DIRECTIVES.map(({ name }) => fold(name)).join("|")})\\s+(?:so\\s+)?(?!(?:19|20)\\d\\d\\b)\\d{1,4}\\b(?!\\s*(?:%|[/.,]\\d))`,
  "g",
);
/** "mấy xa hoi 2020": without marks "hồi" before a year looks like a part of "xã hội". */
const BACK_IN = /(?<=(?:\d|may|nhieu) xa )hoi(?= (?:nam )?(?:19|20)\d\d)/g;
const NUMBER = /(?<![\w])\d{1,3}(?:\.\d{3})+(?:,\d+)?|(?<![\w])\d+(?:[.,]\d+)?/g;

const PERCENT = /^\s*(?:%|phan tram)/;
/** What stands between the two numbers of a fraction. */
const OVER = /\d(?:\/|\s+tren\s+(?:tong\s+so\s+)?)$/;
/** "2.795 đơn vị đạt trong 2.878": the second number has nothing of its own. */
const WITHIN = /\strong\s+(?:tong\s+so\s+)?$/;
/** "thiếu mấy nữa để đạt 90": of a share that is to be reached the sign may be left out. */
const GOAL = /\b(?:(?:de|muon|phan dau) (?:dat|duoc|du|len)|(?:thi|moi|la) (?:dat|duoc))\s*$/;
const NOTHING = /^\s*(?:[,.?]|$|(?:la|cua|nam|thi|co|phai|dung)\b)/;

/** Between two sentences, or two parts of one. */
const MARK = /[,;.!?:](?=\s|$)|\s\/(?=\s)/g;
const BREAK = /[,;.!?](?=\s|$)|\s\/(?=\s)|\s(?=(?:va|con|voi|cung|trong do)\s)/g;

/**
 * Splits a message into parts; `now` (ms) gives "năm ngoái" its meaning, the period of the question before "năm trước".
 */
export type QuestionReader = (utterance: Utterance, now: number, before?: Period) => Reading;

/**
 * Makes a reader of questions for these indicators. Tags: `unit:` what is counted, `is:` a property of it, `op:` an
 * operation, `cue:` a word that asks for a number, `ask:` a request that is refused, `no:` an expression that only
 * looks like one of the others. Phrases are written with full marks and also match without them; "!" before a phrase
 * requires the marks, where the bare letters would mean something else.
 */
export function createQuestionReader(indicators: IndicatorBook): QuestionReader {
  const dictionary = compileDictionary({
    ...UNITS,
    ...indicators.phrases,
    ...OPERATIONS,
    ...CUES,
    ...VETOES,
    ...PLACE_PHRASES,
  });
  return (utterance, now, before) => read(utterance, now, before, indicators, dictionary);
}

/** The reader for the indicators of `knowledge/`. */
export const readQuestion: QuestionReader = createQuestionReader(INDICATORS);

/** Of a long message only the last words count. */
function read(
  utterance: Utterance,
  now: number,
  before: Period | undefined,
  indicators: IndicatorBook,
  dictionary: Dictionary,
): Reading {
  const text = prepare(utterance);
  let folded = fold(text).replace(indicators.numbersInNames, (name) => name.replace(/[.,]/u, " "));
  const documents: string[] = [];
  folded = folded.replace(DOCUMENT, (whole, named, bare) => {
    documents.push(String(named ?? bare));
    return " ".repeat(whole.length);
  });
  for (const named of [CIRCULAR, NUMBERED, BACK_IN])
    folded = folded.replace(named, (whole) => " ".repeat(whole.length));
  const periods = withNamed(readPeriods(folded, now, before), indicators.periods);
  const numbers: (Omit<NumberSaid, "at"> & { readonly index: number })[] = [];
  const shares = readFractions(periods.rest, text);
  const rest = shares.rest.replace(NUMBER, (whole, index: number) => {
    const after = folded.slice(index + whole.length);
    const isGoal = GOAL.test(periods.rest.slice(0, index)) && NOTHING.test(after) && Number(whole) <= 100;
    const share = isGoal || PERCENT.test(after);
    const under =
      !share &&
      numbers.length > 0 &&
      (OVER.test(periods.rest.slice(0, index)) ||
        (WITHIN.test(periods.rest.slice(0, index)) && NOTHING.test(folded.slice(index + whole.length))));
    numbers.push({ value: decimal(whole), index, under, share });
    return whole.length > 3 || /[.,]/.test(whole) ? " ".repeat(whole.length) : whole;
  });
  numbers.push(...shares.fractions.map((fraction) => ({ ...fraction, under: false, share: true })));
  numbers.sort((a, b) => a.index - b.index);
  const kept = [...text].map((letter, i) => (rest[i] === " " ? " " : letter)).join("");
  const located = [...kept.replace(/%/gu, " qqpct ").matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
  const shift = (index: number) => (kept.slice(0, index).split("%").length - 1) * 6;
  const marks = [...folded.matchAll(MARK)].map(({ index }) => index + 1);
  const wordAt = (index: number) => {
    const end = index + shift(index);
    return located.filter((match) => match.index < end).length;
  };
  const words = located.map(([word]) => normaliseTone(word));
  const placed = numbers.map(({ index, ...number }) => ({ ...number, at: wordAt(index) }));
  // "loại nào dưới 80% hả em", "mấy xã nhỉ" put nothing forward.
  const asks = words.some((word) => /^(?:nào|nao|mấy|may|nhiêu|nhieu)$/u.test(word));
  // "hơn 3/4 doanh nghiệp" compares with nothing, "huyện nào có đúng 18 xã" wants nothing confirmed.
  const isHedge = ({ tag, at, end }: Tagged) =>
    ((tag === "op:difference" && end - at === 1) ||
      (tag === "cue:verify" && asks && /^(?:đúng|dung)$/u.test(words[end - 1] ?? ""))) &&
    placed.some((number) => number.at === end);
  const namedAt = periods.hits.map((hit) => wordAt(hit.index));
  // "cần gấp", "… bao nhiêu? sếp hỏi gấp" hurry, and ask for no number of times.
  const hurries = ({ tag, at, end }: Tagged) =>
    tag === "op:times" && end - at === 1 && !words.slice(end).some((word) => TIMES.test(word));
  // "một tháng tb bao nhiêu"; a lone "tb" may be anything.
  const isShortAverage = ({ tag, at, end }: Tagged) =>
    tag === "op:average" &&
    /^(?:tb|bq)$/u.test(words.slice(at, end).join(" ")) &&
    !words.some((word) => EACH.test(word));
  // "binh quan moi cuoc": without marks "mỗi" looks like "mới".
  const isEachTyped = ({ tag, at, end }: Tagged) =>
    tag === "is:new" && end - at === 1 && words[at] === "moi" && AVERAGE.test(fold(words.join(" ")));
  // "bo truong tang may bang khen": without marks "tặng" looks like "tăng".
  const isGiven = (tag: Tagged, all: readonly Tagged[]) =>
    tag.tag === "op:difference" && words[tag.at] === "tang" && all.some((one) => one.tag.startsWith("by:"));
  // "chèn thêm số chưa đạt vào": a number that there is.
  const isColumn = ({ tag, end }: Tagged, all: readonly Tagged[]) =>
    tag === "ask:fabricate" && all.some((next) => next.at === end && /^(?:is|unit):/u.test(next.tag));
  // "không phải xã, em hỏi khu dân cư"
  const isDeniedType = ({ tag, at }: Tagged, all: readonly Tagged[]) =>
    tag.startsWith("unit:") &&
    NOT_THIS.test(fold(words.slice(0, at).join(" "))) &&
    all.some((other) => other.tag.startsWith("unit:") && other.tag !== tag && other.tag !== "unit:any");
  const isTail = ({ tag, at, end }: Tagged) =>
    tag === "cue:verify" &&
    end - at === 1 &&
    (asks || (words[at] === "ha" && end < words.length && !marks.map(wordAt).includes(end)));
  const tags = withOwnShare(withLeftOut(tagWords(words, dictionary, marks.map(wordAt)), words), words).filter(
    (tag, _, all) =>
      !isColumn(tag, all) &&
      !isGiven(tag, all) &&
      !isEachTyped(tag) &&
      !isHedge(tag) &&
      !hurries(tag) &&
      !isTail(tag) &&
      !isShortAverage(tag),
  );
  const meant = tags.filter((tag) => !isDeniedType(tag, tags));
  const isOut = (at: number) => tags.some(({ tag, end }) => tag === "op:except" && end === at);
  const without = periods.hits.filter((_, i) => isOut(namedAt[i] ?? -1)).map(({ period }) => period);
  const left = periods.hits.filter((_, i) => !isOut(namedAt[i] ?? -1));
  const periodAt = namedAt.filter((at) => !isOut(at));
  const covered = new Set(
    tags.flatMap((tag) => Array.from({ length: tag.end - tag.at }, (_, i) => tag.at + i)),
  );
  return {
    indicators,
    tags: meant.filter((tag) => !PLACE_TAG.test(tag.tag)),
    unknownName: readUnknownName(utterance.clean, words, tags, periodAt),
    places: withoutDenied(words, tags).flatMap((tag) => {
      const place = PLACE_TAG.test(tag.tag) ? NAMED_PLACES[Number(tag.tag.slice(6))]?.place : undefined;
      return place === undefined ? [] : [{ place, at: tag.at, end: tag.end }];
    }),
    periods: { ...periods, hits: left },
    without,
    periodAt,
    numbers: placed,
    // "còn hoạt động" begins no clause.
    breaks: [...folded.matchAll(BREAK)]
      .map(({ index }) => wordAt(index + 1))
      .filter(
        (at) =>
          marks.some((mark) => wordAt(mark) === at) ||
          !tags.some((tag) => tag.at === at && tag.tag.startsWith("is:")),
      ),
    documents,
    words,
    unknown: words.filter((word, i) => !covered.has(i) && !/^\d+$/.test(word)),
  };
}

const AVERAGE = /(?:binh quan|trung binh)/u;
/** "cả nước chứ không hỏi Lạng Sơn": of several places those that are not meant are left out. */
function withoutDenied(words: readonly string[], tags: readonly Tagged[]): readonly Tagged[] {
  const places = tags.filter(({ tag }) => PLACE_TAG.test(tag));
  const isDenied = ({ at }: Tagged) => DENIED.test(fold(words.slice(Math.max(0, at - 4), at).join(" ")));
  // "em ở công an xã Na Dương, muốn biết …": where somebody works is no place that is asked for, unless "xã em" says so.
  const isOwn = ({ at }: Tagged) => WORKS_AT.test(fold(words.slice(0, at).join(" ")));
  const asked = tags.some(({ tag }) => tag === "no:mine") ? places : places.filter((tag) => !isOwn(tag));
  const meant = asked.filter((tag) => !isDenied(tag));
  return meant.length > 0 || asked.length === 0 ? meant : asked;
}
const WORKS_AT =
  /^(?:(?:chao|thua|da|alo|bao cao) )*(?:em|e|toi|t|minh|chau|con|anh|chi|bac) (?:o|ben|la|dang o|lam|lam o|thuoc|cong tac o|cong tac tai|tu)(?: \S+){0,3}? (?:cong an|ubnd|uy ban nhan dan|ban chi dao|mat tran|van phong)(?: (?:xa|phuong))?$/u;
const DENIED =
  /(?:^| )(?:khong|chu khong|dung) (?:phai|hoi|lay|can|tinh|noi)(?: (?:la|cua|so|den|rieng|tinh))*$/u;
const NOT_THIS = /(?:^| )(?:khong|chu khong|dau) phai$/u;
const EACH = /^(?:mỗi|moi|một|mot|từng|tung|1)$/u;
const TIMES = /^(?:lần|lan|mấy|may|nhiêu|nhieu|đôi|doi|ba|rưỡi|hơn)$/u;

/** "loại doanh nghiệp ra": here "loại" leaves out; "mấy loại đó" are those of the answer before. */
const withLeftOut = (tags: readonly Tagged[], words: readonly string[]): readonly Tagged[] =>
  tags.map((tag, i) => {
    if (tag.tag === "no:kinds" && isPointedAt({ words }, tag)) return { ...tag, tag: "unit:any" };
    const next = tags[i + 1];
    const isOut = next?.at === tag.end && next.tag.startsWith("unit:") && /^ra$/u.test(words[next.end] ?? "");
    return isOut && tag.tag === "unit:any" ? { ...tag, tag: "op:except" } : tag;
  });

/** "công ty đạt chuẩn chiếm mấy %", "còn mấy vụ chưa khám phá, chiếm mấy %": of those assessed, or of all cases, where no whole is named; "chiếm mấy % tổng số" is of that. */
const withOwnShare = (tags: readonly Tagged[], words: readonly string[]): readonly Tagged[] => {
  const isOwn =
    tags.some(({ tag }) => tag === "is:met" || tag === "is:notMet") &&
    tags.some(({ tag }) => tag.startsWith("unit:") || tag === "is:case") &&
    (tags.some(({ tag }) => tag === "is:assessed") || !words.some((word) => WHOLE.test(word)));
  return tags.map((tag) =>
    isOwn && tag.tag === "op:times" && isShareVerb(words[tag.at]) ? { ...tag, tag: "cue:ratio" } : tag,
  );
};
const WHOLE = /^(?:tổng|tong|trong|cả|ca|số|so|toàn|toan)$/u;

/** "Chiếm": what follows is a part of something. */
export const isShareVerb = (word = ""): boolean => /^chi[ếe]m$/u.test(word);

/** The numbers that are followed by "%" or "phần trăm", as decimals. */
export const sharesIn = ({ numbers }: Pick<Reading, "numbers">): string[] =>
  numbers.flatMap(({ value, share }) => (share ? [value] : []));

/** "200kg" is a number of something, "hình sự + tệ nạn" their sum. */
const spelledOut = (text: string): string =>
  text.replace(/(\d)(k[gm])(?![\p{L}\p{M}])/gu, "$1 $2").replace(/(?<=\p{L}) ?\+ ?(?=\p{L})/gu, " cộng với ");

function prepare(utterance: Utterance): string {
  const words = spelledOut(writeDigits(readShort(utterance))).split(" ");
  return words.slice(-MAX_WORDS).join(" ");
}

/** What is typed, what it stands for elsewhere, and among figures. */
const SHORT = [
  ["tl", "trả lời", "tỷ lệ"],
  ["th", "trường hợp", "trường học"],
  ["xd", "xd", "xây dựng"],
] as const;

/**
 * In chats "tl" is "trả lời", "kg" "không" and "gđ" "gia đình"; about figures "tỷ lệ", after "bao nhiêu" the weight, and
 * before "ca" or after "khen" the director, "HN" in capitals the city; "đt" after a number is suspects, no telephone.
 */
function readShort({ clean, expanded: all }: Utterance): string {
  const isCapital = /(?:^|\s)HN(?=[\s?.,]|$)/u.test(clean) && clean !== clean.toLocaleUpperCase("vi");
  const said = isCapital ? all.replace(/hôm nay/iu, "hà nội") : all;
  const expanded = /(?:^|\s)(?:gđ|gd)\s+(?:ca|công an|cong an)|khen (?:c[uủ]a )?g[đd](?=[\s?]|$)/iu.test(
    clean,
  )
    ? said.replace(/gia đình|giáo dục/iu, "giám đốc")
    : said;
  const people = /(?:bn|mấy|may|bao nhi[êe]u|\d) ?(?:đt|dt)(?=[\s?.,]|$)/iu.test(clean)
    ? expanded.replace(/điện thoại/iu, "đối tượng")
    : expanded;
  const share = SHORT.reduce(
    (text, [typed, read, meant]) =>
      new RegExp(`(?:^|\\s)${typed}(?=[\\s,?]|$)`, "iu").test(clean) ? text.replace(read, meant) : text,
    people,
  );
  return /(?:^|\s)kg(?=[\s?]|$)/iu.test(clean)
    ? share.replace(/(bao nhi[êe]u|mấy|may|số|so) không/iu, "$1 kg")
    : share;
}

function decimal(text: string): string {
  const grouped = /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(text);
  return (grouped ? text.replaceAll(".", "") : text).replace(",", ".");
}
