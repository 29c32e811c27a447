import { readUtterance } from "../language/utterance.ts";
import type { Inbound } from "../messaging/inbound.ts";
import { detectDanger } from "./danger/detect-danger.ts";

/** Whether a message tells of a danger: nothing else goes before it, and no burst or busy thread holds it up. */
export function isUrgent({ content }: Inbound): boolean {
  return content.kind === "text" && detectDanger(readUtterance(content.text)) !== null;
}
