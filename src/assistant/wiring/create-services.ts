import { telegramDownload } from "../../channels/download.ts";
import type { Config } from "../../config.ts";
import { createCuration } from "../../features/curation/curation-services.ts";
import { DocumentBook } from "../../features/documents/document-book.ts";
import { DocumentLibrary } from "../../features/documents/document-library.ts";
import { FigureUpdates } from "../../features/figure-updates/updates.ts";
import { createD1FigureStore } from "../../features/figures/figure-store.ts";
import { Officials } from "../../features/officials/directory.ts";
import { may } from "../../features/officials/roles.ts";
import type { ReadAdded } from "../../knowledge/added-passages.ts";
import { readAgedSections } from "../../knowledge/aged-sections.ts";
import { judge } from "../../knowledge/confidence.ts";
import { createD1Index } from "../../knowledge/d1-index.ts";
import { LEARNED_ENCODER } from "../../knowledge/encoder.ts";
import { createHybridIndex } from "../../knowledge/hybrid.ts";
import type { KnowledgeIndex } from "../../knowledge/knowledge-index.ts";
import { createQdrantSearch } from "../../knowledge/qdrant/qdrant-search.ts";
import { QdrantStore } from "../../knowledge/qdrant/qdrant-store.ts";
import { rememberSearches } from "../../knowledge/remembered-index.ts";
import { createSimilarity } from "../../knowledge/similarity/similarity.ts";
import { localDay } from "../../language/dates.ts";
import { maskPersonal } from "../../language/privacy/mask.ts";
import { Ledger } from "../../ledger/ledger.ts";
import { createOpenAiEmbedder } from "../../model/embeddings/openai-embedder.ts";
import type { PromptTexts } from "../../model/prompt.ts";
import { logEvent } from "../../platform/log.ts";
import { giveWay } from "../../platform/pace.ts";
import type { Services } from "../services.ts";
import { createModelService } from "./create-model.ts";

interface Databases {
  readonly KNOWLEDGE: D1Database;
  readonly LEDGER: D1Database;
  /** Only on a server of one's own. */
  readonly DISK?: unknown;
}

/**
 * The services over the two databases; the first supervisors come from the settings.
 * @param prompts the instructions for the language model; without them no model is asked
 */
export function createServices(
  databases: Databases,
  { telegram, reports, operatorQuietMs, model, qdrant, embeddings }: Config,
  prompts?: PromptTexts,
): Services & { readonly officials: Officials } {
  const officials = new Officials(databases.LEDGER, telegram?.adminIds, reports?.keyRing);
  const updates = new FigureUpdates(databases.LEDGER, officials.audit);
  const book = new DocumentBook(databases.LEDGER, officials.audit);
  const library = sharedLibrary(databases.LEDGER, book);
  return {
    knowledge: sharedIndex(databases, {
      ...(qdrant && { qdrant }),
      ...(embeddings && { embeddings }),
      added: library.added,
    }),
    agedSections: () => readAgedSections(databases.KNOWLEDGE),
    figures: createD1FigureStore(databases.KNOWLEDGE, updates),
    now: Date.now,
    deployment: {
      isOwnServer: databases.DISK !== undefined,
      searchesElsewhere: qdrant !== undefined || embeddings !== undefined,
    },
    isOfficial: async (who) => may(await officials.roleOf(who), "see_internal"),
    officials,
    curation: createCuration(
      databases.LEDGER,
      officials.audit,
      embeddings && createOpenAiEmbedder(embeddings),
      reports?.keyRing,
    ),
    ...(telegram !== undefined && {
      figureUpdates: {
        updates,
        seed: createD1FigureStore(databases.KNOWLEDGE),
        download: telegramDownload(telegram),
      },
      documents: {
        book,
        library,
        encoder: LEARNED_ENCODER,
        download: telegramDownload(telegram),
        pace: giveWay,
      },
    }),
    ...(model !== undefined &&
      prompts !== undefined && { model: createModelService(databases.LEDGER, model, prompts) }),
    ...(operatorQuietMs !== undefined && { operatorQuietMs }),
    ...(telegram?.botUsername !== undefined && { botUsername: telegram.botUsername }),
  };
}

/** One index an isolate: what was read for one chat is there for the others. */
const indexes = new WeakMap<D1Database, KnowledgeIndex>();

function sharedIndex(databases: Databases, settings: IndexSettings): KnowledgeIndex {
  const db = databases.KNOWLEDGE;
  const index = indexes.get(db) ?? rememberSearches(createKnowledgeIndex(databases, settings), Date.now);
  indexes.set(db, index);
  return index;
}

/** One library of sent documents an isolate. */
const libraries = new WeakMap<D1Database, DocumentLibrary>();

function sharedLibrary(ledger: D1Database, book: DocumentBook): DocumentLibrary {
  const library = libraries.get(ledger) ?? new DocumentLibrary(book, LEARNED_ENCODER, Date.now);
  libraries.set(ledger, library);
  return library;
}

type IndexSettings = Pick<Config, "qdrant" | "embeddings"> & {
  /** Passages besides the built ones; absent where nobody can send any. */
  readonly added?: ReadAdded;
};

/** A call that outlives its search is of no use to anyone. */
const CALL_MS = 1_500;

/** The knowledge in D1, with an embedding model's similarity and what Qdrant finds, where these are set. */
export function createKnowledgeIndex(
  databases: { readonly KNOWLEDGE: D1Database; readonly LEDGER: D1Database },
  { qdrant, embeddings, added }: IndexSettings,
): KnowledgeIndex {
  const db = databases.KNOWLEDGE;
  const ledger = new Ledger(databases.LEDGER);
  const beside = {
    now: Date.now,
    report: (code: string) => {
      logEvent("retrieval_failed", { code });
      void ledger.count(localDay(Date.now()), "knowledge", code);
    },
  };
  const outgoing = (question: string) => maskPersonal(question).text;
  const embedder = embeddings && createOpenAiEmbedder(embeddings);
  const similarity = embedder && createSimilarity({ db, embedder, outgoing, ...beside });
  const embedded = createD1Index(db, LEARNED_ENCODER, similarity, added);
  if (qdrant === undefined) return embedded;
  return createHybridIndex({
    ...beside,
    embedded,
    second: createQdrantSearch({
      store: new QdrantStore({ ...qdrant, timeoutMs: CALL_MS }),
      alias: qdrant.collection,
      db,
      outgoing,
      ...(embedder !== undefined && { embedder }),
      ...(similarity !== undefined && { similarity }),
    }),
    isSure: (hit) => judge(hit) === "answer",
  });
}
