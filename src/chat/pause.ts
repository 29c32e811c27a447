import type { Inbound } from "../messaging/inbound.ts";
import { PAUSE_AT, type Session } from "../turn/session.ts";
import type { Pause } from "./chat-store.ts";

/** The pause that a session wishes for. One asked for again after it was over is none: it would come at once, for ever. */
export function pauseOf(inbound: Inbound, session: Session): Pause | null {
  const { channel, chat, sender, isPrivate } = inbound;
  const at = PAUSE_AT.of(session);
  if (at === undefined || (inbound.content.kind === "pause" && at <= inbound.at)) return null;
  const content = { kind: "pause" } as const;
  return { at, inbound: { key: `pause-${at}`, channel, chat, sender, isPrivate, at, content } };
}
