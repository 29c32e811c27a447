import type { ChannelName } from "../messaging/inbound.ts";

/** What the webhook did with something before any conversation saw it. */
export type WebhookOutcome = "ignored" | "refused" | "unsigned";

/** Signed by the platform, yet of no use: it was received. A wrong account, an unknown form, too large. */
const REFUSED: Readonly<Record<ChannelName, ReadonlySet<string>>> = {
  zalo: new Set(["other_account", "malformed"]),
  telegram: new Set(["not_an_update", "too_large"]),
};

/** Nobody knows who sent it: it counts apart, never as received. Zalo's signature is over the body, so too large is unsigned. */
const UNSIGNED: Readonly<Record<ChannelName, ReadonlySet<string>>> = {
  zalo: new Set(["bad_signature", "too_large", "unreadable"]),
  telegram: new Set(["bad_secret"]),
};

/** How a day's counter belongs to the loss ledger; null for what is no message, such as a withheld figure. */
export function webhookOutcome(channel: ChannelName, kind: string): WebhookOutcome | null {
  if (kind.startsWith("ignored.")) return "ignored";
  if (REFUSED[channel].has(kind)) return "refused";
  return UNSIGNED[channel].has(kind) ? "unsigned" : null;
}
