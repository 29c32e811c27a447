import { z } from "zod";
import type { Inbound } from "../../../messaging/inbound.ts";
import type { KeyRing } from "../../../platform/crypto/key-ring.ts";
import { Draft } from "../dialogue/draft.ts";
import type { Sealed } from "./citizen-session.ts";

type Chat = Pick<Inbound, "channel" | "chat">;

const binding = (what: "draft" | "told", { channel, chat }: Chat): string =>
  `session/${what}/${channel}:${chat}`;

export async function keepDraft(ring: KeyRing, chat: Chat, draft: Draft, at: number): Promise<Sealed> {
  return { sealed: await ring.seal(JSON.stringify(draft), binding("draft", chat)), at };
}

/** The open report; null where there is none or it can't be decrypted any more. */
export async function openDraft(ring: KeyRing, chat: Chat, kept: Sealed | undefined): Promise<Draft | null> {
  if (kept === undefined) return null;
  try {
    return Draft.parse(JSON.parse(await ring.open(kept.sealed, binding("draft", chat))));
  } catch {
    return null;
  }
}

/** Words written without a command, so that one tap can make a report of them. */
const Told = z.object({ text: z.string() });

export async function sealWords(ring: KeyRing, chat: Chat, text: string, at: number): Promise<Sealed> {
  return { sealed: await ring.seal(JSON.stringify({ text }), binding("told", chat)), at };
}

export async function openWords(ring: KeyRing, chat: Chat, kept: Sealed | undefined): Promise<string | null> {
  if (kept === undefined) return null;
  try {
    return Told.parse(JSON.parse(await ring.open(kept.sealed, binding("told", chat)))).text;
  } catch {
    return null;
  }
}
