/** What is remembered of the duty group between two of its messages. */
export interface DutySession {
  /** The album last passed on: its other photos go the same way, in silence. */
  readonly album?: { readonly id: string; readonly as: "note" | "message" };
}
