import { kindAt, type LeadClass, PLACE } from "./place-words.ts";
import type { Reading } from "./reading.ts";

/** How much a word before a name says that a place follows. */
export const LEAD_WEIGHTS: Readonly<Record<LeadClass | "none", number>> = {
  at: 4,
  around: 4,
  inside: 3,
  moving: 2,
  none: 0,
};

/** Most words before a name: "ở ngay chỗ gần". */
export const MOST_LEADS = 4;

/** The words before a name: from `quoted` on they belong to the place. */
export interface Lead {
  readonly start: number;
  readonly quoted: number;
  readonly end: number;
  readonly kind: LeadClass | "none";
  /** Only a word that is likely another without its marks says so: "cho". */
  readonly isDoubtful: boolean;
}

/** Words before a name: "ở", "ngay chỗ gần", "trước". What only says "at" isn't quoted. */
export function leadAt(reading: Reading, at: number, most = MOST_LEADS): Lead {
  const { typed } = reading;
  let end = at;
  let quoted = at;
  let kind: Lead["kind"] = "none";
  let isDoubtful = false;
  for (let count = 0; count < most; count++) {
    const lead = PLACE.leads.at(typed, end);
    if (lead === null || isName(typed, end) || reading.isTime(end)) break;
    if (PLACE.notLeads.endsBefore(typed, end + lead.length)) break;
    const isUnsure = PLACE.doubtful.lengthAt(typed, end) > 0 && typed[end]?.word === typed[end]?.folded;
    if (LEAD_WEIGHTS[lead.value] > LEAD_WEIGHTS[kind]) isDoubtful = isUnsure;
    end += isShorter(typed, end, lead.length) ? lead.length - 1 : lead.length;
    if (lead.value === "at" || lead.value === "moving") quoted = end;
    if (LEAD_WEIGHTS[lead.value] > LEAD_WEIGHTS[kind]) kind = lead.value;
  }
  return { start: at, quoted, end, kind, isDoubtful };
}

/** "o ben xe" is "ở bến xe", not "ở bên". */
const isShorter = (typed: Reading["typed"], at: number, length: number): boolean => {
  const last = at + length - 1;
  const isKind = length > 1 && (kindAt(typed, last)?.length ?? 0) > 1;
  return isKind && PLACE.leads.lengthAt(typed.slice(0, last), at) === length - 1;
};

/** "đầu ngõ" and "cổng trường" are kinds that begin like a word before one; "Na Dương" begins with no such word. */
const isName = (typed: Reading["typed"], at: number): boolean => {
  const lead = PLACE.leads.lengthAt(typed, at);
  return (kindAt(typed, at)?.length ?? 0) > lead || PLACE.known.lengthAt(typed, at) > lead;
};
