import { type Ageing, standingOf } from "./ageing.ts";
import type { SqlDatabase } from "./index-sql.ts";

/** A section for which somebody said how it ages. */
export interface AgedSection {
  /** The document's title. */
  readonly document: string;
  readonly heading: string;
  readonly ageing: Ageing;
}

interface StoredRow {
  readonly headings: string;
  readonly ageing: string;
}

const AGED = `
SELECT p.body->'headings' AS headings, p.body->'ageing' AS ageing
FROM passages p JOIN active a ON a.version = p.version
WHERE p.body->'ageing' IS NOT NULL
ORDER BY p.rowid`;

/** The sections of the active version that say how they age, in the order of their documents. Throws what D1 throws. */
export async function readAgedSections(db: SqlDatabase): Promise<readonly AgedSection[]> {
  const { results } = await db.prepare(AGED).all<StoredRow>();
  return results.map(({ headings, ageing }) => {
    const titles = JSON.parse(headings) as readonly string[];
    return {
      document: titles[0] ?? "",
      heading: titles.at(-1) ?? "",
      ageing: JSON.parse(ageing) as Ageing,
    };
  });
}

/** What people have to look at. */
export interface Review {
  /** Past their day, and due soon, the oldest day first. What is replaced needn't be looked at. */
  readonly due: readonly AgedSection[];
  /** How many of them are past their day. */
  readonly past: number;
  /** What isn't known, then what stands in one weak source only. */
  readonly unconfirmed: readonly AgedSection[];
}

/**
 * What has to be looked at.
 * @param today a calendar day, `YYYY-MM-DD`
 * @param soon what falls due up to this day is named too
 */
export function reviewOf(sections: readonly AgedSection[], today: string, soon: string): Review {
  const dayOf = ({ ageing: { checkAfter = "" } }: AgedSection) => checkAfter;
  const due = sections
    .filter(({ ageing }) => ageing.checkAfter !== undefined && ageing.supersededBy === undefined)
    .filter((section) => dayOf(section) <= soon)
    .sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
  const confirmed = (as: Ageing["confirmed"]) => sections.filter(({ ageing }) => ageing.confirmed === as);
  return {
    due,
    past: due.filter(({ ageing }) => standingOf(ageing, today) === "past").length,
    unconfirmed: [...confirmed("no"), ...confirmed("weak")],
  };
}
