import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { localDay } from "../../../src/language/dates.ts";
import type { StateFacts } from "./story.ts";

/** The releases whose state is kept. */
export const RELEASES: readonly string[] = readdirSync(import.meta.dirname).filter((name) =>
  /^v\d/u.test(name),
);

/** Unpacks the state of a release as if it had been made a moment ago: a draft lives for a day. */
export function unpack(release: string): { readonly stateDir: string; readonly facts: StateFacts } {
  const stateDir = mkdtempSync(join(tmpdir(), "tro-ly-138-kept-"));
  execFileSync("tar", ["-xzf", join(import.meta.dirname, release, "state.tar.gz"), "-C", stateDir]);
  const facts = JSON.parse(readFileSync(join(stateDir, "facts.json"), "utf8")) as StateFacts;
  for (const { parentPath, name } of readdirSync(stateDir, { recursive: true, withFileTypes: true }))
    if (name.endsWith(".sqlite")) makeYoung(join(parentPath, name), facts.madeAt, Date.now());
  return { stateDir, facts };
}

const DAY = 86_400_000;

/** Moves every moment and day that a database names by as much as `made` lies before `now`. */
function makeYoung(file: string, made: number, now: number): void {
  const near = (at: number) => at > made - DAY && at < made + 60 * DAY;
  const later = (at: number) => (near(at) ? at + now - made : at);
  const moved = (value: unknown): number | string => {
    if (typeof value === "number") return later(value);
    return String(value)
      .replace(/(?<![\w-])\d{13}(?![\w-])|(?<=^pause-)\d{13}$/gu, (at) => String(later(Number(at))))
      .replaceAll(localDay(made), localDay(now));
  };
  const database = new DatabaseSync(file);
  database.function("moved", moved);
  // What is written for ever, such as the audit log, is guarded by triggers.
  const triggers = database.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all();
  for (const { name } of triggers) database.exec(`DROP TRIGGER "${name}"`);
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  for (const { name } of tables) {
    if (/^(?:_cf_|sqlite_)/u.test(String(name))) continue;
    for (const { name: column } of database.prepare("SELECT name FROM pragma_table_info(?)").all(name ?? ""))
      database.exec(
        `UPDATE "${name}" SET "${column}" = moved("${column}") WHERE typeof("${column}") IN ('integer', 'text')`,
      );
  }
  for (const { sql } of triggers) database.exec(String(sql));
  database.close();
}
