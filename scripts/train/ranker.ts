import { readFileSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { readRetrievalConfig } from "../../src/config.ts";
import { applyBuild, planBuild } from "../../src/knowledge/build-index.ts";
import { createD1Index } from "../../src/knowledge/d1-index.ts";
import { type Encoded, type Encoder, encoderOf } from "../../src/knowledge/encoder.ts";
import type { SqlDatabase } from "../../src/knowledge/index-sql.ts";
import type { Hit, Signals } from "../../src/knowledge/knowledge-index.ts";
import { type Grounds, groundsOf } from "../../src/knowledge/learned-order.ts";
import { fillSimilarity } from "../../src/knowledge/similarity/fill-similarity.ts";
import { createSimilarity, type Similarity } from "../../src/knowledge/similarity/similarity.ts";
import { summed } from "../../src/knowledge/trees.ts";
import { fold } from "../../src/language/fold.ts";
import { maskPersonal } from "../../src/language/privacy/mask.ts";
import type { Embedder } from "../../src/model/embeddings/embedder.ts";
import { createOpenAiEmbedder } from "../../src/model/embeddings/openai-embedder.ts";
import { MINUTE } from "../../src/platform/time.ts";
import { readBy } from "../../src/reader/read-by.ts";
import { parseWeights } from "../../src/reader/weights.ts";
import { openMemoryDatabase } from "../../test/knowledge/sqlite.ts";
import { runCommand } from "../lib/command-line/command.ts";
import { file, settingsFiles } from "../lib/command-line/flags.ts";
import { settingsGiven } from "../lib/settings.ts";
import type { Labelled } from "./examples.ts";
import { sigmoid } from "./learn.ts";
import { type LeftOut, leaveOut } from "./left-out.ts";
import { type Case, dot, learnToChoose, learnToTell, type Side } from "./linear.ts";
import { train } from "./train.ts";
import { learnTrees } from "./trees.ts";

const PLACE = new URL("../../src/knowledge/learned-order.json", import.meta.url);

type Sides<Of> = { readonly [Name in keyof Of]?: Side };

/** Which way each signal may speak. */
const SIGNALS = {
  meaning: "for",
  around: "for",
  centre: "for",
  document: "for",
  likeness: "for",
  bm25: "for",
  coverage: "for",
  telling: "for",
  topic: "for",
  aspects: "for",
  asked: "for",
  marks: "for",
  trust: "for",
} as const satisfies Sides<Signals>;
const GROUNDS = {
  bias: "free",
  score: "for",
  ahead: "for",
  meaning: "for",
  around: "for",
  likeness: "for",
  coverage: "for",
  thin: "against",
  telling: "for",
  topic: "for",
  aspects: "for",
  trust: "for",
  asked: "for",
  asks: "for",
  isOutside: "against",
  isElsewhere: "against",
  length: "for",
} as const satisfies Sides<Grounds>;

/** What is weighed. */
interface Weighed {
  readonly signals: Sides<Signals>;
  readonly grounds: Sides<Grounds>;
}
/** Each part of the file: without an embedding model, and with one. */
const PLAIN: Weighed = { signals: SIGNALS, grounds: GROUNDS };
const ALIKE: Weighed = {
  signals: { ...SIGNALS, alike: "for" },
  grounds: { ...GROUNDS, alike: "for" },
};
/** A story may well be answered by the section about such a wrong: it says less than what is nobody's matter. */
const WEIGHT_OF_STORY = 0.3;
/** The question of a section whose document is taken away: what is found then is often wrong, but not always. */
const WEIGHT_OF_TAKEN = 0.4;
const TAKEN = "tài liệu bị lấy đi";
const UNANSWERED = "không mục nào trả lời";
/** What people write of the field, or of anything else, and no section answers: there are few beside the questions. */
const WEIGHT_OF_UNANSWERED = 2;
const PARTS = 3;
/** All that is ranked. */
const EVERYTHING = { audience: "internal", limit: 30 } as const;

/** A question as the index found it; `right` is null where no section answers. */
interface Tried {
  readonly right: string | null;
  readonly kind: string;
  readonly encoded: Encoded;
  readonly hits: readonly Hit[];
  readonly part: number;
}

/**
 * Learns how the signals of a passage are weighed, and when the first one answers, from questions that the table hasn't
 * seen: wordings left out of sections, and messages of batches left out. Where the settings name an embedding model the
 * weights with it are learned too, else those stay. Writes src/knowledge/learned-order.json.
 */
await runCommand({
  name: "npm run train:ranker",
  does: "Học cách xếp các mục tìm được và khi nào thì trả lời; ghi src/knowledge/learned-order.json.",
  flags: {
    table: file("trọng số đã học mà không có các câu để riêng; không có thì học lại, vài phút"),
    "env-file": settingsFiles(),
  },
  async run({ flags: { table, "env-file": files } }) {
    const leftOut = await leaveOut();
    const weights =
      table === undefined
        ? train(leftOut.messages, leftOut.wordings).weights
        : parseWeights(new Uint8Array(readFileSync(table)));
    const encoder = encoderOf("left-out", weights.header.dims, (said) => readBy(weights, said, "none"));
    const { embeddings } = readRetrievalConfig(settingsGiven(files));
    const known = JSON.parse(readFileSync(PLACE, "utf8")) as object;
    const plain = learnFrom(await tryAll(leftOut, encoder), PLAIN);
    const alike =
      embeddings && learnFrom(await tryAll(leftOut, encoder, createOpenAiEmbedder(embeddings)), ALIKE);
    writeFileSync(PLACE, `${JSON.stringify({ ...known, plain, ...(alike && { alike }) }, null, 2)}\n`);
  },
});

/** Learns one part of the file, and prints how well it finds and tells what it wasn't learned from. */
function learnFrom(tried: readonly Tried[], weighed: Weighed) {
  const score = learnScore(tried, weighed);
  report(`tự hỏi (để riêng từng phần)${weighed === ALIKE ? ", có mô hình nhúng" : ""}`, tried, weighed);
  const cases = casesOf([...tried, ...taken(tried)], score, weighed);
  const { weights: chance, trees } = learnChance(
    cases.map(({ is }) => is),
    weighed,
  );
  reportChance(cases, weighed);
  const named = (names: object, values: readonly number[]) =>
    Object.fromEntries(Object.keys(names).map((name, i) => [name, Number((values[i] as number).toFixed(4))]));
  return { score: named(weighed.signals, score), chance: named(weighed.grounds, chance), trees };
}

/** The weighed sum, and the trees that put it right. */
function learnChance(cases: readonly Case[], { grounds }: Weighed) {
  const weights = learnToTell(cases, sidesOf(grounds));
  const begun = cases.map((one) => ({ ...one, logit: dot(weights, one.values) }));
  return { weights, trees: learnTrees(begun, Object.keys(grounds)) };
}

function sidesOf(sides: Sides<Signals> | Sides<Grounds>): Side[] {
  return Object.values(sides);
}

async function tryAll(
  { passages, asked, strange, unanswered }: LeftOut,
  encoder: Encoder,
  embedder?: Embedder,
): Promise<Tried[]> {
  const documents = [...new Map(passages.map(({ document }) => [document.id, document])).values()];
  const db = openMemoryDatabase();
  const build = await planBuild({ documents, passages, refused: [] }, [], 0, encoder);
  await applyBuild(db, build);
  if (embedder !== undefined) await fillSimilarity(db, { version: build.version, passages, embedder, pause });
  const index = createD1Index(db, encoder, embedder && similarityBy(db, embedder));
  const order = new Map(passages.map(({ id }, i) => [id, i]));
  const questions = asked.map(({ text, passage, kind }) => ({
    text,
    right: passage,
    kind,
    part: (order.get(passage) ?? 0) % PARTS,
  }));
  const lines = strange.flatMap((line, i) => {
    const kind = unanswered.has(line.batch) ? UNANSWERED : withoutAnswer(line);
    return kind === null ? [] : [{ text: line.text, right: null, kind, part: i % PARTS }];
  });
  const tried: Tried[] = [];
  for (const one of [...questions, ...lines]) {
    for (const text of new Set([one.text, fold(one.text.toLowerCase())])) {
      const kind = text === one.text ? one.kind : `${one.kind}, không dấu`;
      tried.push({ ...one, kind, encoded: encoder.encode(text), hits: await index.search(text, EVERYTHING) });
    }
  }
  return tried;
}

/** As in service, but it waits: a slow answer would be learned from as none. */
function similarityBy(db: SqlDatabase, embedder: Embedder): Similarity {
  return createSimilarity({
    db,
    embedder,
    outgoing: (question) => maskPersonal(question).text,
    now: Date.now,
    patienceMs: MINUTE,
    report: (code) => {
      throw new Error(code);
    },
  });
}

/** The name of a kind of line that no section answers; null for another line. */
function withoutAnswer({ act }: Labelled): string | null {
  return act === "outside" || act === "chat" || act === "tell" ? act : null;
}

function valuesOf({ signals }: Hit, weighed: Weighed): number[] {
  return (Object.keys(weighed.signals) as (keyof Signals)[]).map((name) => signals?.[name] ?? 0);
}

function learnScore(tried: readonly Tried[], weighed: Weighed): number[] {
  const choices = tried.flatMap(({ right, hits }) => {
    const at = hits.findIndex(({ passage }) => passage.id === right);
    return at === -1 ? [] : [{ candidates: hits.map((hit) => valuesOf(hit, weighed)), right: at }];
  });
  return learnToChoose(choices, sidesOf(weighed.signals));
}

function ordered(hits: readonly Hit[], weights: readonly number[], weighed: Weighed): Hit[] {
  return hits
    .map((hit) => ({ ...hit, score: dot(weights, valuesOf(hit, weighed)) }))
    .sort((a, b) => b.score - a.score);
}

function report(title: string, tried: readonly Tried[], weighed: Weighed): void {
  const byPart = Array.from({ length: PARTS }, (_, part) =>
    learnScore(
      tried.filter((one) => one.part !== part),
      weighed,
    ),
  );
  for (const kind of ["wording", "wording, không dấu", "real", "real, không dấu"]) {
    const some = tried.filter((one) => one.kind === kind);
    const places = some.map(({ hits, right, part }) =>
      ordered(hits, byPart[part] as number[], weighed).findIndex(({ passage }) => passage.id === right),
    );
    const share = (most: number) =>
      (places.filter((at) => at !== -1 && at < most).length / some.length).toFixed(3);
    console.log(`${title}, ${kind}: ${share(1)} đứng đầu, ${share(3)} trong ba mục đầu (n = ${some.length})`);
  }
}

interface Told {
  readonly kind: string;
  readonly part: number;
  readonly is: Case;
}

function casesOf(tried: readonly Tried[], score: readonly number[], weighed: Weighed): Told[] {
  return tried.flatMap(({ hits, right, kind, part, encoded }) => {
    const some = ordered(hits, score, weighed);
    const grounds = groundsOf(some, 0, encoded);
    if (grounds === null) return [];
    const values = (Object.keys(weighed.grounds) as (keyof Grounds)[]).map((name) => grounds[name] ?? 0);
    return [{ kind, part, is: { values, isSo: some[0]?.passage.id === right, weight: weightOf(kind) } }];
  });
}

function weightOf(kind: string): number {
  if (kind.startsWith("tell")) return WEIGHT_OF_STORY;
  if (kind.startsWith(UNANSWERED)) return WEIGHT_OF_UNANSWERED;
  return kind.startsWith(TAKEN) ? WEIGHT_OF_TAKEN : 1;
}

/** The questions of the sections as if their documents weren't there: asked about the field, and not answered. */
function taken(tried: readonly Tried[]): Tried[] {
  return tried.flatMap((one) => {
    const document = one.hits.find(({ passage }) => passage.id === one.right)?.passage.document.id;
    if (document === undefined) return [];
    const hits = one.hits.filter(({ passage }) => passage.document.id !== document);
    const most = Math.max(...hits.map(({ signals }) => signals?.bm25 ?? 0), Number.EPSILON);
    const scaled = hits.map((hit) =>
      hit.signals === undefined
        ? hit
        : { ...hit, signals: { ...hit.signals, bm25: hit.signals.bm25 / most } },
    );
    return [{ ...one, right: null, kind: `${TAKEN}, ${one.kind}`, hits: scaled }];
  });
}

function rightOf(some: readonly { readonly isSo: boolean }[]): string {
  return `${(some.filter(({ isSo }) => isSo).length / some.length).toFixed(2)} (n = ${some.length})`;
}

/** How often each kind of line would be answered, and whether 0.7 means seven of ten, each by the other parts. */
function reportChance(cases: readonly Told[], weighed: Weighed): void {
  const told = Array.from({ length: PARTS }, (_, part) => {
    const { weights, trees } = learnChance(
      cases.filter((one) => one.part !== part).map(({ is }) => is),
      weighed,
    );
    const names = Object.keys(weighed.grounds);
    return cases
      .filter((one) => one.part === part)
      .map(({ kind, is }) => {
        const values = Object.fromEntries(names.map((name, i) => [name, is.values[i] as number]));
        return { kind, isSo: is.isSo, p: sigmoid(dot(weights, is.values) + summed(trees, values)) };
      });
  }).flat();
  for (const [kind, some] of Map.groupBy(told, (one) => one.kind)) {
    const shares = [0.2, 0.3, 0.4, 0.5].map((least) =>
      (some.filter(({ p }) => p >= least).length / some.length).toFixed(3),
    );
    console.log(`${kind} (n = ${some.length}): ≥ .2/.3/.4/.5: ${shares.join(" / ")}`);
  }
  const real = told.filter(({ kind }) => kind.startsWith("real"));
  for (const [tenth, some] of [...Map.groupBy(told, ({ p }) => Math.floor(p * 10))].sort(
    ([a], [b]) => a - b,
  )) {
    const asked = real.filter(({ p }) => Math.floor(p * 10) === tenth);
    console.log(`p ${tenth / 10}: đúng ${rightOf(some)}; tin như người ta viết: ${rightOf(asked)}`);
  }
}
