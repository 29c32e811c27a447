import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DAY } from "../../../src/platform/time.ts";

/** A packed backup as the unit names it: the time of taking, in UTC. */
const NAME = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.tar\.gz$/u;

/**
 * Deletes the packed backups of a folder that are older than so many days, by the time in their name. Files with other
 * names stay: they are somebody else's.
 * @returns the names of those deleted
 */
export function expireBackups(folder: string, days: number, now: number): string[] {
  if (!existsSync(folder)) return [];
  const expired = readdirSync(folder).filter((name) => {
    const [, year, month, day, hour, minute, second] = NAME.exec(name) ?? [];
    const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    return at < now - days * DAY;
  });
  for (const name of expired) rmSync(join(folder, name), { force: true });
  return expired;
}
