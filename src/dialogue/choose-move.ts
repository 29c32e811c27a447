import type { Matter } from "../reader/names/labels.ts";
import type { LearnedReading } from "../reader/read-by.ts";
import { CASE_NAMED, CASE_NAMED_CAUTION, CAUTION, type Move, POLICY } from "./policy.ts";

/**
 * The move that the policy makes of a message: the acts that lead to the same move count together.
 * @param learned as it was read with this matter open
 * @param isNamed the message names a report that was sent: by its code, or as a reply to our message about it
 * @example chooseMove("draft", readLearned(readUtterance("gửi đi em"), "draft")) // "draftSend"
 */
export function chooseMove(matter: Matter, { acts }: Pick<LearnedReading, "acts">, isNamed = false): Move {
  const row = isNamed ? CASE_NAMED : POLICY[matter];
  const chances = new Map<Move, number>();
  for (const { is, p } of acts) chances.set(row[is], (chances.get(row[is]) ?? 0) + p);
  const { least, otherwise } = isNamed ? CASE_NAMED_CAUTION : CAUTION[matter];
  const [likeliest] = [...chances].sort(([, a], [, b]) => b - a);
  return likeliest !== undefined && likeliest[1] >= least ? likeliest[0] : otherwise;
}
