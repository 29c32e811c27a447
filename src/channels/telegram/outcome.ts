import { GrammyError, HttpError } from "grammy";
import type { SendOutcome } from "../../messaging/channel.ts";

interface Refusal {
  readonly pattern: RegExp;
  readonly reason: string;
  readonly kind: "sent" | "hold" | "park";
}

/**
 * What the Bot API's descriptions of a 400 mean for a message. They are not a stable interface, so an unknown one parks
 * the message. Only our own words go into reasons and logs: a description may quote the text that was refused.
 */
const BAD_REQUESTS: readonly Refusal[] = [
  { pattern: /message is not modified/i, reason: "not_modified", kind: "sent" },
  { pattern: /query is too old|query id is invalid/i, reason: "query_too_old", kind: "park" },
  { pattern: /can't parse entities/i, reason: "bad_markup", kind: "park" },
  { pattern: /message is too long|MESSAGE_TOO_LONG/i, reason: "too_long", kind: "park" },
  { pattern: /text (is empty|must be non-empty)/i, reason: "empty", kind: "park" },
  { pattern: /BUTTON_\w+_INVALID|inline keyboard/i, reason: "bad_button", kind: "park" },
  {
    pattern: /message to be replied not found|replied message not found/i,
    reason: "reply_gone",
    kind: "park",
  },
  {
    pattern: /message to edit not found|message can't be edited|MESSAGE_ID_INVALID/i,
    reason: "edit_gone",
    kind: "park",
  },
  { pattern: /message thread not found|TOPIC_DELETED|TOPIC_ID_INVALID/i, reason: "topic_gone", kind: "park" },
  // Must stand before "chat not found": a group's administrators can give back the right that they took away.
  {
    pattern:
      /not enough rights|have no rights|CHAT_\w*FORBIDDEN|CHAT_RESTRICTED|TOPIC_CLOSED|need administrator/i,
    reason: "no_rights",
    kind: "hold",
  },
  { pattern: /chat not found|PEER_ID_INVALID|user not found/i, reason: "chat_not_found", kind: "park" },
  { pattern: /group chat was upgraded/i, reason: "migrated", kind: "park" },
];

/** What a failed call means for the message it was to send. */
export function outcomeOf(error: unknown): SendOutcome {
  const reason = refusalOf(error);
  if (!(error instanceof GrammyError)) return { kind: "retry", reason };
  const { error_code: code, parameters } = error;
  // The operator can correct a wrong token (401, 404); then the message still goes out.
  if (code === 400) {
    const kind = badRequest(error)?.kind ?? "park";
    return kind === "sent" ? { kind } : { kind, reason };
  }
  if (code === 403) return { kind: "hold", reason };
  const seconds = parameters.retry_after;
  return typeof seconds === "number" && seconds >= 0
    ? { kind: "retry", reason, afterMs: seconds * 1_000 }
    : { kind: "retry", reason };
}

/** A stable word for a failed call, without the token, texts or ids. */
export function refusalOf(error: unknown): string {
  if (error instanceof HttpError) {
    // The inner message may quote the address with the token: it is checked here and not passed on.
    return error.error instanceof Error && / timed out after /.test(error.error.message)
      ? "timeout"
      : "network";
  }
  if (!(error instanceof GrammyError)) return "unexpected";
  switch (error.error_code) {
    case 400:
      return badRequest(error)?.reason ?? "bad_request";
    case 401:
    case 404:
      return "bad_token";
    case 403:
      return "forbidden";
    case 429:
      return "rate_limited";
    default:
      return error.error_code >= 500 ? "server_error" : "refused";
  }
}

function badRequest({ description }: GrammyError): Refusal | undefined {
  return BAD_REQUESTS.find(({ pattern }) => pattern.test(description));
}
