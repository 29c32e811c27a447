import type { Inbound } from "../../../messaging/inbound.ts";
import type { Reply } from "../../../messaging/reply.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { handlerOf } from "./actor.ts";
import { takeAnswer } from "./button-press.ts";
import { DUTY } from "./duty-session.ts";
import { lostForHandlers, mapLink, WORDING } from "./duty-wording.ts";
import { isPress, readPress } from "./payload.ts";

/** A handler's reply to a message about a case. */
type Word =
  | { readonly as: "note" | "message"; readonly text: string }
  /** Begins with one slash: a command, or a mistyped note. It is sent to nobody. */
  | { readonly as: "unclear" };

const INVISIBLE = /^[\s\p{Cf}]+/u;

/** Decides who gets the words. What may be meant as a note is never sent to the reporter. */
export function readWord(raw: string): Word {
  const words = raw.replace(INVISIBLE, "").trim();
  const lead = words
    .slice(0, 4)
    .normalize("NFKC")
    .replace(/[\s\p{Cf}]/gu, "");
  if (lead.startsWith("//")) return { as: "note", text: words.replace(/^[/／][\s\p{Cf}]*[/／]\s*/u, "") };
  return lead.startsWith("/") ? { as: "unclear" } : { as: "message", text: words };
}

/**
 * A reply to a card or to one of its messages: goes to the reporter, or with "//" is an internal note.
 * @param about the code of the case, or the question that was replied to
 */
export async function takeReply(
  reporting: ReportingServices,
  context: TurnContext,
  about: string,
): Promise<FeatureResult | null> {
  const { content } = context.inbound;
  const code = readPress(about)?.code ?? about;
  switch (content.kind) {
    case "text": {
      if (content.tapped === true) return null;
      const word = readWord(content.text);
      if (word.as === "unclear") return { replies: [WORDING.oneSlash] };
      if (word.as === "message" && isPress(about)) return takeAnswer(reporting, context, about, word.text);
      return pass(reporting, context, { code, as: word.as, text: word.text });
    }
    case "media":
      return takeFile(reporting, context, code, content);
    case "location": {
      const label = content.label === undefined ? "" : `${content.label}: `;
      const text = `${label}${mapLink(content.lat, content.lng)}`;
      return pass(reporting, context, { code, as: "message", text });
    }
    case "sticker":
    case "unsupported":
      return { replies: [WORDING.cannotPass] };
    default:
      return null;
  }
}

/** The photos of an album come one by one and only one has the words: the others go where that one went. */
async function takeFile(
  reporting: ReportingServices,
  context: TurnContext,
  code: string,
  { caption = "", album }: Extract<Inbound["content"], { kind: "media" }>,
): Promise<FeatureResult> {
  const { session } = context;
  const kept = DUTY.of(session);
  const before = album !== undefined && kept?.album?.id === album ? kept.album : undefined;
  const word = readWord(caption);
  if (word.as === "unclear") return { replies: [WORDING.oneSlash] };
  const as = caption === "" ? (before?.as ?? "message") : word.as;
  const passed = await pass(reporting, context, { code, as, text: word.text, silent: before?.as === as });
  const duty = album === undefined ? kept : { album: { id: album, as } };
  return { ...passed, session: { ...passed.session, ...DUTY.with(duty) } };
}

interface Passed {
  readonly code: string;
  readonly as: "note" | "message";
  readonly text: string;
  /** Nothing is said where all went well. */
  readonly silent?: boolean;
}

async function pass(
  reporting: ReportingServices,
  context: TurnContext,
  { code, as, text, silent = false }: Passed,
): Promise<FeatureResult> {
  const { book, carry } = reporting;
  const { inbound, now } = context;
  const { media, lost } = await reporting.media.keepAll(inbound, { by: "handlers", now });
  const missing = lostForHandlers(lost);
  if (text === "" && media.length === 0) return { replies: [nothingToPass(code, as, missing)] };
  const key = `${inbound.channel}:${inbound.chat}:${inbound.key}`;
  const message = { code, text, media, at: now, key, actor: await handlerOf(reporting, context) };
  const outcome = await (as === "note" ? book.note(message) : book.relayToReporter(message));
  await carry();
  if (outcome.kind !== "relayed") await reporting.media.drop(media, now);
  if (outcome.kind === "unknown") return { replies: [WORDING.unknown(code)] };
  if (outcome.kind === "no_reporter") return { replies: [WORDING.noReporter(code)] };
  const done = as === "note" ? WORDING.noted(code, missing) : WORDING.passedOn(code, missing);
  return { replies: silent && missing === "" ? [] : [done] };
}

function nothingToPass(code: string, as: "note" | "message", missing: string): Reply {
  if (missing !== "") return WORDING.notPassed(code, missing);
  return as === "note" ? WORDING.emptyNote : WORDING.cannotPass;
}
