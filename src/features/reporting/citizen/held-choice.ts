import { HOUR } from "../../../platform/time.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { CHOOSING, readChoice, splitId } from "../dialogue/choose.ts";
import type { Choices } from "../dialogue/screen.ts";
import { messageKey } from "../message-key.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { HELD_ANSWER } from "./citizen-session.ts";
import { CANT_PASS_ON, NOT_PASSED, OLD_QUESTION, passedOn } from "./citizen-wording.ts";
import type { HeldAnswer } from "./held-answer.ts";
import { screenWords, wordsToDuty } from "./to-duty.ts";

/** With these words before it the handlers know that it was asked, and whose it is. */
const LEADS = { theirs: "Của người bị báo: ", mine: "Người báo cho chuyển: " } as const;

/** How long a held answer waits for its choice. */
const HELD_FOR = 48 * HOUR;

/** "Che", "Của người bị báo" or "Cứ chuyển" to an answer that was held back; null where the message says something else. */
export async function takeHeldChoice(
  reporting: ReportingServices,
  { inbound, session, now }: TurnContext,
  held: HeldAnswer | null,
): Promise<FeatureResult | null> {
  const { content } = inbound;
  if (content.kind !== "text") return null;
  const { words, id } = splitId(content.text);
  const kept = HELD_ANSWER.of(session);
  if (held === null || kept === undefined || kept.at + HELD_FOR < now || (id !== undefined && id !== held.id))
    return id !== undefined && isChoosing(words) ? { replies: [OLD_QUESTION] } : null;
  const { findings } = screenWords(wordsOf(held, {}));
  // One question was asked about all of it, so one answer holds for all.
  const said = readChoice(isChoosing(words) && words !== CHOOSING.hide ? `${words} hết` : words, findings);
  if (said === null || said.say === "which") return null;
  const forgotten = HELD_ANSWER.with(undefined);
  if (said.say === "hide") return { replies: [NOT_PASSED], session: forgotten };
  const choices = Object.fromEntries(said.about.map((finding) => [finding.id, "pass" as const]));
  const lead = /bị báo|bi bao|nó|no$|hắn|kẻ|ke /iu.test(words) ? LEADS.theirs : LEADS.mine;
  const { outcome } = await wordsToDuty(
    reporting.book,
    { ...wordsOf(held, choices), lead },
    {
      code: held.code,
      reporter: { channel: inbound.channel, chat: inbound.chat },
      media: [],
      at: now,
      key: messageKey(inbound),
    },
  );
  if (outcome.kind !== "relayed") return { replies: [CANT_PASS_ON], session: forgotten };
  await reporting.carry();
  return { replies: [passedOn(held.code)], session: forgotten };
}

const isChoosing = (words: string): boolean => Object.values<string>(CHOOSING).includes(words.toLowerCase());

const wordsOf = ({ text, asked }: HeldAnswer, choices: Choices) => ({
  text,
  asked: new Set(asked),
  danger: false,
  choices,
});
