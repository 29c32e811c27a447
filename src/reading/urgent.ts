import type { Inbound } from "../messaging/inbound.ts";
import { readInbound } from "./read-message.ts";

/** True where a message reports a danger: it goes before everything else and doesn't wait for other turns. */
export function isUrgent(inbound: Inbound): boolean {
  return readInbound(inbound).danger !== null;
}
