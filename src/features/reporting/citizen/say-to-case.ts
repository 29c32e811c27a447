import { asksFor, endsInPiece, saysNothingElse } from "../../../language/privacy/own/own-details.ts";
import type { Block } from "../../../messaging/reply.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import type { Session } from "../../../turn/session.ts";
import type { ReportStatus } from "../case.ts";
import { noteBlocks } from "../dialogue/dialogue-wording.ts";
import { needsHelp } from "../dialogue/pleas.ts";
import { HIDDEN, hideSecrets } from "../dialogue/protect.ts";
import { type Choices, idOf } from "../dialogue/screen.ts";
import type { KeptFiles } from "../media/media-store.ts";
import { decided, undecided } from "../media/telling-files.ts";
import { messageKey } from "../message-key.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { FILED, HELD_ANSWER, isAnswering, TALK_ALBUM, TALKED_AT } from "./citizen-session.ts";
import { CANT_PASS_ON, held, passedOn } from "./citizen-wording.ts";
import { type HeldAnswer, openHeld, sealHeld, together } from "./held-answer.ts";
import { askForFiles } from "./talk-files.ts";
import { screenWords, type Words, wordsToDuty } from "./to-duty.ts";

/** What goes to the handlers of a report: an answer to their question, or what came to the citizen's mind. */
export interface Said {
  readonly code: string;
  /** As it was typed. */
  readonly text: string;
  /** Our own words before it. */
  readonly lead?: string;
  /** A place on the map. */
  readonly isPoint?: boolean;
  /** What the citizen has already said of what may point to them. */
  readonly choices?: Choices;
  /** Fetched only when they are to be kept; absent where there are none. */
  readonly files?: () => Promise<KeptFiles>;
  readonly album?: string | undefined;
  /** What the answer says besides. */
  readonly more?: (status: ReportStatus) => readonly Block[];
}

/**
 * The one path of words and files to the handlers of a report that was sent. What may point to the reporter is hidden and
 * asked about; files that tell of their maker wait for consent.
 * @returns null where the report isn't this chat's: nothing is fetched
 */
export async function sayToCase(
  reporting: ReportingServices,
  context: TurnContext,
  said: Said,
): Promise<FeatureResult | null> {
  const { inbound, session, now } = context;
  const { code, album } = said;
  if (!(await reporting.book.isReporter(code, inbound))) return null;
  const waiting = await openHeld(reporting.ring, inbound, HELD_ANSWER.of(session));
  const words = await wordsFor(reporting, said, waiting);
  const { text, findings } = screenWords(words);
  const isHiding = findings.some(({ shown }) => shown === "hidden");
  const id = idOf(inbound.key);
  const isHeld = isHiding && said.files === undefined && saysNothingElse(text, HIDDEN);
  const spoken = { ...TALKED_AT.with(now), ...FILED.with({ code, at: now }) };
  const kept = isHiding
    ? await keepHeld(reporting, context, waiting, { code, words, id, isSent: !isHeld })
    : {};
  if (isHeld) return { replies: [held(code, findings, id)], session: { ...kept, ...spoken } };
  const { media, lost } = (await said.files?.()) ?? { media: [], lost: [] };
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
  const status = await reporting.book.statusFor(code);
  const reply = passedOn(code, {
    findings,
    heldId: id,
    isAsked: context.asked !== undefined,
    isEnded: isAnswering(context) && context.ended?.code === code,
    more: status === null ? [] : (said.more?.(status) ?? []),
    ...(status !== null && { status, now }),
  });
  const notes = noteBlocks(hideSecrets(words.text) === words.text.normalize("NFC") ? [] : ["secret_hidden"]);
  const isSilent = album !== undefined && album === TALK_ALBUM.of(session) && !isHiding;
  const asking = await askForFiles(reporting, context, { code, open, lost });
  return {
    replies: [...(isSilent ? [] : [{ ...reply, blocks: [...notes, ...reply.blocks] }]), ...asking.replies],
    session: { ...kept, ...asking.session, ...spoken, ...TALK_ALBUM.with(album) },
  };
}

/** The words with what the handlers asked for lately, and whether they tell of a danger. */
async function wordsFor(
  { book }: ReportingServices,
  { code, text, lead, isPoint = false, choices = {} }: Said,
  waiting: HeldAnswer | null,
): Promise<Words> {
  const questions = (await book.history(code))
    .filter(({ action }) => action === "told_reporter")
    .slice(-QUESTIONS);
  // Behind a part of a number, digits alone are the next part of it.
  const goesOn = waiting !== null && waiting.code === code && endsInPiece(waiting.text);
  const asked = new Set([
    ...questions.flatMap((question) => [...asksFor(question.text ?? "")]),
    ...(goesOn ? (["phone"] as const) : []),
  ]);
  const isUrgent = isPoint && (await book.get(code))?.lane === "urgent";
  return { text, asked, danger: isUrgent || needsHelp([text]), choices, ...(lead !== undefined && { lead }) };
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
