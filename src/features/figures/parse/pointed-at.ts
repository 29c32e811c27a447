import type { Tagged } from "./tagger.ts";

/** True where the words behind a tag point back to it: "loại đó", "hai nhóm ấy". */
export const isPointedAt = ({ words }: { readonly words: readonly string[] }, { end }: Tagged): boolean =>
  /^(?:đó|do|này|nay|ấy|ay|trên|kia|vừa|vua|nêu|neu)$/u.test(words[end] ?? "");
