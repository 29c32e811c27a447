import type { SendOutcome } from "../../messaging/channel.ts";
import { type ApiAnswer, readAnswer } from "./api-answer.ts";
import { errorCodeOf, untilMorning } from "./error-codes.ts";
import type { ZaloMessage } from "./zalo-wire.ts";

export interface ZaloClientOptions {
  readonly apiRoot: string;
  /** The current access token; `rejected` is one that Zalo has just refused. May throw. */
  readonly accessToken: (options?: { readonly rejected?: string }) => Promise<string>;
  readonly timeoutMs: number;
  readonly fetch?: typeof fetch;
  /** A number in [0, 1), to spread retries. */
  readonly random?: () => number;
  readonly now?: () => number;
}

/** SendOutcome, or a failure without a reason, which is worth only one more try. */
export type SendResult =
  | SendOutcome
  | { readonly kind: "retry_once"; readonly reason: string; readonly afterMs: number };

export type UploadResult =
  | { readonly kind: "uploaded"; readonly attachmentId: string }
  | Exclude<SendResult, { readonly kind: "sent" }>;

/**
 * The sending API of an Official Account. Neither method throws; no reason contains a token, an id or a person's text.
 */
export interface ZaloClient {
  /** Sends one consultation message. */
  sendMessage(userId: string, message: ZaloMessage): Promise<SendResult>;
  /** Uploads a JPEG or PNG of at most 1 MiB; the id is valid for seven days. */
  uploadImage(bytes: Uint8Array, name: string): Promise<UploadResult>;
}

const SEND = "/v3.0/oa/message/cs";
const UPLOAD_IMAGE = "/v2.0/oa/upload/image";
/** The largest picture that Zalo takes, in bytes. */
export const MAX_IMAGE = 1024 * 1024;
/** There is no token, or the new one was refused too. That concerns the whole channel: don't ask every second. */
const TOKEN_PAUSE = 10_000;
const REFUSED_PAUSE = 15_000;
/** Pauses are lengthened at random, up to double but at most by this, so that not all chats come back at once. */
const MOST_SPREAD = 15_000;

type Failure = Exclude<SendResult, { readonly kind: "sent" }>;
type Body = { readonly body: BodyInit; readonly headers: Readonly<Record<string, string>> };

export function createZaloClient(options: ZaloClientOptions): ZaloClient {
  const { apiRoot, accessToken, timeoutMs, random = Math.random, now = Date.now } = options;
  const send = options.fetch ?? ((input: RequestInfo | URL, init?: RequestInit) => fetch(input, init));

  const once = async (path: string, make: () => Body, token: string): Promise<ApiAnswer> => {
    const { body, headers } = make();
    try {
      const response = await send(`${apiRoot}${path}`, {
        method: "POST",
        headers: { ...headers, access_token: token },
        body,
        // A redirect would send the token to another host.
        redirect: "manual",
        signal: AbortSignal.timeout(timeoutMs),
      });
      return readAnswer(response.status, await response.text(), response.headers.get("retry-after"));
    } catch (error) {
      const isTimeout =
        error instanceof Error && (error.name === "TimeoutError" || error.name === "AbortError");
      return { kind: "unclear", reason: isTimeout ? "timeout" : "network" };
    }
  };

  /** One call, and a second one with a new token where Zalo refused the first token. */
  const call = async (path: string, make: () => Body): Promise<ApiAnswer | Failure> => {
    try {
      const token = await accessToken();
      const answer = await once(path, make, token);
      if (answer.kind !== "error" || errorCodeOf(answer.code)?.treatment.do !== "refresh") return answer;
      const renewed = await accessToken({ rejected: token });
      return renewed === token ? answer : await once(path, make, renewed);
    } catch {
      return { kind: "wait", reason: "zalo token_unavailable", afterMs: TOKEN_PAUSE };
    }
  };

  const failure = (answer: Exclude<ApiAnswer, { kind: "ok" }>): Failure => {
    const asked = answer.retryAfterMs;
    if (answer.kind === "unclear") {
      const reason = `zalo ${answer.reason}`;
      if (asked === undefined) return { kind: "retry", reason };
      return { kind: answer.reason === "http_429" ? "wait" : "retry", reason, afterMs: asked };
    }
    const known = errorCodeOf(answer.code);
    // Only the code: Zalo's message may quote what was sent.
    if (known === undefined) return { kind: "park", reason: `zalo ${answer.code} unknown` };
    const reason = `zalo ${answer.code} ${known.slug}`;
    // A pause that the platform asks for goes before our own.
    const pause = (afterMs: number) => {
      const least = asked ?? afterMs;
      return Math.round(least + random() * Math.min(least, MOST_SPREAD));
    };
    switch (known.treatment.do) {
      case "retry":
        return asked === undefined
          ? { kind: "retry", reason, afterMs: pause(known.treatment.afterMs) }
          : { kind: "wait", reason, afterMs: pause(asked) };
      case "retry_once":
        return { kind: "retry_once", reason, afterMs: pause(known.treatment.afterMs) };
      case "retry_in_the_morning":
        return { kind: "wait", reason, afterMs: pause(untilMorning(now())) };
      case "refresh":
        return { kind: "wait", reason, afterMs: pause(REFUSED_PAUSE) };
      case "hold":
        return { kind: "hold", reason };
      case "park":
      case "drop_quote":
        return { kind: "park", reason };
    }
  };

  const sendMessage = async (userId: string, message: ZaloMessage): Promise<SendResult> => {
    const make = () => ({
      body: JSON.stringify({ recipient: { user_id: userId }, message }),
      headers: { "content-type": "application/json" },
    });
    const answer = await call(SEND, make);
    if (answer.kind === "ok") {
      return { kind: "sent", ...(answer.messageId !== undefined && { messageIds: [answer.messageId] }) };
    }
    if (answer.kind !== "error" && answer.kind !== "unclear") return answer;
    if (answer.kind === "error" && errorCodeOf(answer.code)?.treatment.do === "drop_quote") {
      const { quote_message_id: quote, ...unquoted } = message;
      if (quote !== undefined) return sendMessage(userId, unquoted);
    }
    return failure(answer);
  };

  return {
    sendMessage,
    async uploadImage(bytes, name) {
      const image = imageType(bytes);
      if (image === null || bytes.byteLength > MAX_IMAGE)
        return { kind: "park", reason: "zalo image_not_acceptable" };
      const make = () => {
        const form = new FormData();
        form.set(
          "file",
          new File([new Uint8Array(bytes)], fileName(name, image.ending), { type: image.mime }),
        );
        return { body: form, headers: {} };
      };
      const answer = await call(UPLOAD_IMAGE, make);
      if (answer.kind === "ok") {
        return answer.attachmentId === undefined
          ? { kind: "retry", reason: "zalo no_attachment_id" }
          : { kind: "uploaded", attachmentId: answer.attachmentId };
      }
      return answer.kind === "error" || answer.kind === "unclear" ? failure(answer) : answer;
    },
  };
}

/** The image type by the first bytes; Zalo takes JPEG and PNG. */
function imageType(bytes: Uint8Array): { readonly mime: string; readonly ending: string } | null {
  const starts = (...first: readonly number[]) => first.every((byte, i) => bytes[i] === byte);
  if (starts(0xff, 0xd8, 0xff)) return { mime: "image/jpeg", ending: ".jpg" };
  if (starts(0x89, 0x50, 0x4e, 0x47)) return { mime: "image/png", ending: ".png" };
  return null;
}

/** Zalo refuses a file name without an ending. Only plain characters are sent. */
function fileName(name: string, ending: string): string {
  const stem = name.replace(/\.[^.]*$/, "").replace(/[^\w-]+/g, "_");
  return `${stem === "" ? "image" : stem.slice(0, 60)}${ending}`;
}
