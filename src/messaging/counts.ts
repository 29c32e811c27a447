import type { ChannelName } from "./inbound.ts";

/** The results of the messages that one conversation received on one day, counted by itself. */
export interface DayCounts {
  /** The day of receipt in Vietnam, YYYY-MM-DD. */
  readonly day: string;
  readonly channel: ChannelName;
  /** Counted by the messages' own numbers, not by their rows: a lost row shows as a difference. */
  readonly received: number;
  readonly answered: number;
  readonly ignored: number;
  readonly pending: number;
  readonly parked: number;
  /** When the last message came, in milliseconds since the epoch. */
  readonly lastAt: number;
}

/** A message that waits for an operator: `in-7` couldn't be understood, `out-7` couldn't be delivered. */
export interface OpenParked {
  readonly message: string;
  readonly channel: ChannelName;
  readonly reason: string;
  readonly at: number;
}

/** Everything that a conversation reports to the operator's book. No text and no identity. */
export interface ChatCounts {
  readonly days: readonly DayCounts[];
  readonly open: readonly OpenParked[];
  /** Messages and replies that wait longer than they should, and since when. */
  readonly stuck: { readonly n: number; readonly since: number | null };
  /** What waits to be sent here, also what is being tried again, and since when. */
  readonly unsent: { readonly n: number; readonly since: number | null };
  /** True for the duty group's chat. */
  readonly isDuty: boolean;
  /** Since when the oldest of them waits, in milliseconds since the epoch. */
  readonly oldest: number | null;
}
