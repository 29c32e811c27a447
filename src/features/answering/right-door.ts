import { type Reply, text } from "../../messaging/reply.ts";
import type { Door } from "../../reader/names/labels.ts";
import { chanceOf } from "../../reader/names/likely.ts";
import type { LearnedReading } from "../../reader/read-by.ts";
import { ELSEWHERE } from "./answering-wording.ts";
import { askBack } from "./choices.ts";
import wordings from "./doors.json" with { type: "json" };
import type { Found } from "./found.ts";

const DOORS: ReadonlyMap<Door, string> = new Map(
  Object.entries(wordings) as [keyof typeof wordings, string][],
);

/** From this probability on a matter is another office's. */
const PROBABLE = 0.5;
/** Where something was found that may answer, the other office must be as good as certain. */
const CERTAIN = 0.8;

/** Papers that the police give: the knowledge has them, and what it finds goes before the door. */
const OF_POLICE: ReadonlySet<Door> = new Set(["idCard", "residence", "vehicle", "passport"]);

/**
 * Which office to ask, where the message wants to know what is not ours to say; null where that isn't probable. What the knowledge
 * may have is offered with it, unless the office is certain.
 */
export function rightDoor(
  { acts, doors }: Pick<LearnedReading, "acts" | "doors">,
  found: Found,
): Reply | null {
  // A story or an answer names an office in passing.
  const wants = chanceOf(acts, "ask", "outside");
  const [door] = doors;
  if (door === undefined || (found.kind !== "none" && OF_POLICE.has(door.is))) return null;
  if (wants < PROBABLE || door.p < (found.kind === "answer" ? CERTAIN : PROBABLE)) return null;
  const wording = DOORS.get(door.is);
  if (wording === undefined) return null;
  const mayBeKnown = found.kind === "near" && door.p < CERTAIN;
  return mayBeKnown ? askBack(found.hits, wording) : { blocks: [text(ELSEWHERE), text(wording)] };
}

/** Where something was found that may answer, it must be surer; papers that the police give are never far off. */
const FAR = { found: 0.9, nothing: PROBABLE } as const;

/** Small talk and what is nobody's matter: nothing that lies far off answers it. */
export function isFarOff(
  { acts, doors: [door] }: Pick<LearnedReading, "acts" | "doors">,
  found: Found["kind"],
): boolean {
  if (door !== undefined && door.p >= PROBABLE && OF_POLICE.has(door.is)) return false;
  // What is asked for and would be declined, if it were clear what it is, is no gap of the knowledge either.
  return found === "none" || found === "beside"
    ? chanceOf(acts, "outside", "chat", "decline") >= FAR.nothing
    : chanceOf(acts, "outside", "chat") >= FAR.found;
}
