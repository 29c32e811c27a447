/** What an answer leaves behind for a follow-up question. */
export interface KnowledgeThread {
  readonly documentId: string;
  /** The heading answered last, in words. */
  readonly topic: string;
  readonly at: number;
}
