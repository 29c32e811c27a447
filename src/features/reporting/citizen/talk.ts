import { chanceOf } from "../../../reader/names/likely.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { WAITS_AT_MOST } from "../book/pause.ts";
import { NO_IDENTITY_PAPERS } from "../dialogue/dialogue-wording.ts";
import { withoutPersons } from "../dialogue/pin-label.ts";
import { offersIdentityPaper } from "../dialogue/protect.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { offerMessage } from "./case-offer.ts";
import { askedLately, FILED, HELD_ANSWER, TALK_ALBUM, TALK_CLOSED, TALKED_AT } from "./citizen-session.ts";
import { ASK_ASSISTANT, BACK_TO_ASSISTANT } from "./citizen-wording.ts";
import { openHeld } from "./held-answer.ts";
import { takeHeldChoice } from "./held-choice.ts";
import { SECRET } from "./own-answers.ts";
import { fears } from "./reporter-asks.ts";
import { takeSaid } from "./said-to-offer.ts";
import { type Said, sayToCase } from "./say-to-case.ts";
import { wordsOf } from "./unsent.ts";
import { codeIn, namesCase, whichCase } from "./which-case.ts";

/**
 * What goes to the handlers without a choice of the policy: what follows their question, and what has no words to be read.
 * Commands and taps go to the assistant.
 */
export async function answerToDuty(
  reporting: ReportingServices,
  context: TurnContext,
): Promise<FeatureResult | null> {
  const { inbound, session, now, utterance, reading } = context;
  const { content } = inbound;
  if (utterance.clean.toLowerCase() === ASK_ASSISTANT.payload)
    return { replies: [BACK_TO_ASSISTANT], session: { ...TALKED_AT.with(0), ...TALK_CLOSED.with(now) } };
  const waiting = await openHeld(reporting.ring, inbound, HELD_ANSWER.of(session));
  const chosen = (await takeHeldChoice(reporting, context, waiting)) ?? (await takeSaid(reporting, context));
  if (chosen !== null) return chosen;
  if (!SAID.has(content.kind)) return null;
  if (content.kind === "text" && (content.tapped === true || content.text.trim().startsWith("/")))
    return null;
  const code = askedAbout(context);
  if (code !== undefined) return sayToCase(reporting, context, saidIn(reporting, context, code));
  if (content.kind !== "text") return withoutAsking(reporting, context);
  return reading.danger !== null && namesCase(context) ? sayDanger(reporting, context) : null;
}

/** A danger told in the chat of a report that was sent: its words go to those who have the report, too. */
export async function sayDanger(
  reporting: ReportingServices,
  context: TurnContext,
): Promise<FeatureResult | null> {
  const { content } = context.inbound;
  if (content.kind !== "text" || (context.matter !== "filed" && !namesCase(context))) return null;
  const which = await whichCase(reporting, context);
  if (which.kind === "refused") return namesCase(context) ? which.result : null;
  const code = which.kind === "own" ? which.code : which.kind === "several" ? which.own[0]?.code : undefined;
  return code === undefined ? null : sayToCase(reporting, context, { code, text: content.text });
}

/** A file, a place or a correction: said to the report that it names, else offered to the one that was sent lately. */
async function withoutAsking(
  reporting: ReportingServices,
  context: TurnContext,
): Promise<FeatureResult | null> {
  const { inbound, session, matter, reading } = context;
  const { content } = inbound;
  const album = content.kind === "media" ? content.album : undefined;
  const isMore = album !== undefined && album === TALK_ALBUM.of(session);
  if (matter !== "filed" && !namesCase(context)) return null;
  // What was put right is offered only where it may belong to a report.
  if (
    content.kind === "edited" &&
    !namesCase(context) &&
    chanceOf(reading.learned.acts, "more", "edit", "tell", "danger") < MOSTLY
  )
    return null;
  if (content.kind === "media" && offersIdentityPaper(content.caption ?? ""))
    return { replies: [NO_IDENTITY_PAPERS] };
  const which = await whichCase(reporting, context);
  switch (which.kind) {
    case "refused":
      // It names nothing: as if no report had been sent.
      return namesCase(context) ? which.result : null;
    case "own":
      return namesCase(context) || isMore
        ? sayToCase(reporting, context, saidIn(reporting, context, which.code))
        : offerMessage(reporting, context, [which.code]);
    case "several":
      return isMore
        ? sayToCase(reporting, context, saidIn(reporting, context, FILED.of(session)?.code ?? ""))
        : offerMessage(
            reporting,
            context,
            which.own.map(({ code }) => code),
          );
    case "none":
      return null;
  }
}

const MOSTLY = 0.5;

/** A message as it goes to the handlers; its files are fetched when they are to be kept. */
export function saidIn(
  { media }: Pick<ReportingServices, "media">,
  { inbound, now, utterance }: TurnContext,
  code: string,
): Said {
  const { content } = inbound;
  switch (content.kind) {
    case "text":
      return { code, text: content.text, ...(fears(utterance) && { more: () => SECRET }) };
    case "edited":
      return { code, text: `(sửa lại) ${content.text}` };
    case "location":
      return { code, text: wordsOf(withoutPersons(content)), isPoint: true };
    case "media":
      return {
        code,
        text: content.caption ?? "",
        files: () => media.keepAll(inbound, { by: "citizen", now }),
        album: content.album,
      };
    default:
      return { code, text: "" };
  }
}

const SAID: ReadonlySet<string> = new Set(["text", "edited", "media", "location"]);

/** The report that a handler asked about and that the citizen is still writing about. A code in the words comes first. */
function askedAbout({ asked, about, inbound, session, now, reading }: TurnContext): string | undefined {
  if (asked === undefined) return undefined;
  if (codeIn(inbound.content).kind !== "none" && reading.danger === null) return undefined;
  if (about !== undefined) return about === asked.code ? about : undefined;
  // Words may be about anything after two days; a photo is what was asked for, as long as the deadline waits for it.
  return askedLately(session, asked, now, inbound.content.kind === "text" ? undefined : WAITS_AT_MOST);
}
