import type { ChatSeal } from "./chat-seal.ts";

/** What a chat stores besides messages; each kind has its own keys. */
export type Kind =
  /** The session, the day last seen, the pause, the question asked …: one of each. */
  | "meta"
  /** Messages from other chats, each stored once. */
  | "delivery"
  /** Our messages about a report (message → code), so that a reply to one is understood. */
  | "about"
  /** Our message in a slot. */
  | "slot"
  /** A report's forum topic (code → thread); empty where the group has none. */
  | "topic"
  /** Our messages that are to be deleted (message → when). */
  | "expiry"
  /** Chats under an older name whose rows are here now. */
  | "taken";

/** Counters and marks: they tell nothing of anybody, and are read without the keys too. */
const PLAIN: ReadonlySet<string> = new Set([
  "finished",
  "round",
  "settled",
  "silentUntil",
  "lateTold",
  "refusedAt",
  "marked",
  "day",
  "sealed",
]);

/** Small values of one chat, sealed; their keys are keyed hashes. Synchronous, like everything in its storage. */
export class KeyValues {
  readonly #sql: SqlStorage;
  readonly #seal: ChatSeal;
  /** What was opened last of each of the few fixed values: they are read again and again. */
  readonly #opened = new Map<string, { readonly stored: string; readonly value: string | null }>();

  constructor(sql: SqlStorage, seal: ChatSeal) {
    this.#sql = sql;
    this.#seal = seal;
  }

  /** Null where there is none, or none that can be opened. */
  read(kind: Kind, key: string): string | null {
    for (const name of this.#namesOf(kind, key)) {
      const stored = this.#sql
        .exec<{ value: string }>("SELECT value FROM notes WHERE kind = ? AND key = ?", kind, name)
        .toArray()[0]?.value;
      if (stored !== undefined) return this.#opening(kind, key, name, stored);
    }
    return null;
  }

  /** @param code the report that the value is about: `forgetCase` finds it */
  write(kind: Kind, key: string, value: string, code?: string): void {
    const [name, ...older] = this.#namesOf(kind, key);
    const stored = isPlain(kind, key) ? value : this.#seal.seal(value, placeOf(kind, name));
    if (kind === "meta") this.#opened.set(key, { stored, value });
    for (const old of older) this.#sql.exec("DELETE FROM notes WHERE kind = ? AND key = ?", kind, old);
    this.#sql.exec(
      `INSERT INTO notes (kind, key, value, at, report) VALUES (?, ?, ?, 0, ?)
       ON CONFLICT (kind, key) DO UPDATE SET value = excluded.value, report = excluded.report`,
      kind,
      name,
      stored,
      code === undefined ? null : this.#seal.name(code, REPORT),
    );
  }

  /** Writes only a new key; false where it existed. */
  add(kind: Kind, key: string, at: number): boolean {
    const [name, ...older] = this.#namesOf(kind, key);
    if (older.some((old) => this.#has(kind, old))) return false;
    return (
      this.#sql
        .exec(
          "INSERT OR IGNORE INTO notes (kind, key, value, at) VALUES (?, ?, '', ?) RETURNING key",
          kind,
          name,
          at,
        )
        .toArray().length > 0
    );
  }

  /** All values of a kind that can be opened. */
  values(kind: Kind): readonly string[] {
    return this.#sql
      .exec<{ key: string; value: string }>("SELECT key, value FROM notes WHERE kind = ?", kind)
      .toArray()
      .flatMap(({ key, value }) => this.#seal.tryOpen(value, placeOf(kind, key)) ?? []);
  }

  forgetAll(...kinds: readonly Kind[]): void {
    for (const kind of kinds) this.#sql.exec("DELETE FROM notes WHERE kind = ?", kind);
  }

  forget(kind: Kind, key: string): void {
    for (const name of this.#namesOf(kind, key))
      this.#sql.exec("DELETE FROM notes WHERE kind = ? AND key = ?", kind, name);
  }

  forgetBefore(kind: Kind, at: number): void {
    this.#sql.exec("DELETE FROM notes WHERE kind = ? AND at < ?", kind, at);
  }

  /** Deletes every value that is about a report. */
  forgetCase(code: string): void {
    for (const name of this.#seal.names(code, REPORT))
      this.#sql.exec("DELETE FROM notes WHERE report = ?", name);
  }

  /** Deletes every value that is about a report, but for these reports. */
  forgetCasesBut(codes: readonly string[]): void {
    const kept = codes.flatMap((code) => this.#seal.names(code, REPORT));
    this.#sql.exec(
      `DELETE FROM notes WHERE kind IN ('about', 'slot', 'topic')
       AND (report IS NULL OR report NOT IN (SELECT value FROM json_each(?)))`,
      JSON.stringify(kept),
    );
  }

  #has(kind: Kind, name: string): boolean {
    return this.#sql.exec("SELECT 1 FROM notes WHERE kind = ? AND key = ?", kind, name).toArray().length > 0;
  }

  #opening(kind: Kind, key: string, name: string, stored: string): string | null {
    if (isPlain(kind, key)) return stored;
    if (kind !== "meta") return this.#seal.tryOpen(stored, placeOf(kind, name));
    const known = this.#opened.get(key);
    if (known?.stored === stored) return known.value;
    const value = this.#seal.tryOpen(stored, placeOf(kind, name));
    this.#opened.set(key, { stored, value });
    return value;
  }

  #namesOf(kind: Kind, key: string): readonly [string, ...string[]] {
    return kind === "meta" ? [key] : this.#seal.names(key, `notes/${kind}`);
  }
}

const REPORT = "report";
const isPlain = (kind: Kind, key: string): boolean => kind === "meta" && PLAIN.has(key);
const placeOf = (kind: Kind, name: string): string => `notes/${kind}/${name}`;
