import type { Feature, FeatureResult, TurnContext } from "../assistant/turn.ts";
import { TOO_FAST } from "../chat/chat-wording.ts";
import { MINUTE } from "../platform/time.ts";
import { detectIncident } from "../reading/incident/detect-incident.ts";

/** What is left of a chat's allowance, and when it was last told so; times in milliseconds since the epoch. */
export interface Pace {
  readonly tokens: number;
  readonly at: number;
  readonly toldAt?: number;
}

/** The allowance of one chat. No person types like this; a script does. */
export const PACE = {
  /** Ordinary messages that may come at once. */
  burst: 60,
  /** Ordinary messages a second that are answered for ever. */
  perSecond: 2,
  /** Milliseconds between two words about it. */
  toldEvery: MINUTE,
} as const;

/**
 * The limit of one chat, after its message was written down and never by source address. It stands behind danger, the
 * handlers' words and reports, and lets an incident told in plain words pass: those are never limited. Over the limit
 * the newest message waits until its turn is allowed (at most half a second); those that a newer one has
 * overtaken are counted as `rate_limited`, with one word about it a minute.
 */
export const pace: Feature = createPace((ms) => new Promise((resolve) => setTimeout(resolve, ms)));

/** @param rest waits so many milliseconds */
export function createPace(rest: (ms: number) => Promise<void>): Feature {
  return {
    name: "pace",
    async take(context): Promise<FeatureResult | null> {
      // The terminal and the evaluation take one message after the other: nobody waits behind them.
      if (context.isOvertaken === undefined || !isOrdinary(context)) return null;
      const allowance = refilled(context);
      if (allowance.tokens >= 1) return spent(allowance);
      if (isOvertaken(context)) return overtaken(context, allowance);
      await rest(Math.ceil(((1 - allowance.tokens) / PACE.perSecond) * 1_000));
      return isOvertaken(context) ? overtaken(context, refilled(context)) : spent(refilled(context));
    },
  };
}

const KINDS: ReadonlySet<string> = new Set(["text", "edited", "media", "location", "sticker", "unsupported"]);

const isOrdinary = ({ inbound, utterance }: TurnContext): boolean =>
  KINDS.has(inbound.content.kind) && detectIncident(utterance) === null;

const isOvertaken = ({ isOvertaken: ask }: TurnContext): boolean => ask?.() === true;

function refilled({ session, services }: TurnContext): Pace {
  const now = services.now();
  const { tokens, at, ...told } = session.pace ?? { tokens: PACE.burst, at: now };
  const earned = (Math.max(0, now - at) / 1_000) * PACE.perSecond;
  return { ...told, tokens: Math.min(PACE.burst, tokens + earned), at: now };
}

/** The message goes on to the other features. */
const spent = (allowance: Pace): FeatureResult => ({
  replies: [],
  goesOn: true,
  session: { pace: { ...allowance, tokens: Math.max(0, allowance.tokens - 1) } },
});

/** In a group nobody is told: it would be one more message among too many. */
function overtaken({ inbound }: TurnContext, allowance: Pace): FeatureResult {
  const events = ["rate_limited"];
  const isTold =
    !inbound.isPrivate ||
    (allowance.toldAt !== undefined && allowance.at - allowance.toldAt < PACE.toldEvery);
  if (isTold) return { replies: [], outcome: "ignored", events, session: { pace: allowance } };
  return { replies: [TOO_FAST], events, session: { pace: { ...allowance, toldAt: allowance.at } } };
}
