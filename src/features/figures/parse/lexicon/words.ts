/** Phrases by tag. */
export type Words = Readonly<Record<string, readonly string[]>>;
