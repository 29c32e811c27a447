import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { INDICATORS } from "../../src/features/figures/indicators.ts";
import { type Placed, parseFigures } from "../../src/features/figures/read-figures.ts";
import { applyBuild, type Build, planBuild } from "../../src/knowledge/build-index.ts";
import { readLibrary, type SourceFile } from "../../src/knowledge/document.ts";
import type { SqlDatabase } from "../../src/knowledge/index-sql.ts";
import type { Passage } from "../../src/knowledge/knowledge-index.ts";
import { nearest } from "./nearest.ts";
import { ROOT } from "./root.ts";

/** A part of `knowledge/` that was refused or is doubtful, and why. */
export interface Finding {
  /** Path under `knowledge/`. */
  readonly file: string;
  readonly line?: number;
  readonly column?: string;
  readonly why: string;
}

export interface Ingested {
  readonly version: string;
  readonly documents: number;
  readonly passages: number;
  readonly figures: number;
  readonly refused: readonly Finding[];
  /** What is taken in but can't be meant so. */
  readonly doubtful: readonly Finding[];
  /** False where the database already had this version. */
  readonly changed: boolean;
}

export interface Prepared {
  readonly build: Build;
  readonly passages: readonly Passage[];
  readonly summary: Omit<Ingested, "changed">;
}

/** Reads `knowledge/` and plans the build; touches no database. */
export async function prepareKnowledge(folder = join(ROOT, "knowledge")): Promise<Prepared> {
  const library = readLibrary(readFiles(folder, "documents", ".md"));
  const { facts, placed, refused: rows } = parseFigures(readFiles(folder, "figures", ".csv"));
  const build = await planBuild(library, facts, Date.now());
  return {
    build,
    passages: library.passages,
    summary: {
      version: build.version,
      documents: library.documents.length,
      passages: library.passages.length,
      figures: facts.length,
      refused: [...library.refused, ...rows],
      doubtful: [...withoutDocuments(folder, library.documents.length), ...placed.flatMap(withoutIndicator)],
    },
  };
}

function withoutDocuments(folder: string, documents: number): Finding[] {
  if (documents > 0) return [];
  const isThere = existsSync(join(folder, "documents"));
  const why = isThere ? "không có tài liệu nào dùng được" : "không có thư mục này";
  return [{ file: "documents", why: `${why}: trợ lý không trả lời được câu hỏi nào cần tài liệu` }];
}

/** Nobody can ask for a figure whose indicator has no words. */
function withoutIndicator({ fact: { indicator }, file, line }: Placed): Finding[] {
  if (INDICATORS.describes(indicator)) return [];
  const meant = nearest(
    indicator,
    INDICATORS.all.map(({ id }) => id),
  );
  const hint = meant === undefined ? "" : `; có phải ${meant}?`;
  const why = `chỉ tiêu ${indicator} chưa có trong indicators.json nên không ai hỏi được${hint}`;
  return [{ file, line, column: "indicator", why }];
}

export interface IngestOptions {
  readonly log?: (line: string) => void;
  readonly prepared: Prepared;
  /** True: write it again even where the database has this version. */
  readonly rebuild?: boolean;
}

/** Updates the database to what was prepared; does nothing where it is up to date. */
export async function ingestLocal(
  db: SqlDatabase,
  { log = () => {}, prepared: { build, summary }, rebuild = false }: IngestOptions,
): Promise<Ingested> {
  const ingested = { ...summary, changed: await (rebuild ? rewrite(db, build) : applyBuild(db, build)) };
  for (const line of describeIngest(ingested)) log(line);
  return ingested;
}

/** A build first removes remains of its own version, and runs as one batch: searches always find something. */
async function rewrite(db: SqlDatabase, { statements }: Build): Promise<true> {
  await db.batch(statements.map(({ sql, params }) => db.prepare(sql).bind(...params)));
  return true;
}

/** The summary as lines for an operator. */
export function describeIngest({
  version,
  documents,
  passages,
  figures,
  refused,
  doubtful,
  changed,
}: Ingested): string[] {
  const count = `${documents} tài liệu, ${passages} mục, ${figures} số liệu`;
  return [
    `${changed ? "Đã nạp" : "Không có gì mới"}: ${count} (phiên bản ${version.slice(0, 8)})`,
    ...refused.map((finding) => `  Từ chối ${describe(finding)}`),
    ...(refused.length > 0 ? [`  ${refused.length} chỗ bị từ chối; phần còn lại vẫn dùng được.`] : []),
    ...doubtful.map((finding) => `  Chú ý ${describe(finding)}`),
  ];
}

function describe({ file, line, column, why }: Finding): string {
  const at = line === undefined ? file : `${file}:${line}`;
  return `${at}${column === undefined ? "" : ` [${column}]`}: ${why}`;
}

/** The files of one kind in a folder of knowledge, named from that folder; none where it has no such folder. */
export function readFiles(folder: string, kind: string, extension: string): SourceFile[] {
  const path = join(folder, kind);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(extension))
    .sort()
    .map((name) => ({ name: `${kind}/${name}`, text: readFileSync(join(path, name), "utf8") }));
}
