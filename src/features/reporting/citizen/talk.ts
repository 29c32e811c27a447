import { asksFor, endsInPiece, saysNothingElse } from "../../../language/privacy/own/own-details.ts";
import { HOUR, MINUTE } from "../../../platform/time.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import type { Session } from "../../../turn/session.ts";
import { NO_IDENTITY_PAPERS, noteBlocks } from "../dialogue/dialogue-wording.ts";
import { needsHelp } from "../dialogue/pleas.ts";
import { HIDDEN, hideSecrets, offersIdentityPaper } from "../dialogue/protect.ts";
import { idOf } from "../dialogue/screen.ts";
import { decided, undecided } from "../media/telling-files.ts";
import { messageKey } from "../message-key.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { HELD_ANSWER, TALK_ALBUM, TALK_CLOSED, TALKED_AT } from "./citizen-session.ts";
import { ASK_ASSISTANT, BACK_TO_ASSISTANT, CANT_PASS_ON, held, passedOn } from "./citizen-wording.ts";
import { type HeldAnswer, openHeld, sealHeld, together } from "./held-answer.ts";
import { takeHeldChoice } from "./held-choice.ts";
import { askForFiles } from "./talk-files.ts";
import { screenWords, type Words, wordsToDuty } from "./to-duty.ts";

/** How long an answer to a handler's question may take; then, how long further messages go to them too. */
const WAIT_FOR_ANSWER = 48 * HOUR;
const GOES_ON_FOR = 10 * MINUTE;

/**
 * The citizen's messages to the handlers: a reply to a message about the report, or what follows a handler's question.
 * Commands and taps go to the assistant.
 */
export async function answerToDuty(
  reporting: ReportingServices,
  context: TurnContext,
): Promise<FeatureResult | null> {
  const { inbound, session, now, utterance } = context;
  const { content } = inbound;
  if (utterance.clean.toLowerCase() === ASK_ASSISTANT.payload)
    return { replies: [BACK_TO_ASSISTANT], session: { ...TALKED_AT.with(0), ...TALK_CLOSED.with(now) } };
  const waiting = await openHeld(reporting.ring, inbound, HELD_ANSWER.of(session));
  const chosen = await takeHeldChoice(reporting, context, waiting);
  if (chosen !== null) return chosen;
  const code = context.about ?? askedAbout(context);
  if (code === undefined || !SAID.has(content.kind)) return null;
  if (content.kind === "text" && (content.tapped === true || content.text.trim().startsWith("/")))
    return null;
  if (content.kind === "media" && offersIdentityPaper(content.caption ?? ""))
    return { replies: [NO_IDENTITY_PAPERS] };
  // A file for a case that isn't theirs, or not any more, isn't even fetched.
  if (!(await reporting.book.isReporter(code, inbound))) return null;
  const words = await wordsFor(reporting, context, code, waiting);
  const { text, findings } = screenWords(words);
  const hidden = findings.filter(({ shown }) => shown === "hidden");
  const id = idOf(inbound.key);
  const isHeld = hidden.length > 0 && content.kind !== "media" && saysNothingElse(text, HIDDEN);
  const kept =
    hidden.length === 0
      ? {}
      : await keepHeld(reporting, context, waiting, { code, words, id, isSent: !isHeld });
  if (isHeld) return { replies: [held(code, findings, id)], session: { ...kept, ...TALKED_AT.with(now) } };
  const { media, lost } = await reporting.media.keepAll(inbound, { by: "citizen", now });
  const open = undecided(media);
  const going = decided(media);
  if (text === "" && going.length === 0 && media.length + lost.length > 0)
    return askForFiles(reporting, context, { code, open, lost });
  const { outcome } = await wordsToDuty(reporting.book, words, {
    code,
    reporter: { channel: inbound.channel, chat: inbound.chat },
    media: going,
    lost,
    at: now,
    key: messageKey(inbound),
  });
  if (outcome.kind !== "relayed") await reporting.media.drop(media, now);
  if (outcome.kind === "unknown") return null;
  if (outcome.kind === "no_reporter") return { replies: [CANT_PASS_ON] };
  await reporting.carry();
  const album = content.kind === "media" ? content.album : undefined;
  const reply = passedOn(code, findings, id);
  const notes = noteBlocks(hideSecrets(words.text) === words.text.normalize("NFC") ? [] : ["secret_hidden"]);
  const isSilent = album !== undefined && album === TALK_ALBUM.of(session) && hidden.length === 0;
  const asking = await askForFiles(reporting, context, { code, open, lost });
  return {
    replies: [...(isSilent ? [] : [{ ...reply, blocks: [...notes, ...reply.blocks] }]), ...asking.replies],
    session: { ...kept, ...asking.session, ...TALKED_AT.with(now), ...TALK_ALBUM.with(album) },
  };
}

/** The words with what the handlers asked for lately, and whether they tell of a danger. */
async function wordsFor(
  { book }: ReportingServices,
  context: TurnContext,
  code: string,
  waiting: HeldAnswer | null,
): Promise<Words> {
  const text = wordsOf(context);
  const questions = (await book.history(code))
    .filter(({ action }) => action === "told_reporter")
    .slice(-QUESTIONS);
  // Behind a part of a number, digits alone are the next part of it.
  const goesOn = waiting !== null && waiting.code === code && endsInPiece(waiting.text);
  const asked = new Set([
    ...questions.flatMap((question) => [...asksFor(question.text ?? "")]),
    ...(goesOn ? (["phone"] as const) : []),
  ]);
  const isUrgent = context.inbound.content.kind === "location" && (await book.get(code))?.lane === "urgent";
  return { text, asked, danger: isUrgent || needsHelp([text]) };
}

/** How many of the handlers' last questions an answer may belong to. */
const QUESTIONS = 3;

async function keepHeld(
  { ring }: ReportingServices,
  { inbound, now }: TurnContext,
  waiting: HeldAnswer | null,
  {
    code,
    words,
    id,
    isSent,
  }: { readonly code: string; readonly words: Words; readonly id: string; readonly isSent: boolean },
): Promise<Session> {
  const answer = together(waiting, {
    id,
    code,
    text: hideSecrets(words.text),
    asked: [...words.asked],
    isSent,
  });
  return HELD_ANSWER.with(await sealHeld(ring, inbound, answer, now));
}

const SAID: ReadonlySet<string> = new Set(["text", "edited", "media", "location"]);

/** The report that a handler asked about and that the citizen is still writing about. */
function askedAbout({ asked, session, now }: TurnContext): string | undefined {
  if (asked === undefined) return undefined;
  if ((TALK_CLOSED.of(session) ?? 0) > asked.at) return undefined;
  const talkedAt = TALKED_AT.of(session) ?? 0;
  const until = talkedAt > asked.at ? talkedAt + GOES_ON_FOR : asked.at + WAIT_FOR_ANSWER;
  return now < until ? asked.code : undefined;
}

function wordsOf({ inbound: { content } }: TurnContext): string {
  switch (content.kind) {
    case "text":
      return content.text;
    case "edited":
      return `(sửa lại) ${content.text}`;
    case "media":
      return content.caption ?? "";
    case "location":
      return [content.label, `Vị trí: ${content.lat}, ${content.lng}`].filter(Boolean).join(" · ");
    default:
      return "";
  }
}
