import { z } from "zod";
import { readReportCode } from "../language/report-code.ts";
import type { InboundContent } from "../messaging/inbound.ts";
import { type Reply, text } from "../messaging/reply.ts";
import { wordsOf } from "../messaging/words.ts";
import type { Feature, FeatureResult, TurnContext } from "../turn/feature.ts";
import { CHOICES, slice } from "../turn/session.ts";
import { readBegin } from "./reporting/citizen/begin.ts";
import { REPORT } from "./reporting/citizen/citizen-session.ts";
import { followUpFor } from "./reporting/citizen/follow-up.ts";
import { readIntent } from "./reporting/dialogue/intents.ts";

const SILENT: FeatureResult = { replies: [], outcome: "ignored" };

/** The bot is silent until this time, in milliseconds since the epoch. */
const QUIET_UNTIL = slice("quietUntil", z.number());
/** The person knows of this silence. */
const QUIET_TOLD = slice("quietTold", z.literal(true));

const OFFICER_ANSWERS: Reply = {
  blocks: [
    text(
      "Cán bộ đang trả lời anh/chị, nên tôi không chen vào. Anh/chị vẫn bấm nút, gõ “gửi”, “báo tin” hay mã tin được. Đang nguy hiểm thì gọi ngay 113.",
    ),
  ],
};

/** What a person says; anything else that happens in a chat isn't an operator's to answer. */
const SAID: ReadonlySet<InboundContent["kind"]> = new Set([
  "text",
  "edited",
  "media",
  "location",
  "sticker",
  "opened",
  "unsupported",
]);

/**
 * After an operator has written to the citizen in the account's own tool, the bot leaves the talk to them for a while
 * and says so once. Danger comes before this feature; commands, buttons and what belongs to a report go on as ever.
 * Each further message of the operator starts this time again.
 * @param operatorQuietMs how long the bot is silent after an operator's message, in milliseconds
 */
export function handover({ operatorQuietMs }: { readonly operatorQuietMs: number }): Feature {
  return {
    name: "handover",
    take(context) {
      const { inbound, session, now } = context;
      const isQuiet = (QUIET_UNTIL.of(session) ?? 0) > now;
      if (inbound.content.kind === "operator") {
        const known = isQuiet ? QUIET_TOLD.of(session) : undefined;
        return {
          ...SILENT,
          session: { ...QUIET_UNTIL.with(now + operatorQuietMs), ...QUIET_TOLD.with(known) },
        };
      }
      if (!isQuiet || !SAID.has(inbound.content.kind) || isForTheMachine(context)) return null;
      if (QUIET_TOLD.of(session) === true) return SILENT;
      return { replies: [OFFICER_ANSWERS], session: QUIET_TOLD.with(true) };
    },
  };
}

/** A command, a button, or what concerns a report: no officer at the account's tool can do it. */
function isForTheMachine({ inbound, utterance, session, about }: TurnContext): boolean {
  const { content } = inbound;
  if (about !== undefined) return true;
  if (content.kind !== "text" && content.kind !== "media") return false;
  const typed = wordsOf(content).trim();
  const isOffered = CHOICES.of(session)?.some((choice) => choice === typed || choice === utterance.clean);
  return (
    typed.startsWith("/") ||
    (content.kind === "text" && content.tapped === true) ||
    isOffered === true ||
    (REPORT.of(session) !== undefined && readIntent(utterance) !== null) ||
    readBegin(typed, utterance) !== null ||
    followUpFor(utterance) !== undefined ||
    readReportCode(utterance.clean).kind !== "none"
  );
}
