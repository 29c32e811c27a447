import { fold } from "../../../language/fold.ts";
import { PROVINCE } from "../../../language/province.ts";
import { DAY, HOUR } from "../../../platform/time.ts";
import type { Report } from "../report.ts";
import type { BookContext } from "./book-context.ts";
import { getReport } from "./lookup.ts";
import { REPORT_COLUMNS, type ReportRow, toReadable } from "./rows.ts";

/** Why two cases look alike. */
export type DuplicateReason = "same_detail" | "near_on_map" | "same_place_words";

export interface LikelyDuplicate {
  readonly code: string;
  readonly why: readonly DuplicateReason[];
}

/** A plate or an account may be reported again after weeks; the same place only matters within days. */
const DETAIL_WINDOW = 30 * DAY;
const PLACE_WINDOW = 72 * HOUR;
const NEAR_METRES = 1_000;
const MAX_CANDIDATES = 60;
const MAX_SHOWN = 3;
/** Details that identify one thing. An amount doesn't. */
const NAMING_DETAILS = ["plate", "account", "phone", "link"];
/** Words that occur in every description of a place. */
const COMMON_PLACE_WORDS = new Set([
  ...fold(PROVINCE.name).split(" "),
  ..."o tai gan canh truoc sau trong ngoai tren duoi doan khu vuc pho duong ngo ngach hem so nha cua cong thon ban xom khoi to dan xa phuong huyen tinh thi tran thanh".split(
    " ",
  ),
]);
/** So many common words make two descriptions one place. */
const MIN_SHARED_WORDS = 2;

/**
 * Cases of the same category that name the same plate, account, phone or link within 30 days, or a place within 1 km or
 * in the same words within 3 days. The encrypted contents are decrypted and compared here: there is no index of them.
 */
export async function likelyDuplicates(
  context: BookContext,
  code: string,
): Promise<readonly LikelyDuplicate[]> {
  const report = await getReport(context, code);
  if (report === null || report.erased === true) return [];
  const { results } = await context.db
    .prepare(
      `SELECT ${REPORT_COLUMNS} FROM reports r
       WHERE r.category = ? AND r.received_at BETWEEN ? AND ? AND r.code <> ?
         AND r.erased_at IS NULL AND r.state <> 'duplicate'
       ORDER BY abs(r.received_at - ?), r.code LIMIT ?`,
    )
    .bind(
      report.category,
      report.receivedAt - DETAIL_WINDOW,
      report.receivedAt + DETAIL_WINDOW,
      code,
      report.receivedAt,
      MAX_CANDIDATES,
    )
    .all<ReportRow>();
  const others = await Promise.all(results.map((row) => toReadable(context, row)));
  return others
    .flatMap((other) => (other === null ? [] : [{ code: other.code, why: reasonsFor(report, other) }]))
    .filter(({ why }) => why.length > 0)
    .sort((a, b) => b.why.length - a.why.length)
    .slice(0, MAX_SHOWN);
}

/** What is compared of a report. */
type Told = Pick<Report, "content" | "receivedAt">;

/** The reasons why these two may be the same event; empty where there is none. */
export function reasonsFor(a: Told, b: Told): readonly DuplicateReason[] {
  const why: DuplicateReason[] = [];
  if (shareDetail(a, b)) why.push("same_detail");
  if (Math.abs(happenedAt(a) - happenedAt(b)) > PLACE_WINDOW) return why;
  if (areNear(a, b)) why.push("near_on_map");
  if (sharePlaceWords(a, b)) why.push("same_place_words");
  return why;
}

/** Surely one place: near on the map, or the words of one are all among the other's. Two hamlets of a commune aren't. */
export function isOnePlace(a: Told, b: Told): boolean {
  const [ours, theirs] = [placeWords(a), placeWords(b)];
  const shared = [...ours].filter((word) => theirs.has(word)).length;
  return areNear(a, b) || (shared >= MIN_SHARED_WORDS && shared === Math.min(ours.size, theirs.size));
}

const happenedAt = ({ content, receivedAt }: Told): number => content.when?.from ?? receivedAt;

function shareDetail(a: Told, b: Told): boolean {
  return NAMING_DETAILS.some((id) => {
    const ours = namesIn(a.content.details[id]);
    return namesIn(b.content.details[id]).some((name) => ours.includes(name));
  });
}

/** "29A-123.45; 12A1-00001" → ["29a12345", "12a100001"]. */
const namesIn = (detail: string | undefined): string[] =>
  (detail ?? "")
    .split(";")
    .map((name) => fold(name).replace(/[^a-z0-9]/g, ""))
    .filter((name) => name.length >= 4);

function areNear(a: Told, b: Told): boolean {
  const [from, to] = [a.content.where, b.content.where];
  if (from?.lat === undefined || from.lng === undefined || to?.lat === undefined || to.lng === undefined)
    return false;
  const metresPerDegree = 111_320;
  const north = (from.lat - to.lat) * metresPerDegree;
  const east = (from.lng - to.lng) * metresPerDegree * Math.cos((from.lat * Math.PI) / 180);
  return Math.hypot(north, east) <= NEAR_METRES;
}

function sharePlaceWords(a: Told, b: Told): boolean {
  const [ours, theirs] = [placeWords(a), placeWords(b)];
  const shared = [...ours].filter((word) => theirs.has(word)).length;
  return shared >= MIN_SHARED_WORDS && shared * 2 >= Math.min(ours.size, theirs.size);
}

const placeWords = ({ content }: Told): Set<string> =>
  new Set(
    (fold(content.where?.words ?? "").match(/[a-z0-9]+/g) ?? []).filter(
      (word) => !COMMON_PLACE_WORDS.has(word),
    ),
  );
