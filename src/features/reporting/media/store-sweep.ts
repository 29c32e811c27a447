import { DAY, MINUTE } from "../../../platform/time.ts";
import type { MediaRows } from "./media-rows.ts";

/** How many files one run compares: with a run every five minutes, more than a million a day. */
const PAGE = 1_000;
const PAGES = 5;

/** A file without a row may be younger than this: somebody else's clock may be behind. */
const PATIENCE = 15 * MINUTE;

/** What the comparing did, and where the next one goes on; "" is the beginning. */
export interface Compared {
  readonly next: string;
  /** Files without a row: deleted. */
  readonly ownerless: number;
  /** Files of cases that aren't in the store: their rows are closed. */
  readonly missing: number;
}

/** Compares the store with the rows, from `after` on: every file has a row, and every case's row a file. */
export async function compareStore(
  bucket: R2Bucket,
  rows: MediaRows,
  now: number,
  after: string,
): Promise<Compared> {
  let [next, ownerless, missing] = [after, 0, 0];
  for (let page = 0; page < PAGES; page += 1) {
    const { objects, truncated } = await bucket.list({
      limit: PAGE,
      include: ["customMetadata"],
      ...(next !== "" && { startAfter: next }),
    });
    const end = truncated ? (objects.at(-1)?.key ?? null) : null;
    const known = await rows.between(next, end);
    const names = new Set(known.map(({ key }) => key));
    const strays = objects.filter((object) => !names.has(object.key) && isOld(object, now));
    if (strays.length > 0) await bucket.delete(strays.map(({ key }) => key));
    ownerless += strays.length;
    const stored = new Set(objects.map(({ key }) => key));
    for (const { key, code } of known)
      if (code !== null && !stored.has(key) && (await bucket.head(key)) === null) {
        await rows.closeLost(key);
        missing += 1;
      }
    next = end ?? "";
    if (next === "") break;
  }
  return { next, ownerless, missing };
}

/** An earlier version gave the files of an open report no row, but a type in clear: those wait as long as the report. */
const isOld = ({ uploaded, customMetadata }: R2Object, now: number): boolean =>
  uploaded.getTime() < now - (customMetadata?.contentType === undefined ? PATIENCE : DAY);
