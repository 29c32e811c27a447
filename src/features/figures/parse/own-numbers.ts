import { fold } from "../../../language/fold.ts";
import type { Reading } from "./figure-reading.ts";
import type { FigureRequest } from "./figure-request.ts";

/** "từ 194 xuống còn 65 thì giảm mấy phần trăm": two numbers of the person's own, and how far apart they are. */
export function readOwnNumbers({ numbers, words, tags, places }: Reading): FigureRequest | null {
  const [from, to, ...others] = numbers;
  const isAsked = ["op:difference", "op:change"].some((one) => tags.some(({ tag }) => tag === one));
  if (from === undefined || to === undefined || others.length > 0 || !isAsked || places.length > 1)
    return null;
  if (from.under || to.under || from.share || to.share) return null;
  const before = fold(words.slice(Math.max(0, from.at - 2), from.at).join(" "));
  const between = fold(words.slice(from.at, to.at).join(" "));
  return /(?:^| )tu$/u.test(before) && /(?:^| )(?:xuong|len|con|thanh)(?: |$)/u.test(between)
    ? { kind: "ownNumbers", from: from.value, to: to.value }
    : null;
}
