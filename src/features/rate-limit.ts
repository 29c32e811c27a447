import { z } from "zod";
import { type Reply, strong, text } from "../messaging/reply.ts";
import { MINUTE } from "../platform/time.ts";
import type { Feature, FeatureResult, TurnContext } from "../turn/feature.ts";
import { slice } from "../turn/session.ts";

/** The rest of a chat's allowance, and when the chat was last told about it; times in milliseconds since the epoch. */
const ALLOWANCE = slice(
  "pace",
  z.object({ tokens: z.number(), at: z.number(), toldAt: z.number().optional() }).readonly(),
);
type Allowance = NonNullable<ReturnType<typeof ALLOWANCE.of>>;

/** The allowance of one chat. No person types like this; a script does. */
export const PACE = {
  /** Ordinary messages that may come together. */
  burst: 60,
  /** Ordinary messages a second that are always answered. */
  perSecond: 2,
  /** Milliseconds between two notices. */
  toldEvery: MINUTE,
} as const;

/** Said once a minute to a chat that sends faster than a person types. */
export const TOO_FAST: Reply = {
  blocks: [
    text(
      "Anh/chị gửi nhanh quá nên có tin tôi chưa trả lời. Anh/chị chờ vài giây rồi gửi lại câu hỏi cần nhất.",
    ),
    strong("Tin báo nguy hiểm và tin báo sự việc vẫn được nhận ngay. Nguy hiểm: gọi 113, 114, 115."),
  ],
};

/**
 * The limit of one chat, applied after its message was stored and never by source address. Danger, messages of
 * handlers, reports and incidents in plain words are never limited. Over the limit the newest message waits until it is
 * allowed (at most half a second); older ones are counted as `rate_limited`, with one notice a minute.
 * @param rest waits so many milliseconds
 */
export function rateLimit(
  rest: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
): Feature {
  return {
    name: "rateLimit",
    async take(context): Promise<FeatureResult | null> {
      // The terminal and the evaluation send one message after the other: nobody waits.
      if (context.isOvertaken === undefined || !isOrdinary(context)) return null;
      const allowance = refilled(context);
      if (allowance.tokens >= 1) return spent(allowance);
      if (isOvertaken(context)) return overtaken(context, allowance);
      const pause = Math.ceil(((1 - allowance.tokens) / PACE.perSecond) * 1_000);
      await rest(pause);
      const after = refilled({ ...context, now: context.now + pause });
      return isOvertaken(context) ? overtaken(context, after) : spent(after);
    },
  };
}

const KINDS: ReadonlySet<string> = new Set(["text", "edited", "media", "location", "sticker", "unsupported"]);

const isOrdinary = ({ inbound, reading }: TurnContext): boolean =>
  KINDS.has(inbound.content.kind) && reading.incident === null;

const isOvertaken = ({ isOvertaken: ask }: TurnContext): boolean => ask?.() === true;

function refilled({ session, now }: TurnContext): Allowance {
  const { tokens, at, ...told } = ALLOWANCE.of(session) ?? { tokens: PACE.burst, at: now };
  const earned = (Math.max(0, now - at) / 1_000) * PACE.perSecond;
  return { ...told, tokens: Math.min(PACE.burst, tokens + earned), at: now };
}

/** The message goes on to the other features. */
const spent = (allowance: Allowance): FeatureResult => ({
  replies: [],
  goesOn: true,
  session: ALLOWANCE.with({ ...allowance, tokens: Math.max(0, allowance.tokens - 1) }),
});

/** In a group there is no notice: it would be one more message among too many. */
function overtaken({ inbound }: TurnContext, allowance: Allowance): FeatureResult {
  const events = ["rate_limited"];
  const isTold =
    !inbound.isPrivate ||
    (allowance.toldAt !== undefined && allowance.at - allowance.toldAt < PACE.toldEvery);
  if (isTold) return { replies: [], outcome: "ignored", events, session: ALLOWANCE.with(allowance) };
  return { replies: [TOO_FAST], events, session: ALLOWANCE.with({ ...allowance, toldAt: allowance.at }) };
}
