import type { Hit } from "../../knowledge/knowledge-index.ts";
import { type Block, type Button, list, type Reply, text } from "../../messaging/reply.ts";
import {
  AGAIN,
  ALL_OF_IT,
  ASK_OFFICE,
  DID_YOU_MEAN,
  NEAREST_CHOICES,
  NOT_KNOWN,
  NOTHING_ON,
  WHOM_TO_ASK,
} from "./answering-wording.ts";
import { cited } from "./cited.ts";
import type { Found } from "./found.ts";
import { spokenOf } from "./knowledge-thread.ts";
import { buttonsOf } from "./question-buttons.ts";

/**
 * What may be meant, to choose from.
 * @param whomElse whom to ask where it is none of these
 */
export function askBack(hits: readonly Hit[], whomElse = WHOM_TO_ASK): Reply {
  const buttons = buttonsOf(hits.map(({ passage }) => passage));
  if (buttons.length === 0) return NOT_KNOWN;
  return { blocks: [numbered(DID_YOU_MEAN, buttons), text(whomElse)], buttons };
}

/** The choices in words too: some messengers show no buttons. */
const numbered = (lead: string, buttons: readonly Button[]): Block =>
  text([lead, ...buttons.map(({ label }, i) => `${i + 1}. ${label}`)].join("\n"));

/** What was shown just now is all there is: what it was about, what lies nearest, whom to ask. */
export function besideOf({ shown, isAll, hits }: Extract<Found, { kind: "beside" }>): Reply {
  const buttons = buttonsOf(hits.map(({ passage }) => passage));
  const { topic } = spokenOf(shown);
  const said = text(isAll || buttons.length === 0 ? ALL_OF_IT(topic) : NOTHING_ON(topic));
  if (buttons.length === 0) return { blocks: [said, text(ASK_OFFICE)] };
  return { blocks: [said, numbered(NEAREST_CHOICES, buttons), text(ASK_OFFICE)], buttons };
}

/** What of the passage shown just now is most to the point: never all of it once more. */
export function againOf({ passage, lines, related }: Extract<Found, { kind: "again" }>, at: number): Reply {
  const blocks = cited(
    [text(AGAIN), lines.length > 1 ? list(...lines) : text(lines.join(""))],
    [passage],
    at,
  );
  const buttons = buttonsOf(related);
  return buttons.length > 0 ? { blocks, buttons } : { blocks };
}
