import type { ChannelName } from "../messaging/inbound.ts";

/** What the webhook did with a request that no conversation got. */
export type WebhookOutcome = "ignored" | "refused" | "unsigned";

/** Signed by the platform, but unusable; it counts as received. A wrong account, an unknown form, too large. */
const REFUSED: Readonly<Record<ChannelName, ReadonlySet<string>>> = {
  zalo: new Set(["other_account", "malformed"]),
  telegram: new Set(["not_an_update", "too_large"]),
};

/** The sender is unknown: never counts as received. Zalo signs the body, so one that is too large is unsigned. */
const UNSIGNED: Readonly<Record<ChannelName, ReadonlySet<string>>> = {
  zalo: new Set(["bad_signature", "too_large", "unreadable"]),
  telegram: new Set(["bad_secret"]),
};

/** The column of the loss ledger for a counter; null for one that isn't about messages. */
export function webhookOutcome(channel: ChannelName, kind: string): WebhookOutcome | null {
  if (kind.startsWith("ignored.")) return "ignored";
  if (REFUSED[channel].has(kind)) return "refused";
  return UNSIGNED[channel].has(kind) ? "unsigned" : null;
}
