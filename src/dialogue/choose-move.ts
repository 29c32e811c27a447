import type { Matter } from "../reader/names/labels.ts";
import type { LearnedReading } from "../reader/read-by.ts";
import { CAUTION, type Move, POLICY } from "./policy.ts";

/**
 * The move that the policy makes of a message: the acts that lead to the same move count together.
 * @param learned as it was read with this matter open
 * @example chooseMove("draft", readLearned(readUtterance("gửi đi em"), "draft")) // "draftSend"
 */
export function chooseMove(matter: Matter, { acts }: Pick<LearnedReading, "acts">): Move {
  const row = POLICY[matter];
  const chances = new Map<Move, number>();
  for (const { is, p } of acts) chances.set(row[is], (chances.get(row[is]) ?? 0) + p);
  const { least, otherwise } = CAUTION[matter];
  const [likeliest] = [...chances].sort(([, a], [, b]) => b - a);
  return likeliest !== undefined && likeliest[1] >= least ? likeliest[0] : otherwise;
}
