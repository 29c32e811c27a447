import { z } from "zod";
import type { Passage, SectionName } from "../../knowledge/knowledge-index.ts";
import { MINUTE } from "../../platform/time.ts";
import { type Session, slice } from "../../turn/session.ts";

/** What an answer stores for a follow-up question. */
export const KNOWLEDGE_THREAD = slice(
  "knowledge",
  z
    .object({
      documentId: z.string(),
      /** The heading answered last, in words. */
      topic: z.string(),
      /** The passage's own question that is most like the person's: our words, never theirs. */
      asked: z.string().optional(),
      /** True where it was only offered, among others of its document: it may still be shown. */
      isOffered: z.boolean().optional(),
      /** The section that was told beside it. */
      also: z.object({ documentId: z.string(), topic: z.string() }).readonly().optional(),
      /** The section by which the thread began, where the one answered last was asked on of it. */
      root: z.object({ documentId: z.string(), topic: z.string() }).readonly().optional(),
      /** The number that was supposed, for whatever is asked on: of a child of six. */
      supposed: z.object({ number: z.number(), unit: z.string() }).readonly().optional(),
      /** When it was answered, in milliseconds since the epoch. */
      at: z.number(),
    })
    .readonly(),
);
export type KnowledgeThread = NonNullable<ReturnType<typeof KNOWLEDGE_THREAD.of>>;

/** The section that is spoken of from now on. */
export const spokenOf = ({
  document,
  headings,
}: Pick<Passage, "document" | "headings">): Pick<KnowledgeThread, "documentId" | "topic"> => ({
  documentId: document.id,
  topic: headings.at(-1) ?? document.title,
});

/** The section that was shown last. */
export const shownIn = ({
  documentId,
  topic,
}: Pick<KnowledgeThread, "documentId" | "topic">): SectionName => ({
  document: documentId,
  heading: topic,
});

/** After this time a short question is read without the earlier topic. */
const FRESH = 30 * MINUTE;

/** The thread while it is fresh. */
export function liveThread(session: Session, now: number): KnowledgeThread | null {
  const thread = KNOWLEDGE_THREAD.of(session);
  return thread !== undefined && now - thread.at <= FRESH ? thread : null;
}
