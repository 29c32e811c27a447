import { z } from "zod";

/**
 * What is remembered between two messages of one chat: small, and never the words of a report. It knows no feature:
 * each keeps a slice of its own under a name.
 */
export type Session = Readonly<Record<string, unknown>>;

/** One feature's part of the session. */
export interface Slice<T> {
  /** @returns undefined where nothing is kept, or nothing that this version of the code understands */
  of(session: Session): T | undefined;
  /** What to put into `FeatureResult.session`; undefined forgets it. */
  with(value: T | undefined): Session;
}

/**
 * Declares a slice. What is stored is parsed each time it is read: what an older or a newer version wrote
 * differently is forgotten and never breaks a turn.
 * @example
 * const GREETED = slice("greeted", z.boolean());
 * GREETED.of(session) === true;
 * return { replies: [WELCOME], session: GREETED.with(true) };
 */
export function slice<T>(name: string, schema: z.ZodType<T>): Slice<T> {
  return {
    of: (session) => {
      const kept = session[name];
      return kept === undefined ? undefined : schema.safeParse(kept).data;
    },
    with: (value) => ({ [name]: value }),
  };
}

/** Payloads of the buttons last shown, so that "1" can be typed for the first. */
export const CHOICES = slice("choices", z.array(z.string()).readonly());

/** When to come back to this chat unasked, as after a report left half told, in milliseconds since the epoch. */
export const PAUSE_AT = slice("pauseAt", z.number());

/** The session after a result: a slice set to undefined is gone. */
export function merged(session: Session, changes: Session | undefined): Session {
  return Object.fromEntries(
    Object.entries({ ...session, ...changes }).filter(([, value]) => value !== undefined),
  );
}
