import { z } from "zod";

/**
 * One answer of the API. Errors come with HTTP 200; a gateway in between may answer in HTML. Zalo's error message is
 * not stored: it may quote a token, an id or what a person wrote.
 */
export type ApiAnswer =
  | { readonly kind: "ok"; readonly messageId?: string; readonly attachmentId?: string }
  | {
      readonly kind: "error";
      readonly code: number;
      readonly retryAfterMs?: number;
    }
  /** It is unknown whether the call had its effect. `reason` is our own word. */
  | { readonly kind: "unclear"; readonly reason: string; readonly retryAfterMs?: number };

const Answer = z.looseObject({
  error: z
    .union([
      z.number().int(),
      z
        .string()
        .regex(/^-?\d{1,9}$/)
        .transform(Number),
    ])
    .optional(),
  data: z
    .looseObject({
      message_id: z.string().optional().catch(undefined),
      attachment_id: z.string().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

/**
 * Reads an answer. Never throws.
 * @param retryAfter the header's value, in seconds
 */
export function readAnswer(status: number, body: string, retryAfter: string | null): ApiAnswer {
  const seconds = /^\d{1,6}$/.test(retryAfter ?? "") ? Number(retryAfter) : undefined;
  const wait = seconds === undefined ? {} : { retryAfterMs: seconds * 1000 };
  const answer = Answer.safeParse(parse(body));
  const { error, data } = answer.data ?? {};
  if (error !== undefined && error !== 0) return { kind: "error", code: error, ...wait };
  if (status === 401) return { kind: "error", code: 401, ...wait };
  if (status < 200 || status >= 300) return { kind: "unclear", reason: `http_${status}`, ...wait };
  if (!answer.success) return { kind: "unclear", reason: "not_an_answer", ...wait };
  const messageId = data?.message_id;
  const attachmentId = data?.attachment_id;
  if (error === undefined && messageId === undefined && attachmentId === undefined) {
    return { kind: "unclear", reason: "not_an_answer", ...wait };
  }
  return {
    kind: "ok",
    ...(messageId !== undefined && { messageId }),
    ...(attachmentId !== undefined && { attachmentId }),
  };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
