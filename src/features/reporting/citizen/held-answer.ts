import { z } from "zod";
import { sealedPart } from "./sealed-part.ts";

/** Words to the handlers of which something was held back, until the citizen says whose it is. */
const HeldAnswer = z.object({
  /** On its buttons: a tap on an older question does nothing. */
  id: z.string(),
  code: z.string(),
  text: z.string(),
  /** What the handler's question asked for. */
  asked: z.array(z.enum(["name", "phone", "paper", "address"])),
  /** The rest of the words has gone. */
  isSent: z.boolean(),
});
export type HeldAnswer = Readonly<z.infer<typeof HeldAnswer>>;

export const { seal: sealHeld, open: openHeld } = sealedPart("held", HeldAnswer);

/** Longest text that is held, in UTF-16 units. */
const LONGEST = 4_000;

/** Puts new words behind those that still wait for the same case. */
export function together(before: HeldAnswer | null, next: HeldAnswer): HeldAnswer {
  if (before === null || before.code !== next.code || before.isSent !== next.isSent) return next;
  const asked = [...new Set([...before.asked, ...next.asked])];
  return { ...next, asked, text: `${before.text}\n${next.text}`.slice(-LONGEST).toWellFormed() };
}
