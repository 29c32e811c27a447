import { z } from "zod";
import { Address } from "../messaging/address.ts";

/**
 * What is stored between two messages of one chat: small, and never the words of a report. It doesn't know the
 * features: each stores its own slice under a name.
 */
export type Session = Readonly<Record<string, unknown>>;

/** One feature's part of the session. */
export interface Slice<T> {
  /** @returns undefined where nothing is stored, or nothing that this version of the code understands */
  of(session: Session): T | undefined;
  /** The value for `FeatureResult.session`; undefined deletes the slice. */
  with(value: T | undefined): Session;
}

/**
 * Declares a slice. The stored value is parsed each time it is read: a value of another version that doesn't fit is
 * dropped and never breaks a turn.
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

/** How this person is spoken to, where they have told their age: not the age itself. */
export const ADDRESS = slice("address", Address);

/** When to continue this chat though nobody wrote, as after an unfinished report, in milliseconds since the epoch. */
export const PAUSE_AT = slice("pauseAt", z.number());

/** The session after a result: a slice set to undefined is deleted. */
export function merged(session: Session, changes: Session | undefined): Session {
  return Object.fromEntries(
    Object.entries({ ...session, ...changes }).filter(([, value]) => value !== undefined),
  );
}
