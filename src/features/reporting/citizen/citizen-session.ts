import { z } from "zod";
import { PAUSE_AT, type Session, slice } from "../../../turn/session.ts";
import { MediaItem } from "../book/report-media.ts";

/** A part of a report in a chat's session: encrypted, with the time of its last change. */
const sealed = z.object({ sealed: z.string(), at: z.number() }).readonly();
export type Sealed = z.infer<typeof sealed>;

/** An open report. */
export const REPORT = slice("report", sealed);

/** Words written without a command: one tap makes a report of them. */
export const TOLD_WORDS = slice("told", sealed);

/** No report is open any more. */
export const NO_REPORT: Session = {
  ...REPORT.with(undefined),
  ...TOLD_WORDS.with(undefined),
  ...PAUSE_AT.with(undefined),
};

/** Words to the handlers that are held back until the citizen says whose they are. */
export const HELD_ANSWER = slice("heldAnswer", sealed);

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
