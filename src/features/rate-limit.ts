import { z } from "zod";
import { type Reply, strong, text } from "../messaging/reply.ts";
import { HOUR, MINUTE } from "../platform/time.ts";
import type { Danger } from "../reader/names/danger.ts";
import type { Feature, FeatureResult, TurnContext } from "../turn/feature.ts";
import { slice } from "../turn/session.ts";
import { dangerReply } from "./emergency/emergency-feature.ts";
import { openDanger } from "./emergency/open-danger.ts";
import { REPORT } from "./reporting/citizen/citizen-session.ts";

const CALL = strong("Nếu đang nguy hiểm, gọi ngay 113, 114 hoặc 115.");

/** Said to a chat that sends faster than a person types. */
export const TOO_FAST: Reply = {
  blocks: [
    text("Anh/chị gửi nhanh quá nên có tin tôi chưa trả lời. Anh/chị chờ vài giây rồi gửi lại tin cần nhất."),
    CALL,
  ],
};

/** The same while a report is open. */
export const REPORT_TOO_FAST: Reply = {
  blocks: [
    text(
      "Anh/chị gửi nhanh quá nên có phần chưa ghi vào tin báo. Anh/chị chờ vài giây rồi gửi lại phần còn thiếu.",
    ),
    CALL,
  ],
};

/** A message costs one point, a long one a point for each of so many UTF-16 units that it has begun. */
export const UNITS_A_POINT = 250;

type Kind = "danger" | "report" | "ordinary";

interface Allowance {
  /** Points that may come together. */
  readonly burst: number;
  /** Points a second that come back for ever. */
  readonly perSecond: number;
  /** Milliseconds between two words to a chat of which messages are counted. */
  readonly toldEvery: number;
  /** The newest message, which none has overtaken, is answered at once, answered when a point is there, or counted. */
  readonly newest: "now" | "waits" | "counted";
}

/**
 * What one chat may cost. No person types like this; a script does. Over it a message is counted as `rate_limited`, but
 * nobody is ever silenced:
 *
 * - A danger: forty short messages an hour have the whole answer; after that a chat has the numbers to call again, in one
 *   line, with each danger that comes three seconds after the last.
 * - Anything else: the newest is answered all the same; only what newer ones have overtaken is counted.
 * - A report takes 10,000 units in all (`MAX_TEXT`), 40 points: what is over its allowance would be cut there too.
 */
export const ALLOWANCES: Readonly<Record<Kind, Allowance>> = {
  danger: { burst: 40, perSecond: 40 / (HOUR / 1_000), toldEvery: 3_000, newest: "counted" },
  report: { burst: 60, perSecond: 2, toldEvery: MINUTE, newest: "now" },
  ordinary: { burst: 60, perSecond: 2, toldEvery: MINUTE, newest: "waits" },
};

/** The rest of a chat's points, and when the chat was last told; times in milliseconds since the epoch. */
const Rest = z.object({ tokens: z.number(), at: z.number(), toldAt: z.number().optional() }).readonly();
type Rest = z.infer<typeof Rest>;

const RESTS = {
  danger: slice("paceOfDangers", Rest),
  report: slice("paceOfReports", Rest),
  ordinary: slice("pace", Rest),
} as const;

const WRITTEN: ReadonlySet<string> = new Set([
  "text",
  "edited",
  "media",
  "location",
  "sticker",
  "unsupported",
]);

function kindOf({ inbound, reading, session, now }: TurnContext): Kind | null {
  if (!WRITTEN.has(inbound.content.kind)) return null;
  if (reading.danger !== null) return "danger";
  const isTakenDown = REPORT.of(session) !== undefined || openDanger(session, now) !== undefined;
  return reading.incident !== null || isTakenDown ? "report" : "ordinary";
}

/** In points. What an allowance counts is the work that a message makes, and that grows with its length. */
export function costOf({ content }: TurnContext["inbound"]): number {
  const words =
    content.kind === "media" ? (content.caption ?? "") : "text" in content ? (content.text ?? "") : "";
  return Math.max(1, Math.ceil(words.length / UNITS_A_POINT));
}

/**
 * The limit of one chat, applied after its message was stored and never by source address. Handlers' own work comes
 * before it.
 * @param kind whose allowance is asked for here; messages of another kind pass
 */
export function rateLimit(
  kind: Kind,
  rest: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
): Feature {
  const { perSecond, newest } = ALLOWANCES[kind];
  return {
    name: "rateLimit",
    async take(context): Promise<FeatureResult | null> {
      // The terminal and the evaluation send one message after the other: nobody waits.
      if (context.isOvertaken === undefined || kindOf(context) !== kind) return null;
      const now = refilled(kind, context);
      if (now.tokens >= 1) return spent(kind, context, now);
      if (isOvertaken(context)) return counted(kind, context, now);
      if (newest === "counted" && !isTakenDown(context)) return counted(kind, context, now);
      if (newest !== "waits") return spent(kind, context, now);
      const pause = Math.ceil(((1 - now.tokens) / perSecond) * 1_000);
      await rest(pause);
      const after = refilled(kind, { ...context, now: context.now + pause });
      return isOvertaken(context) ? counted(kind, context, after) : spent(kind, context, after);
    },
  };
}

const isOvertaken = ({ isOvertaken: ask }: TurnContext): boolean => ask?.() === true;

function refilled(kind: Kind, { session, now }: TurnContext): Rest {
  const { burst, perSecond } = ALLOWANCES[kind];
  const { tokens, at, ...told } = RESTS[kind].of(session) ?? { tokens: burst, at: now };
  const earned = (Math.max(0, now - at) / 1_000) * perSecond;
  return { ...told, tokens: Math.min(burst, tokens + earned), at: now };
}

/** The message goes on to the other features. */
const spent = (kind: Kind, { inbound }: TurnContext, rest: Rest): FeatureResult => ({
  replies: [],
  goesOn: true,
  session: RESTS[kind].with({ ...rest, tokens: Math.max(0, rest.tokens - costOf(inbound)) }),
});

/** True where the words belong to a report, or to the talk about one. */
const isTakenDown = ({ session, about, asked }: TurnContext): boolean =>
  (REPORT.of(session) ?? about ?? asked) !== undefined;

/** The numbers to call. */
const shortOf = (danger: Danger): Reply => ({ blocks: dangerReply(danger).blocks.slice(0, 1) });

/** In a group there is no notice: it would be one more message among too many. A danger's numbers are said there too. */
function counted(kind: Kind, context: TurnContext, rest: Rest): FeatureResult {
  const events = ["rate_limited"];
  const { danger } = context.reading;
  const isTold = rest.toldAt !== undefined && rest.at - rest.toldAt < ALLOWANCES[kind].toldEvery;
  if (isTold || (danger === null && !context.inbound.isPrivate))
    return { replies: [], outcome: "ignored", events, session: RESTS[kind].with(rest) };
  const notice = REPORT.of(context.session) === undefined ? TOO_FAST : REPORT_TOO_FAST;
  const reply = danger === null ? notice : shortOf(danger);
  return { replies: [reply], events, session: RESTS[kind].with({ ...rest, toldAt: rest.at }) };
}
