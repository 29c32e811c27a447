import type { Passage } from "../../knowledge/knowledge-index.ts";
import type { Button } from "../../messaging/reply.ts";

/** A button's payload in UTF-8, in bytes: the messengers' limit. */
const PAYLOAD_BYTES = 60;
const MAX_BUTTONS = 3;

/** The headings of sections, to tap. */
export const buttonsOf = (passages: readonly Passage[]): Button[] =>
  passages.flatMap(toButton).slice(0, MAX_BUTTONS);

/** The heading to tap. What a tap asks is the heading, or where that is too long the longest of the section's other wordings that fits. */
function toButton({ headings, asks }: Passage): Button[] {
  const label = headings.at(-1) ?? "";
  const [longest] = asks.filter(fits).sort((a, b) => b.length - a.length);
  const payload = fits(label) ? label : longest;
  return label === "" || payload === undefined ? [] : [{ label, payload }];
}

const fits = (words: string): boolean => new TextEncoder().encode(words).length <= PAYLOAD_BYTES;
