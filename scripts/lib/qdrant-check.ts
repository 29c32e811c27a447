import { randomBytes } from "node:crypto";
import type { Config, QdrantSettings } from "../../src/config.ts";
import { type Point, QdrantStore } from "../../src/knowledge/qdrant/qdrant-store.ts";
import type { Embedder } from "../../src/model/embeddings/embedder.ts";
import { createOpenAiEmbedder } from "../../src/model/embeddings/openai-embedder.ts";
import { AppError } from "../../src/platform/errors.ts";
import { type Finding, fault, note, ok } from "../doctor/finding.ts";
import { adviceFor, detailOf } from "./qdrant-advice.ts";

const CALL_MS = 30_000;
/** Without an embedding model the dense vectors are tried with this size. */
const TRIAL_DIMENSIONS = 4;
const VERSION = "thu-nghiem";
const TEXTS = ["khu dân cư an toàn về an ninh, trật tự", "tố giác, tin báo về tội phạm"] as const;

interface Step {
  /** The call, with its name in docs/qdrant.md. */
  readonly call: string;
  /** False where it answered, but not what it should. */
  run(): Promise<boolean>;
}

/**
 * Makes every call of the bot and the ingest once, in a collection with a random name that is always removed at the
 * end. Reads the names of the other collections and changes none of them.
 */
export async function checkQdrant({
  qdrant,
  embeddings,
}: Required<Pick<Config, "qdrant">> & Pick<Config, "embeddings">): Promise<Finding[]> {
  const store = new QdrantStore({ ...qdrant, timeoutMs: CALL_MS });
  const embedder = embeddings === undefined ? undefined : createOpenAiEmbedder(embeddings);
  const dense = await vectorsOf(embedder);
  if ("level" in dense) return [dense];
  const alias = `kiem-tra-${randomBytes(6).toString("hex")}`;
  const collection = `${alias}-00000000`;
  const findings: Finding[] = [];
  try {
    for (const { call, run } of stepsOf(store, alias, collection, dense))
      findings.push(await tried(call, run));
  } catch (error) {
    if (!(error instanceof StopCheck)) throw error;
    findings.push(error.finding);
  } finally {
    findings.push(
      await tried("DELETE /collections/{tên}", async () => {
        await store.remove(collection);
        return !(await store.collections()).includes(collection);
      }).catch((error: unknown) => {
        if (!(error instanceof StopCheck)) throw error;
        return error.finding;
      }),
    );
  }
  if (findings.some(({ level }) => level === "fault")) return findings;
  return [...findings, ...checkTransport(qdrant), ...(await stateOf(store, qdrant.collection))];
}

/** After a fault the next calls would fail too. */
class StopCheck extends Error {
  readonly finding: Finding;

  constructor(finding: Finding) {
    super(finding.what);
    this.finding = finding;
  }
}

async function tried(call: string, run: () => Promise<boolean>): Promise<Finding> {
  try {
    if (await run()) return ok(call);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new StopCheck(fault(`${call}: ${detailOf(error)}`, adviceFor(error)));
  }
  throw new StopCheck(
    fault(`${call}: trả lời khác mong đợi`, "xem phiên bản của Qdrant (cần từ 1.10) và docs/qdrant.md."),
  );
}

type Vectors = readonly (readonly number[])[];

async function vectorsOf(embedder: Embedder | undefined): Promise<Vectors | Finding> {
  if (embedder === undefined)
    return TEXTS.map((_, at) => Array.from({ length: TRIAL_DIMENSIONS }, (__, i) => (i === at ? 1 : 0)));
  try {
    return await embedder.embed(TEXTS);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return fault(`Mô hình nhúng: ${detailOf(error)}`, adviceFor(error));
  }
}

function stepsOf(store: QdrantStore, alias: string, collection: string, dense: Vectors): Step[] {
  const points = TEXTS.map((text, at): Point => {
    const audience = at === 0 ? "public" : "internal";
    return {
      id: `00000000-0000-5000-8000-00000000000${at}`,
      payload: { passage: text, document: "thu", audience, version: VERSION, embedding: "thu" },
      sparse: { indices: [at, 4_294_967_290 + at], values: [1, 0.5] },
      dense: dense[at] as readonly number[],
    };
  });
  const ids = points.map(({ id }) => id);
  const search = (audiences: readonly string[]) =>
    store.query(alias, {
      sparse: { indices: [1], values: [1] },
      dense: { vector: dense[1] as readonly number[], embedding: "thu" },
      filter: { version: VERSION, audiences, document: "thu" },
      limit: 2,
    });
  return [
    {
      call: "GET /collections",
      run: async () => !(await store.collections()).includes(collection),
    },
    { call: "PUT /collections/{tên}", run: () => done(store.create(collection, dense[0]?.length)) },
    { call: "PUT /collections/{tên}/index", run: () => done(store.indexPayload(collection)) },
    {
      call: "PUT /collections/{tên}/points",
      run: async () => {
        await store.upsert(collection, points);
        return done(store.upsert(collection, points));
      },
    },
    {
      call: "POST /collections/{tên}/points",
      run: async () => {
        const stored = await store.stored(collection, ids, true);
        return stored.length === 2 && stored.every(({ dense: kept }) => kept?.length === dense[0]?.length);
      },
    },
    {
      call: "POST /collections/{tên}/points/count",
      run: async () => (await store.count(collection)) === points.length,
    },
    { call: "POST /collections/aliases", run: () => done(store.point(alias, collection, undefined)) },
    { call: "GET /aliases", run: async () => (await store.aliases()).get(alias) === collection },
    {
      call: "POST /collections/{tên}/points/query",
      run: async () => {
        const [best] = await search(["public", "internal"]);
        const open = await search(["public"]);
        return best === TEXTS[1] && open.length === 1 && open[0] === TEXTS[0];
      },
    },
  ];
}

async function done(work: Promise<void>): Promise<true> {
  await work;
  return true;
}

/** A warning where the key, which opens all data, would go over plain http. */
function checkTransport({ url, apiKey }: QdrantSettings): Finding[] {
  const { protocol, hostname } = new URL(url);
  const isOpen =
    protocol === "http:" && apiKey !== undefined && !/^(?:localhost|127\.|\[::1\])/u.test(hostname);
  return isOpen ? [note("Khoá đi qua http, không được mã hoá.", "dùng https, trừ khi là mạng riêng.")] : [];
}

async function stateOf(store: QdrantStore, alias: string): Promise<Finding[]> {
  const behind = (await store.aliases()).get(alias);
  if (behind === undefined)
    return [note(`Chưa có dữ liệu của bot (bí danh ${alias}).`, "chạy npm run ingest.")];
  return [ok(`Bí danh ${alias} đang trỏ tới ${behind}: ${await store.count(behind)} mục.`)];
}
