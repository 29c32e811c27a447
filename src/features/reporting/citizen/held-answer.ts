import { z } from "zod";
import type { Inbound } from "../../../messaging/inbound.ts";
import type { KeyRing } from "../../../platform/crypto/key-ring.ts";
import type { Sealed } from "./citizen-session.ts";

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

type Chat = Pick<Inbound, "channel" | "chat">;
const binding = ({ channel, chat }: Chat): string => `session/held/${channel}:${chat}`;

/** Longest text that is held, in UTF-16 units. */
const LONGEST = 4_000;

/** Puts new words behind those that still wait for the same case. */
export function together(before: HeldAnswer | null, next: HeldAnswer): HeldAnswer {
  if (before === null || before.code !== next.code || before.isSent !== next.isSent) return next;
  const asked = [...new Set([...before.asked, ...next.asked])];
  return { ...next, asked, text: `${before.text}\n${next.text}`.slice(-LONGEST).toWellFormed() };
}

export async function sealHeld(ring: KeyRing, chat: Chat, held: HeldAnswer, at: number): Promise<Sealed> {
  return { sealed: await ring.seal(JSON.stringify(held), binding(chat)), at };
}

/** Null where nothing is held, or it can't be decrypted any more. */
export async function openHeld(
  ring: KeyRing,
  chat: Chat,
  kept: Sealed | undefined,
): Promise<HeldAnswer | null> {
  if (kept === undefined) return null;
  try {
    return HeldAnswer.parse(JSON.parse(await ring.open(kept.sealed, binding(chat))));
  } catch {
    return null;
  }
}
