import type { Matter } from "../reader/names/labels.ts";
import type { LearnedReading } from "../reader/read-by.ts";
import { CAUTION, type Move, OF_CASE, type OfCase, POLICY } from "./policy.ts";

/**
 * The move that the policy makes of a message: the acts that lead to the same move count together.
 * @param learned as it was read with this matter open
 * @param ofCase how the message surely speaks of a report that was sent: it names it, or is the first word after its result
 * @example chooseMove("draft", readLearned(readUtterance("gửi đi em"), "draft")) // "draftSend"
 */
export function chooseMove(matter: Matter, { acts }: Pick<LearnedReading, "acts">, ofCase?: OfCase): Move {
  const { row, least, otherwise } =
    ofCase === undefined ? { row: POLICY[matter], ...CAUTION[matter] } : OF_CASE[ofCase];
  const chances = new Map<Move, number>();
  for (const { is, p } of acts) chances.set(row[is], (chances.get(row[is]) ?? 0) + p);
  const [likeliest] = [...chances].sort(([, a], [, b]) => b - a);
  return likeliest !== undefined && likeliest[1] >= least ? likeliest[0] : otherwise;
}
