import { maskPersonal } from "../../language/privacy/mask.ts";
import type { Embedder } from "../../model/embeddings/embedder.ts";
import type { KeyRing } from "../../platform/crypto/key-ring.ts";
import type { AuditLog } from "../officials/audit.ts";
import { CuratedAnswers } from "./curated-answers.ts";
import { CuratedLibrary } from "./curated-library.ts";
import { UnansweredQuestions } from "./unanswered.ts";

/** Approved answers, and questions without one. */
export interface CurationServices {
  readonly answers: CuratedAnswers;
  readonly library: CuratedLibrary;
  readonly questions: UnansweredQuestions;
}

/** A citizen is waiting: after this time only the words decide. */
const EMBED_MS = 1_200;

/** One per isolate: what was read for one chat is there for the others. */
const shared = new WeakMap<D1Database, CurationServices>();

/**
 * @param embedder absent = questions are compared by their words alone
 * @param ring absent = what citizens asked, and what was answered, is stored readable
 */
export function createCuration(
  ledger: D1Database,
  audit: AuditLog,
  embedder?: Embedder,
  ring?: KeyRing,
): CurationServices {
  const found = shared.get(ledger);
  if (found !== undefined) return found;
  const answers = new CuratedAnswers(ledger, audit, ring);
  const embed =
    embedder === undefined
      ? undefined
      : (texts: readonly string[]) =>
          embedder.embed(
            texts.map((text) => maskPersonal(text).text),
            AbortSignal.timeout(EMBED_MS),
          );
  const services = {
    answers,
    library: new CuratedLibrary(answers, embed),
    questions: new UnansweredQuestions(ledger, audit, ring),
  };
  shared.set(ledger, services);
  return services;
}
