import type { z } from "zod";
import type { Inbound } from "../../../messaging/inbound.ts";
import type { KeyRing } from "../../../platform/crypto/key-ring.ts";
import type { Sealed } from "./citizen-session.ts";

type Chat = Pick<Inbound, "channel" | "chat">;

/** How one kind of a citizen's words rests in the session: encrypted, bound to its name and to the chat. */
interface SealedPart<T> {
  readonly seal: (ring: KeyRing, chat: Chat, value: T, at: number) => Promise<Sealed>;
  /** Null where there is none, or it can't be decrypted any more. */
  readonly open: (ring: KeyRing, chat: Chat, kept: Sealed | undefined) => Promise<T | null>;
}

/**
 * @param name part of what the value is bound to: under another one stored values don't open
 * @example const DRAFT = sealedPart("draft", Draft);
 */
export function sealedPart<T>(name: string, schema: z.ZodType<T>): SealedPart<T> {
  const binding = ({ channel, chat }: Chat): string => `session/${name}/${channel}:${chat}`;
  return {
    seal: async (ring, chat, value, at) => ({
      sealed: await ring.seal(JSON.stringify(value), binding(chat)),
      at,
    }),
    open: async (ring, chat, kept) => {
      if (kept === undefined) return null;
      try {
        return schema.parse(JSON.parse(await ring.open(kept.sealed, binding(chat))));
      } catch {
        return null;
      }
    },
  };
}
