/** What handlers look for. */
export const QUESTIONS = [
  "a rare name",
  "two common words",
  "a plate",
  "words in a commune",
  "a commune",
  "the open ones",
  "a page far behind",
] as const;

/** One request to the Worker. */
export type DeskTask =
  | { readonly do: "fill"; readonly from: number; readonly to: number; readonly all: number }
  | { readonly do: "ask"; readonly question: (typeof QUESTIONS)[number] }
  | { readonly do: "year" | "retention" };
