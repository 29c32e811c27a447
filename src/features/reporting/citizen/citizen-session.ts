import { z } from "zod";
import { KEPT_FOR } from "../../../platform/retention.ts";
import { HOUR, MINUTE } from "../../../platform/time.ts";
import type { Asked, TurnContext } from "../../../turn/feature.ts";
import { PAUSE_AT, type Session, slice } from "../../../turn/session.ts";
import { MediaItem } from "../book/report-media.ts";

/** A part of a report in a chat's session: encrypted, with the time of its last change. */
const sealed = z.object({ sealed: z.string(), at: z.number() }).readonly();
export type Sealed = z.infer<typeof sealed>;

/** An open report. */
export const REPORT = slice("report", sealed);

/** What was told without a command, in pieces, with its files: one tap makes a report of all of it. */
export const GATHERED = slice("told", sealed);

/** What was told before something of another kind: one more tap makes a report of it too. */
export const PARKED = slice("parked", sealed);

/** What may have been told in a question, or in words that nothing answered: a story may begin with it. */
export const PERHAPS = slice("perhaps", sealed);

/** What came after a report was sent and waits for the tap that says where it goes. */
export const UNSENT = slice("unsent", sealed);

/** What was told is kept so long after its last piece: the tap works as long. */
export const toldUntil = ({ at }: Sealed): number => at + KEPT_FOR.halfToldReport;

/** What comes so long after the last piece joins it. */
const GATHERED_FOR = 30 * MINUTE;

/** When the chat comes back to let go of what was told or waits for a tap; a report under way has a pause of its own. */
export function pauseForTold(session: Session): Session {
  if (REPORT.of(session) !== undefined) return {};
  const ends = [GATHERED.of(session), PARKED.of(session), UNSENT.of(session)].flatMap((kept) =>
    kept === undefined ? [] : [toldUntil(kept)],
  );
  const perhaps = PERHAPS.of(session);
  if (perhaps !== undefined) ends.push(perhaps.at + GATHERED_FOR);
  return PAUSE_AT.with(ends.length === 0 ? undefined : Math.min(...ends));
}

/** True while what comes may belong to what was told. */
export function gatheredLately(session: Session, now: number): boolean {
  return isFreshly(GATHERED.of(session), now);
}

/** True while a story may begin with it. */
export const isFreshly = (kept: Sealed | undefined, now: number): kept is Sealed =>
  kept !== undefined && now - kept.at < GATHERED_FOR;

/** The report that was sent last from this chat, and when it was last spoken of. */
export const FILED = slice("filed", z.object({ code: z.string(), at: z.number() }).readonly());

/** The report that was told twice: whoever tells it a third time means another event. */
export const SAME_TOLD = slice("sameTold", z.string());

/** So long after that, words without a code may belong to it. */
const FILED_FOR = 48 * HOUR;

/** The report that additions belong to. */
export function filedLately(session: Session, now: number): string | undefined {
  const filed = FILED.of(session);
  return filed !== undefined && now - filed.at < FILED_FOR ? filed.code : undefined;
}

/** How long an answer to a handler's question may take; then, how long further messages go to them too. */
const WAIT_FOR_ANSWER = 48 * HOUR;
const GOES_ON_FOR = 10 * MINUTE;

/** The report that a handler asked about, while an answer may come: nobody is asked for ever. */
export function askedLately(
  session: Session,
  asked: Asked | undefined,
  now: number,
  wait: number = WAIT_FOR_ANSWER,
): string | undefined {
  if (asked === undefined || (TALK_CLOSED.of(session) ?? 0) > asked.at) return undefined;
  const talkedAt = TALKED_AT.of(session) ?? 0;
  return now < (talkedAt > asked.at ? talkedAt + GOES_ON_FOR : asked.at + wait) ? asked.code : undefined;
}

/** A result that was told is the newest word on a report, whoever has spoken of another before. */
export const spokenOf = (session: Session, ended: Asked | undefined): Session =>
  ended !== undefined && ended.at > (FILED.of(session)?.at ?? 0)
    ? { ...session, ...FILED.with(ended) }
    : session;

/** True where the person has said nothing on the report since its result was told. */
export const isAnswering = ({ session, ended }: Pick<TurnContext, "session" | "ended">): boolean =>
  ended !== undefined && FILED.of(session)?.at === ended.at;

/** No report is open any more. */
export const NO_REPORT: Session = {
  ...REPORT.with(undefined),
  ...GATHERED.with(undefined),
  ...PERHAPS.with(undefined),
  ...PAUSE_AT.with(undefined),
};

/** Words to the handlers that are held back until the citizen says whose they are. */
export const HELD_ANSWER = slice("heldAnswer", sealed);

/** The wish to withdraw a report, until it is said once more. */
export const WITHDRAWING = slice("withdrawing", sealed);

/** Of what waits for its tap: when that began of which the citizen was reminded last. */
export const REMINDED = slice("reminded", z.number());

/** The last message to the handlers of a report, its album, and when the citizen turned to something else. */
export const TALKED_AT = slice("talkedAt", z.number());
export const TALK_ALBUM = slice("talkAlbum", z.string());
export const TALK_CLOSED = slice("talkClosed", z.number());

/** Files for the handlers of a report that the citizen hasn't yet agreed to hand over. */
export const TALK_FILES = slice(
  "talkFiles",
  z.object({ code: z.string(), files: z.array(MediaItem).readonly(), at: z.number() }).readonly(),
);

/** Wrong report codes of the last hour. */
export const LOOKUP_MISSES = slice("lookupMisses", z.object({ since: z.number(), n: z.number() }).readonly());
