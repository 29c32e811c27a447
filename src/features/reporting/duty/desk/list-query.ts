import { fold } from "../../../../language/fold.ts";
import type { CaseGroup } from "../../book/find/case-query.ts";
import { communeAt } from "../../book/find/commune.ts";
import { PhraseBook, typedWords } from "../../dialogue/typed-words.ts";
import type { Lane } from "../../report.ts";
import json from "./list-words.json" with { type: "json" };

/** What a handler typed after /tin. */
export interface ListQuery {
  readonly group: CaseGroup;
  readonly whose?: "mine" | "nobody";
  readonly lane?: Lane;
  readonly commune?: string;
  readonly words?: string;
  /** From 1 on. */
  readonly page: number;
}

type Filter = keyof typeof json;

const FILTERS = new PhraseBook<Filter>(
  (Object.entries(json) as [Filter, string[]][]).flatMap(([filter, phrases]) =>
    phrases.map((phrase) => [phrase, filter] as const),
  ),
);

/** The longest payload of a button, in bytes. */
const LONGEST = 60;

/**
 * Reads what stands after /tin: filters and a commune in any order, then the words to be searched. Words alone are
 * searched in all cases, closed ones too.
 * @example readListQuery("của tôi quá hạn Kỳ Lừa trang 2")
 * // { group: "overdue", whose: "mine", commune: "Kỳ Lừa", page: 2 }
 * @example readListQuery("xe wave đỏ") // { group: "all", words: "xe wave đỏ", page: 1 }
 */
export function readListQuery(argument: string): ListQuery {
  const [, told = "", number] =
    /^(.*?)(?:\s*\btrang\s+(\d{1,3}))?\s*$/isu.exec(argument.normalize("NFC")) ?? [];
  const page = Math.max(1, Number(number ?? 1));
  const typed = typedWords(told);
  let query: Omit<ListQuery, "page" | "group"> & { readonly group?: CaseGroup } = {};
  let at = 0;
  while (at < typed.length) {
    const filter = FILTERS.at(typed, at);
    const commune = communeAt(typed, at);
    if (commune !== null && commune.length >= (filter?.length ?? 0) && query.commune === undefined) {
      query = { ...query, commune: commune.name };
      at += commune.length;
    } else if (filter !== null && filter.value !== "page") {
      at += filter.length;
      if (filter.value === "words") break;
      query = { ...query, ...meaningOf(filter.value) };
    } else if (/^[,;.]$/u.test(typed[at]?.typed ?? "")) at += 1;
    else break;
  }
  const words = told.slice(typed[at]?.start ?? told.length).trim();
  const group = query.group ?? (words === "" ? "open" : "all");
  return { ...query, group, ...(words !== "" && { words }), page };
}

function meaningOf(filter: Exclude<Filter, "words" | "page">): Partial<ListQuery> {
  switch (filter) {
    case "mine":
    case "nobody":
      return { whose: filter };
    case "urgent":
    case "crime":
    case "feedback":
      return { lane: filter };
    default:
      return { group: filter };
  }
}

/** The same query as a button's payload; null where it is too long for one. */
export function payloadOf(query: ListQuery): string | null {
  const { group, whose, lane, commune, words, page } = query;
  const isUsual = group === (words === undefined ? "open" : "all");
  const parts = [
    ...(isUsual || group === "open" ? [] : [json[group][0]]),
    ...(whose === undefined ? [] : [json[whose][0]]),
    ...(lane === undefined ? [] : [json[lane][0]]),
    ...(commune === undefined ? [] : [commune]),
    ...(words === undefined ? [] : [`tìm ${words}`]),
    ...(page === 1 ? [] : [`trang ${page}`]),
  ];
  const typed = ["/tin", ...parts].join(" ");
  return [typed, fold(typed)].find((payload) => new TextEncoder().encode(payload).length <= LONGEST) ?? null;
}
