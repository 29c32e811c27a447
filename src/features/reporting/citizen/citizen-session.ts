import { z } from "zod";
import { slice } from "../../../turn/session.ts";

/** Something of a report that rests in a chat's session: sealed, with the time of its last change. */
const sealed = z.object({ sealed: z.string(), at: z.number() }).readonly();
export type Sealed = z.infer<typeof sealed>;

/** A report under way. */
export const REPORT = slice("report", sealed);

/** Words told without a command: one tap makes a report of them. */
export const TOLD_WORDS = slice("told", sealed);

/** The last word to the handlers of a report, the album it belonged to, and when the citizen turned away from it. */
export const TALKED_AT = slice("talkedAt", z.number());
export const TALK_ALBUM = slice("talkAlbum", z.string());
export const TALK_CLOSED = slice("talkClosed", z.number());

/** Wrong report codes asked for lately. */
export const LOOKUP_MISSES = slice("lookupMisses", z.object({ since: z.number(), n: z.number() }).readonly());
