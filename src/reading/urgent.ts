import type { Inbound } from "../messaging/inbound.ts";
import { readInbound } from "./read-message.ts";

/** Whether a message tells of a danger: nothing else goes before it, and no burst or busy thread holds it up. */
export function isUrgent(inbound: Inbound): boolean {
  return readInbound(inbound).danger !== null;
}
