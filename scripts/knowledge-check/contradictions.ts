import { numeralsOf } from "../../src/features/answering/grounding/numerals.ts";
import { standingOf } from "../../src/knowledge/ageing.ts";
import { at, type Checked, type Finding, named, type Section, wordingsOf } from "./checked.ts";
import { contentWords, likeness, rarity, type Weight } from "./content-words.ts";
import { lawsIn } from "./laws-named.ts";

/** Two wordings this much alike ask for the same. */
const ALIKE = 0.85;
/** Fewer words than this say too little to be alike. */
const LEAST_WORDS = 4;
/** The unit of money, as the reading of numbers names it. */
const MONEY = "đồng";

interface Priced {
  readonly section: Section;
  readonly amounts: ReadonlySet<string>;
  readonly wordings: readonly ReadonlySet<string>[];
  /** "nghị định 282/2025 điều 8 khoản 3", where the source names just one. */
  readonly clause: string | null;
}

/**
 * Sections with amounts of money that speak of the same, by how they are asked or by the one clause that they cite, where
 * each has an amount that the other hasn't. Old rules and rules to come have other amounts by right.
 */
export function contradictions({ sections, today }: Checked): Finding[] {
  const priced = sections.flatMap((section) => pricedOf(section, today));
  const weight = rarity(sections.flatMap((section) => wordingsOf(section).map(contentWords)));
  return priced.flatMap((one, i) =>
    priced.slice(i + 1).flatMap((other) => {
      if (isWithin(one.amounts, other.amounts) || isWithin(other.amounts, one.amounts)) return [];
      const isOfOneClause = one.clause !== null && one.clause === other.clause;
      if (!isOfOneClause && !areAlike(one, other, weight)) return [];
      const about = isOfOneClause ? `cùng căn cứ ${one.clause}` : "hỏi gần như nhau";
      const why = `${about} nhưng khác số tiền với ${named(one.section)}: ${said(other)} và ${said(one)} đồng`;
      return [at(other.section, why)];
    }),
  );
}

const isWithin = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  [...some].every((amount) => others.has(amount));

const areAlike = (one: Priced, other: Priced, weight: Weight): boolean =>
  one.wordings.some((some) => other.wordings.some((others) => likeness(some, others, weight) >= ALIKE));

const said = ({ amounts }: Priced): string =>
  [...amounts].map((amount) => Number(amount).toLocaleString("vi-VN")).join(", ");

function pricedOf(section: Section, today: string): Priced[] {
  const { text, ageing = {} } = section.passage;
  const standing = standingOf(ageing, today);
  const amounts = new Set(numeralsOf(text, false).flatMap(({ key, unit }) => (unit === MONEY ? [key] : [])));
  if (amounts.size === 0 || standing === "replaced" || standing === "ahead") return [];
  const wordings = wordingsOf(section)
    .map(contentWords)
    .filter(({ size }) => size >= LEAST_WORDS);
  return [{ section, amounts, wordings, clause: clauseOf(section) }];
}

function clauseOf({ passage: { citation } }: Section): string | null {
  const laws = new Set(lawsIn(citation).map(({ key }) => key));
  const articles = [...citation.matchAll(/điều\s+(\d+)\s+khoản\s+(\d+)(?!\s*[,–-]\s*\d)/giu)];
  const [law] = laws;
  const [article] = articles;
  if (law === undefined || article === undefined || laws.size > 1 || articles.length > 1) return null;
  return `${law} điều ${article[1]} khoản ${article[2]}`;
}
