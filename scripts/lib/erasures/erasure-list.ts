import { createHash, randomBytes } from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { Erased } from "../../../src/ledger/erasures.ts";
import { type KeyRing, SealError } from "../../../src/platform/crypto/key-ring.ts";
import { CommandError } from "../command-errors.ts";

/** One erasure, under the id that it has in the database. */
const Entry = z.object({ id: z.string(), erased: Erased });
export type ErasureEntry = Readonly<z.infer<typeof Entry>>;

const Header = z.object({ format: z.literal(1), list: z.string() });

/** The list can't be used. The message is for the operator. */
export class ErasureListRefused extends CommandError {}

/** Where the list of a state folder is, unless `--erasures` says otherwise: beside it, in no backup. */
export const erasureListOf = (stateDir: string): string => `${stateDir}.erasures`;

/**
 * The erasures of a state folder, in a file that no restore takes back. Each line is sealed and bound to its place and
 * to the line before it: none can be changed, moved, put in or taken out without being noticed. Only lines at the end
 * can be cut off unnoticed.
 */
export class ErasureList {
  readonly #path: string;
  readonly #ring: KeyRing;
  readonly #entries: ErasureEntry[] = [];
  readonly #ids = new Set<string>();
  #list = "";
  /** The hash of the last line. */
  #last = "";
  /** Bytes of whole lines. */
  #size = 0;

  private constructor(path: string, ring: KeyRing) {
    this.#path = path;
    this.#ring = ring;
  }

  /** Reads an existing list. @throws ErasureListRefused where it was changed, or a key is missing */
  static read(path: string, ring: KeyRing): ErasureList {
    const list = new ErasureList(path, ring);
    list.#read();
    return list;
  }

  /** Opens the list to append to it; made where there is none. Lines of an older key are sealed anew. */
  static open(path: string, ring: KeyRing): ErasureList {
    const list = new ErasureList(path, ring);
    if (!existsSync(path)) list.#write([]);
    else if (list.#read()) list.#write([...list.#entries]);
    return list;
  }

  get entries(): readonly ErasureEntry[] {
    return this.#entries;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Adds what isn't in the list yet; on disk when this returns. */
  append(entries: readonly ErasureEntry[]): void {
    const lines = this.#linesOf(entries.filter(({ id }) => !this.has(id)));
    if (lines === "") return;
    // After whole lines: half a line of a write that a crash cut short is written over.
    const file = openSync(this.#path, "r+");
    try {
      this.#size += writeSync(file, lines, this.#size);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }

  /** Writes the whole list anew: it appears whole or not at all. */
  #write(entries: readonly ErasureEntry[]): void {
    this.#entries.length = 0;
    this.#ids.clear();
    const header = `${JSON.stringify({ format: 1, list: randomBytes(16).toString("hex") })}\n`;
    this.#begin(header.trimEnd());
    const text = header + this.#linesOf(entries);
    const partial = `${this.#path}.partial`;
    const file = openSync(partial, "w", 0o600);
    writeSync(file, text);
    fsyncSync(file);
    closeSync(file);
    renameSync(partial, this.#path);
    const folder = openSync(dirname(this.#path), "r");
    fsyncSync(folder);
    closeSync(folder);
    this.#size = Buffer.byteLength(text);
  }

  #begin(header: string): void {
    this.#list = Header.parse(JSON.parse(header)).list;
    this.#last = hashOf(header);
  }

  /** @returns true where a line was sealed with another key than the current one */
  #read(): boolean {
    const text = readFileSync(this.#path, "utf8");
    const whole = text.slice(0, text.lastIndexOf("\n") + 1);
    const [header = "", ...lines] = whole.split("\n").slice(0, -1);
    try {
      this.#begin(header);
      for (const line of lines) {
        const entry = Entry.parse(JSON.parse(this.#ring.openNow(line, this.#place())));
        this.#add(entry, line);
      }
    } catch (error) {
      throw new ErasureListRefused(sentenceFor(this.#path, this.#entries.length + 1, error), {
        cause: error,
      });
    }
    this.#size = Buffer.byteLength(whole);
    return lines.some((line) => this.#ring.needsRotation(line));
  }

  #linesOf(entries: readonly ErasureEntry[]): string {
    return entries
      .map((entry) => {
        const line = this.#ring.sealNow(JSON.stringify(entry), this.#place());
        this.#add(entry, line);
        return `${line}\n`;
      })
      .join("");
  }

  #add(entry: ErasureEntry, line: string): void {
    this.#entries.push(entry);
    this.#ids.add(entry.id);
    this.#last = hashOf(line);
  }

  /** The place of the next line. */
  #place(): string {
    return JSON.stringify(["erasures", this.#list, this.#entries.length, this.#last]);
  }
}

const hashOf = (line: string): string => createHash("sha256").update(line).digest("hex");

function sentenceFor(path: string, line: number, error: unknown): string {
  if (error instanceof SealError && error.code === "seal_unknown_key")
    return `Danh sách xoá ${path} cần một khoá không có trong REPORT_ENCRYPTION_KEYS: hãy đưa khoá đó vào lại.`;
  return `Danh sách xoá ${path} đã bị thay đổi hoặc hỏng ở dòng ${line}.`;
}
