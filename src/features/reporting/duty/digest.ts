import { displayDate, localDay } from "../../../language/dates.ts";
import { type Block, list, type Reply, strong, text } from "../../../messaging/reply.ts";
import type { ReportBook } from "../book/report-book.ts";
import type { CaseSummary } from "../case.ts";
import { categoryName } from "../category-names.ts";
import { endOfDay, workingDayAfter } from "../deadlines/calendar.ts";
import { ageInWords, DIGEST, LANE_MARKS, LIST_WORDS } from "./duty-wording.ts";

/** After so many working days without an event a case is stuck. */
const STUCK_AFTER = 3;
/** Codes that one part of the digest names; the others are counted. */
const NAMED = 10;

/**
 * What waits this morning: new, overdue and stuck cases, and undelivered messages to reporters. A case can be in
 * several parts. Only open cases are counted.
 * @param now milliseconds since the epoch
 * @returns null where nothing waits
 */
export async function morningDigest(
  book: Pick<ReportBook, "open" | "find">,
  now: number,
): Promise<Reply | null> {
  const open = await book.open();
  const [overdue, fresh] = await Promise.all(
    (["overdue", "new"] as const).map((group) => book.find({ group, now, limit: NAMED })),
  );
  const parts = [
    part(DIGEST.overdue, overdue?.cases ?? [], overdue?.total),
    part(DIGEST.fresh, fresh?.cases ?? [], fresh?.total),
    part(
      (n) => DIGEST.stuck(n, STUCK_AFTER),
      open.filter(({ lastEventAt }) => isStuck(lastEventAt, now)),
    ),
    part(
      DIGEST.undelivered,
      open.filter(({ undelivered }) => undelivered > 0),
    ),
  ].flat();
  if (parts.length === 0) return null;
  return { blocks: [strong(DIGEST.head(displayDate(localDay(now)))), ...parts, text(DIGEST.hint)] };
}

/** True where too many working days have passed without an event. */
export const isStuck = (lastEventAt: number, now: number): boolean =>
  endOfDay(workingDayAfter(lastEventAt, STUCK_AFTER)) < now;

function part(
  title: (n: number) => string,
  cases: readonly CaseSummary[],
  total: number = cases.length,
): Block[] {
  if (cases.length === 0) return [];
  const named = cases.slice(0, NAMED).map(nameOf);
  const rest = total - named.length;
  return [text(title(total)), list(...named, ...(rest > 0 ? [LIST_WORDS.more(rest)] : []))];
}

const nameOf = ({ code, lane, category }: CaseSummary): string =>
  `${code} · ${LANE_MARKS[lane]} · ${categoryName(category)}`;

/**
 * The message to supervisors about cases whose deadline has passed since the last one, the most overdue first.
 * @returns null where none is overdue
 */
export function overdueEscalation(cases: readonly CaseSummary[], now: number): Reply | null {
  const overdue = cases.filter(({ dueAt }) => dueAt < now).sort((a, b) => a.dueAt - b.dueAt);
  if (overdue.length === 0) return null;
  const rest = overdue.length - NAMED;
  return {
    blocks: [
      strong(DIGEST.escalated(overdue.length)),
      list(
        ...overdue
          .slice(0, NAMED)
          .map((one) => `${nameOf(one)} · ${DIGEST.late(ageInWords(now - one.dueAt))}`),
        ...(rest > 0 ? [LIST_WORDS.more(rest)] : []),
      ),
      text(DIGEST.escalationHint),
    ],
  };
}
