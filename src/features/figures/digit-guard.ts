import type { Block, Reply } from "../../messaging/reply.ts";
import type { Fact } from "./fact.ts";
import { formatNumber, formatPercent } from "./numbers.ts";
import type { Provenance } from "./provenance.ts";
import { parseRational } from "./rational.ts";

export type GuardVerdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly strangers: readonly string[] };

/** A number with everything that belongs to it: thousands, decimals, dates, fractions, document numbers, percent. */
const NUMBER = /[−-]?\d(?:[\d.,/:–-]*\d)?%?/gu;

/**
 * The digit guard: every number, percent, date and document number in a reply must be in a used fact, its source or
 * note, in the question or in fixed wording, or be computed. Web addresses must be those of the facts.
 */
export function guardFigures(reply: Reply, provenance: Provenance): GuardVerdict {
  const allowed = allowedNumbers(provenance);
  const urls = new Set(provenance.facts.map((fact) => fact.url));
  const strangers = reply.blocks.flatMap((block) => [
    ...blockTexts(block)
      .flatMap(numbersIn)
      .filter((token) => !isAllowed(token, allowed)),
    ...(block.kind === "source" && block.url !== undefined && !urls.has(block.url) ? [block.url] : []),
  ]);
  return strangers.length === 0 ? { ok: true } : { ok: false, strangers };
}

/** The numbers in a text as they are written; a minus counts only before a separate number. */
export function numbersIn(text: string): string[] {
  return [...text.matchAll(NUMBER)].map(([token], i, all) => {
    const before = text[(all[i]?.index ?? 0) - 1] ?? " ";
    return /^[−-]/u.test(token) && !/[\s(]/u.test(before) ? token.slice(1) : token.replace(/^-/u, "−");
  });
}

function allowedNumbers({ facts, computed, texts }: Provenance): Set<string> {
  const own = facts.flatMap((fact) => [...factNumbers(fact), ...factTexts(fact).flatMap(numbersIn)]);
  const tokens = [...own, ...computed.flatMap(numbersIn), ...texts.flatMap(numbersIn)];
  return new Set(tokens);
}

function factNumbers(fact: Fact): string[] {
  return [fact.numerator, fact.denominator, fact.value].flatMap((text) => {
    if (text === undefined) return [];
    const value = parseRational(text);
    return fact.unit === "%" ? [formatPercent(value)] : [formatNumber(value)];
  });
}

function factTexts(fact: Fact): string[] {
  const { area, period, detail, basis, asOf, source, locator, note, unit } = fact;
  return [area, period, detail, basis, asOf, source, locator, note, unit].filter(
    (text) => text !== undefined,
  );
}

/** A fraction or a range is allowed where both halves are; nothing else is split. */
function isAllowed(token: string, allowed: ReadonlySet<string>): boolean {
  if (allowed.has(token)) return true;
  const halves = token.split(/[/–-]/u);
  return halves.length === 2 && halves.every((half) => half.length > 0 && allowed.has(half));
}

function blockTexts(block: Block): readonly string[] {
  switch (block.kind) {
    case "list":
      return block.items;
    case "table":
      return [...block.header, ...block.rows.flat()];
    default:
      return [block.text];
  }
}
