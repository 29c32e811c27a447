import type { Passage } from "../../knowledge/knowledge-index.ts";
import type { Button } from "../../messaging/reply.ts";

/** A button's payload in UTF-8, in bytes: the messengers' limit. */
const PAYLOAD_BYTES = 60;
const MAX_BUTTONS = 3;

/** The passages' headings, as many as fit under a message. */
export const buttonsOf = (passages: readonly Passage[]): Button[] =>
  passages.flatMap(toButton).slice(0, MAX_BUTTONS);

/** The heading as a question to tap or to type; none where it is too long to be typed. */
function toButton(passage: Passage): Button[] {
  const heading = passage.headings.at(-1) ?? "";
  const fits = heading !== "" && new TextEncoder().encode(heading).length <= PAYLOAD_BYTES;
  return fits ? [{ label: heading, payload: heading }] : [];
}
