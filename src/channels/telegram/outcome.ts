import { GrammyError, HttpError } from "grammy";
import type { SendOutcome } from "../../messaging/channel.ts";
import { MINUTE, SECOND } from "../../platform/time.ts";

/** What a refusal means for the message. `other_form`: its files may go in another form; words are parked. */
type Meaning = "sent" | "wait" | "retry" | "hold" | "park" | "other_form";

interface Refusal {
  readonly code: number;
  /** In the description; absent where the code says it all. */
  readonly pattern?: RegExp;
  readonly reason: string;
  readonly means: Meaning;
}

/**
 * What the Bot API's refusals mean, the first that fits. Descriptions of a 400 are not a stable interface, so an unknown
 * one parks the message. Only our own words go into reasons and logs: a description may quote the text that was refused.
 */
const REFUSALS: readonly Refusal[] = [
  { code: 400, pattern: /message is not modified/i, reason: "not_modified", means: "sent" },
  { code: 400, pattern: /query is too old|query id is invalid/i, reason: "query_too_old", means: "park" },
  { code: 400, pattern: /can't parse entities/i, reason: "bad_markup", means: "park" },
  { code: 400, pattern: /message is too long|MESSAGE_TOO_LONG/i, reason: "too_long", means: "park" },
  { code: 400, pattern: /text (is empty|must be non-empty)/i, reason: "empty", means: "park" },
  { code: 400, pattern: /BUTTON_\w+_INVALID|inline keyboard/i, reason: "bad_button", means: "park" },
  {
    code: 400,
    pattern: /message to be replied not found|replied message not found/i,
    reason: "reply_gone",
    means: "park",
  },
  {
    code: 400,
    pattern: /message to edit not found|message can't be edited|MESSAGE_ID_INVALID/i,
    reason: "edit_gone",
    means: "park",
  },
  {
    code: 400,
    // A closed topic is one case's affair, not the group's.
    pattern: /message thread not found|TOPIC_DELETED|TOPIC_ID_INVALID|TOPIC_CLOSED/i,
    reason: "topic_gone",
    means: "park",
  },
  // Must stand before "chat not found": a group's administrators can give back the right that they took away.
  {
    code: 400,
    pattern: /not enough rights|have no rights|CHAT_\w*FORBIDDEN|CHAT_RESTRICTED|need administrator/i,
    reason: "no_rights",
    means: "hold",
  },
  {
    code: 400,
    pattern: /chat not found|PEER_ID_INVALID|user not found/i,
    reason: "chat_not_found",
    means: "park",
  },
  { code: 400, pattern: /group chat was upgraded/i, reason: "migrated", means: "park" },
  { code: 400, reason: "bad_request", means: "other_form" },
  // The operator can correct a wrong token; Telegram answers 404 where it doesn't know its number.
  { code: 401, reason: "bad_token", means: "wait" },
  { code: 404, reason: "bad_token", means: "wait" },
  { code: 403, reason: "forbidden", means: "hold" },
  { code: 413, reason: "too_large", means: "other_form" },
  { code: 429, reason: "rate_limited", means: "wait" },
];

/** How long nothing is sent where Telegram doesn't say it, in milliseconds. */
const PAUSES: Readonly<Record<string, number>> = { bad_token: MINUTE, rate_limited: 30 * SECOND };

/** What a failed call means for the message that it was to send. */
export function outcomeOf(error: unknown): SendOutcome {
  const { reason, means } = meaningOf(error);
  switch (means) {
    case "sent":
      return { kind: "sent" };
    case "wait":
      return { kind: "wait", reason, afterMs: askedFor(error) ?? PAUSES[reason] ?? MINUTE };
    case "retry": {
      const afterMs = askedFor(error);
      return { kind: "retry", reason, ...(afterMs !== undefined && { afterMs }) };
    }
    case "hold":
      return { kind: "hold", reason };
    case "park":
    case "other_form":
      return { kind: "park", reason };
  }
}

/** True where files may go in another form: one by one, or as documents. */
export const wantsOtherForm = (error: unknown): boolean => meaningOf(error).means === "other_form";

/** A stable word for a failed call, without the token, texts or ids. */
export const refusalOf = (error: unknown): string => meaningOf(error).reason;

function meaningOf(error: unknown): Pick<Refusal, "reason" | "means"> {
  if (error instanceof GrammyError) {
    const { error_code: code, description } = error;
    const known = REFUSALS.find(
      (refusal) => refusal.code === code && (refusal.pattern?.test(description) ?? true),
    );
    return known ?? { reason: code >= 500 ? "server_error" : "refused", means: "retry" };
  }
  if (!(error instanceof HttpError)) return { reason: "unexpected", means: "retry" };
  // The inner message may quote the address with the token: it is checked here and not passed on.
  const isTimeout = error.error instanceof Error && / timed out after /.test(error.error.message);
  return { reason: isTimeout ? "timeout" : "network", means: "retry" };
}

/** The group's new id where the call failed because it became a supergroup. @param chat the id that was called */
export function newIdOf(error: unknown, chat: string): string | undefined {
  const id = error instanceof GrammyError ? error.parameters.migrate_to_chat_id : undefined;
  return id === undefined || String(id) === chat ? undefined : String(id);
}

/** The pause that Telegram asked for, in milliseconds. */
function askedFor(error: unknown): number | undefined {
  const seconds = error instanceof GrammyError ? error.parameters.retry_after : undefined;
  return typeof seconds === "number" && seconds >= 0 ? seconds * SECOND : undefined;
}
