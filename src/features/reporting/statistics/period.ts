import { localDay } from "../../../language/dates.ts";
import { fold } from "../../../language/fold.ts";

/** Whole months of receipt, both included, as "2026-01". */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const MONTH = /^(?:thang )?(\d{1,2})(?:(?: nam |[/ .-])(\d{4}))?$/u;
const YEAR = /^(?:nam )?(\d{4})$/u;
const FIRST_MONTH = "01";
const LAST_MONTH = "12";

/**
 * The months that a handler names; without words the present one.
 * @returns null where it is no month and no year
 * @example readPeriod("10/2026", now) // { from: "2026-10", to: "2026-10" }
 * @example readPeriod("năm 2026", now) // { from: "2026-01", to: "2026-12" }
 */
export function readPeriod(words: string, now: number): Period | null {
  const told = fold(words).replace(/\s+/gu, " ").trim();
  const present = localDay(now).slice(0, 7);
  if (told === "" || told === "thang nay") return { from: present, to: present };
  if (told === "thang truoc") return monthBefore(present);
  if (told === "nam nay") return yearOf(present.slice(0, 4));
  const [, year] = YEAR.exec(told) ?? [];
  if (year !== undefined) return yearOf(year);
  const [, month, of] = MONTH.exec(told) ?? [];
  if (month === undefined || Number(month) < 1 || Number(month) > 12) return null;
  const asked = `${of ?? present.slice(0, 4)}-${month.padStart(2, "0")}`;
  // A month without its year that is still to come was last year's.
  const meant =
    of === undefined && asked > present ? `${Number(present.slice(0, 4)) - 1}${asked.slice(4)}` : asked;
  return { from: meant, to: meant };
}

/** What can be asked, as examples: the month before, the present year. */
export function periodsBefore(now: number): readonly Period[] {
  const present = localDay(now).slice(0, 7);
  return [monthBefore(present), yearOf(present.slice(0, 4))];
}

const yearOf = (year: string): Period => ({ from: `${year}-${FIRST_MONTH}`, to: `${year}-${LAST_MONTH}` });

function monthBefore(month: string): Period {
  const [year = "", number = ""] = month.split("-");
  const before =
    number === FIRST_MONTH
      ? `${Number(year) - 1}-${LAST_MONTH}`
      : `${year}-${String(Number(number) - 1).padStart(2, "0")}`;
  return { from: before, to: before };
}

/** "tháng 11/2026", "năm 2026" */
export function periodInWords({ from, to }: Period): string {
  return from === to ? `tháng ${monthInWords(from)}` : `năm ${from.slice(0, 4)}`;
}

/** "2026-11" → "11/2026" */
export const monthInWords = (month: string): string => `${Number(month.slice(5))}/${month.slice(0, 4)}`;

/** What `readPeriod` reads again. */
export const periodTyped = ({ from, to }: Period): string =>
  from === to ? monthInWords(from) : from.slice(0, 4);
