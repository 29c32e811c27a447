import type { Reply } from "../../../messaging/reply.ts";
import type { BoundaryId } from "../../../reader/names/boundary.ts";
import { chanceOf } from "../../../reader/names/likely.ts";
import type { MessageReading } from "../../../reading/read-message.ts";
import { NOT_OPINIONS } from "../dialogue/dialogue-wording.ts";
import { NOT_BY_CHAT } from "./citizen-wording.ts";

/** What somebody thinks or believes is nobody's report. */
const OPINIONS: readonly BoundaryId[] = ["opinionReport", "politics", "stereotype"];
const SURE = 0.5;
const VERY_SURE = 0.8;
/** Fewer words name somebody, and say nothing of what they did; more of them where they add to what is told: "là ông Bình với ông Toàn ạ". */
const TELLS = { alone: 5, added: 9 };

/** Why these words can't be part of a report; null where they can. A danger is always taken. */
export function notTaken(reading: MessageReading): Reply | null {
  if (reading.danger !== null) return null;
  const { boundary, learned, utterance } = reading;
  if (boundary !== null && OPINIONS.includes(boundary)) return NOT_OPINIONS;
  const isOpinion =
    chanceOf(learned.acts, "decline") >= VERY_SURE && chanceOf(learned.boundaries, ...OPINIONS) >= SURE;
  if (isOpinion) return NOT_OPINIONS;
  // A piece of a report, too, may be the whole of it; who somebody is, and where, says nothing of what he did.
  const { length } = utterance.words;
  const isStory =
    (length >= TELLS.alone && chanceOf(learned.acts, "tell", "decline") >= SURE) ||
    (length >= TELLS.added &&
      chanceOf(learned.acts, "more") >= SURE &&
      chanceOf(learned.points, "details", "what") >= SURE);
  return isStory && chanceOf(learned.incidents, "whistleblowerComplaint") >= VERY_SURE ? NOT_BY_CHAT : null;
}
