import type { ChannelName } from "../messaging/inbound.ts";
import type { Kind } from "./key-values.ts";
import type { Place } from "./send-order.ts";
import type { PartMarks } from "./stored-shapes.ts";

export interface OutgoingPart {
  readonly channel: ChannelName;
  readonly chat: string;
  readonly body: string;
  readonly marks?: PartMarks;
}

/** One part of a reply waiting to go out. */
export interface PendingPart extends OutgoingPart, Place {
  readonly seq: number;
  readonly marks: PartMarks;
  readonly attempts: number;
  readonly createdAt: number;
  /** It had been set aside once: an operator's book has it. */
  readonly wasParked: boolean;
}

/** A row of `inbox`, opened. */
export interface StoredMessage {
  readonly seq: number;
  readonly key: string;
  readonly inbound: string;
  readonly state: "pending" | "answered" | "ignored" | "parked";
  readonly attempts: number;
  readonly nextAt: number;
  readonly receivedAt: number;
  readonly day: string;
  readonly nth: number;
  readonly channel: ChannelName | null;
  readonly parkedAt: number | null;
}

/** What a row of `outbox` has besides the part. */
export interface PartState extends Place {
  readonly state: "pending" | "held" | "parked";
  readonly attempts: number;
  readonly nextAt: number;
  readonly reason: string | null;
  readonly createdAt: number;
  readonly message: number | null;
  readonly parkedAt: number | null;
  /** The part that this one was cut from. */
  readonly dividedFrom: number | null;
}

/** One of a chat's small values, opened. */
export interface StoredNote {
  readonly kind: Kind;
  readonly key: string;
  readonly value: string;
  readonly at: number;
}

/** What a chat gives to its object under another name: everything that it stores, opened. It never rests like this. */
export interface HandedOver {
  readonly messages: readonly StoredMessage[];
  readonly parts: readonly { readonly seq: number; readonly part: OutgoingPart; readonly row: PartState }[];
  /** The highest number that a part ever had. */
  readonly lastPart: number;
  readonly notes: readonly StoredNote[];
}

/** By how much the numbers of messages and of parts grew. */
export interface Numbers {
  readonly messages: number;
  readonly parts: number;
}
