import { localDay } from "../../language/dates.ts";
import { fold } from "../../language/fold.ts";
import { DAY } from "../../platform/time.ts";

/** A supervisor's request about the loss ledger. */
export type LedgerRequest =
  | { readonly kind: "day"; readonly day: string }
  | { readonly kind: "retry"; readonly number: number }
  | { readonly kind: "dismiss"; readonly number: number; readonly reason: string }
  | { readonly kind: "help" };

const COMMAND = /^\/sotin(?:@\w+)?(?:\s+(.*))?$/isu;
const RETRY = /^(?:thu\s?lai|gui\s?lai)\s+(?:(?:so|tin)\s+)*#?(\d{1,9})$/u;
const DISMISS = /^bo\s?qua\s+(?:(?:so|tin)\s+)*#?(\d{1,9})(?!\d)/u;
const DATE = /^(?:ngay\s+)?(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?$/u;
const MAX_REASON = 200;

/**
 * Reads "/sotin", "/sotin hôm qua", "/sotin 22/11", "/sotin thử lại 3", "/sotin bỏ qua 3 trùng tin".
 * @param clean the message without control characters and with single blanks
 * @returns null where it isn't this command
 */
export function readLedgerRequest(clean: string, now: number): LedgerRequest | null {
  const match = COMMAND.exec(clean);
  if (match === null) return null;
  const argument = (match[1] ?? "").trim();
  const folded = fold(argument).toLowerCase();
  const retry = RETRY.exec(folded);
  if (retry !== null) return { kind: "retry", number: Number(retry[1]) };
  const dismiss = DISMISS.exec(folded);
  if (dismiss !== null) {
    const reason = afterNumber(argument).slice(0, MAX_REASON);
    return !/\p{L}/u.test(reason)
      ? { kind: "help" }
      : { kind: "dismiss", number: Number(dismiss[1]), reason };
  }
  const day = readDay(folded, now);
  return day === null ? { kind: "help" } : { kind: "day", day };
}

/** The words after the first number, as written. */
const afterNumber = (argument: string): string => argument.replace(/^\D*\d+/u, "").replace(/^[\s:,.-]+/u, "");

function readDay(folded: string, now: number): string | null {
  if (folded === "" || /^hom\s?nay$/u.test(folded)) return localDay(now);
  if (/^hom\s?qua$/u.test(folded)) return localDay(now - DAY);
  if (/^hom\s?kia$/u.test(folded)) return localDay(now - 2 * DAY);
  const match = DATE.exec(folded);
  if (match === null) return null;
  const [, d = "", m = "", y] = match;
  const today = localDay(now);
  const day = isoDay(y ?? today.slice(0, 4), m, d);
  if (day === null) return null;
  // A date without a year is the latest in the past: in January "31/12" is last year's.
  if (y === undefined && day > today) return isoDay(String(Number(today.slice(0, 4)) - 1), m, d);
  return day;
}

/** Null where there is no such day. */
function isoDay(year: string, month: string, day: string): string | null {
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const at = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(iso) ? iso : null;
}
