import { z } from "zod";
import { HOUR, MINUTE } from "../../platform/time.ts";
import { DANGER_KINDS, type Danger, EMERGENCY_NUMBERS } from "../../reader/names/danger.ts";
import { type Session, slice } from "../../turn/session.ts";
import { EVENT_NAMES, type EventName } from "./event/read-events.ts";
import { SITUATION_NAMES, type SituationName } from "./situation/situation.ts";

/** A danger stays open so long after its last message: what comes meanwhile belongs to it. */
export const DANGER_OPEN_FOR = 30 * MINUTE;
/** One that the desk has: help may take hours, and what is told meanwhile is for those who send it. */
const PASSED_OPEN_FOR = 3 * HOUR;

/** What another release remembered and this one doesn't know is let go, never the danger. */
const known = (names: readonly string[]): EventName[] =>
  names.filter((name): name is EventName => (EVENT_NAMES as readonly string[]).includes(name));

const OpenDanger = z
  .object({
    kind: z.enum(DANGER_KINDS),
    numbers: z.array(z.enum(EMERGENCY_NUMBERS)).readonly(),
    /** The last message that belonged to it, in milliseconds since the epoch. */
    at: z.number(),
    /** How often something was said on it: the words take turns. */
    said: z.number().exactOptional(),
    /** The language of the cry where it isn't Vietnamese. */
    language: z.enum(["en", "zh"]).exactOptional(),
    /** No alarm of it was sure. */
    unsure: z.literal(true).exactOptional(),
    /** Who writes can't be heard or seen writing: answers are short, without a word of noise. */
    silent: z.literal(true).exactOptional(),
    /** Who writes said that calling isn't possible: the first line doesn't ask for it again. */
    cantCall: z.literal(true).exactOptional(),
    /** It is somebody else who is in it: the steps are a helper's. */
    ofOther: z.literal(true).exactOptional(),
    /** The kind that was open before this one: its steps may still be due. */
    also: z.enum(DANGER_KINDS).exactOptional(),
    /** Whether to pass it on was asked. */
    offered: z.literal(true).exactOptional(),
    /** How to delete the chat was said. */
    helped: z.literal(true).exactOptional(),
    /** What we asked last, for "có", "không", "1": the question of its kind, or whether to pass it on. */
    asked: z.enum(["state", "pass"]).exactOptional(),
    /** The question of its kind was asked: it isn't asked twice. */
    hasAsked: z.literal(true).exactOptional(),
    /** The beginnings of our own lines on it, the newest last: none is said again while another fits. */
    lines: z.array(z.string()).readonly().exactOptional(),
    /** A landmark was told, or asked for: it isn't asked for again. */
    marked: z.literal(true).exactOptional(),
    /** Who is chased has come among people: nothing sends them out or elsewhere. */
    inside: z.literal(true).exactOptional(),
    /** What was told of it, by the names of `event/events.json`: what is known isn't asked for. */
    told: z.array(z.string()).transform(known).readonly().exactOptional(),
    /** The situation in which it was first told. */
    situation: z.enum(SITUATION_NAMES).exactOptional(),
    /** The last that was told of it is that it is over for now: no step leads back into it. */
    calmer: z.literal(true).exactOptional(),
    /** Whether who is held is outside the country, as far as the words tell. */
    abroad: z.boolean().exactOptional(),
    /** The urgent case that was made of it. */
    code: z.string().exactOptional(),
    /** Nothing is passed on, said the person. */
    held: z.literal(true).exactOptional(),
    /** The album whose photos are arriving: they get one answer together. */
    album: z.string().exactOptional(),
  })
  .readonly();
export type OpenDanger = z.infer<typeof OpenDanger>;

/** The danger that was told last. Its words are kept sealed by the reporting features, not here. */
export const OPEN_DANGER = slice("danger", OpenDanger);

/** The danger that is still open. */
export function openDanger(session: Session, now: number): OpenDanger | undefined {
  const danger = OPEN_DANGER.of(session);
  if (danger === undefined) return undefined;
  return now - danger.at < (danger.code === undefined ? DANGER_OPEN_FOR : PASSED_OPEN_FOR)
    ? danger
    : undefined;
}

/** More don't fit the first line. */
export const MOST_NUMBERS = 3;

/** What else the words of an alarm tell. */
interface Told {
  readonly isOfOther?: boolean;
  readonly situation?: SituationName | undefined;
}

/** The session with this danger open. What was known of an open one stays, and its numbers follow the new ones. */
export function opened(
  { kind, numbers, language, isUnsure }: Danger,
  session: Session,
  now: number,
  { isOfOther = false, situation }: Told = {},
): Session {
  const before = openDanger(session, now);
  const {
    asked: _,
    calmer: __,
    situation: earlier,
    ofOther,
    unsure,
    numbers: known = [],
    said,
    ...rest
  } = before ?? {};
  // Of the same danger the first number stays first; a number that it hadn't yet is never the one that doesn't fit.
  const together =
    before?.kind === kind && earlier === situation
      ? [...known.slice(0, 1), ...numbers, ...known]
      : [...numbers, ...known];
  return OPEN_DANGER.with({
    ...rest,
    kind,
    numbers: [...new Set(together)].slice(0, MOST_NUMBERS),
    at: now,
    said: (said ?? 0) + 1,
    ...(isUnsure === true && (before === undefined || unsure === true) && { unsure: true }),
    ...(before !== undefined && before.kind !== kind && { also: before.kind }),
    ...(situation !== undefined && { situation }),
    ...((isOfOther || (ofOther === true && before?.kind === kind)) && { ofOther: true }),
    ...(language !== "vi" && { language }),
  });
}
