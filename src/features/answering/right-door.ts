import { type Reply, text } from "../../messaging/reply.ts";
import type { Door } from "../../reader/names/labels.ts";
import type { LearnedReading } from "../../reader/read-by.ts";
import { ELSEWHERE } from "./answering-wording.ts";
import wordings from "./doors.json" with { type: "json" };

const DOORS: ReadonlyMap<Door, string> = new Map(
  Object.entries(wordings) as [keyof typeof wordings, string][],
);

/** From this probability on a matter is another office's. */
const PROBABLE = 0.5;
/** The acts of somebody who wants to know something; a story or an answer names an office in passing. */
const WANTS_TO_KNOW: ReadonlySet<string> = new Set(["ask", "outside"]);

/** Where something was found that may answer, the other office must be as good as certain. */
const CERTAIN = 0.8;

/**
 * Which office to ask, where the message wants to know what is not ours to say; null where that isn't probable.
 * @param mayKnow whether the knowledge has something that may answer
 */
export function rightDoor(
  { acts, doors }: Pick<LearnedReading, "acts" | "doors">,
  mayKnow: boolean,
): Reply | null {
  const wants = acts.reduce((sum, { is, p }) => (WANTS_TO_KNOW.has(is) ? sum + p : sum), 0);
  const [door] = doors;
  if (wants < PROBABLE || door === undefined || door.p < (mayKnow ? CERTAIN : PROBABLE)) return null;
  const wording = DOORS.get(door.is);
  return wording === undefined ? null : { blocks: [text(ELSEWHERE), text(wording)] };
}

/** Small talk and what is nobody's matter: nothing that lies far off answers it. */
const FAR_OFF: ReadonlySet<string> = new Set(["outside", "chat"]);

export const isFarOff = ({ acts }: Pick<LearnedReading, "acts">): boolean =>
  acts.reduce((sum, { is, p }) => (FAR_OFF.has(is) ? sum + p : sum), 0) >= PROBABLE;
