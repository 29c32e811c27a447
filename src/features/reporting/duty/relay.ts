import type { Inbound } from "../../../messaging/inbound.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import type { OfficialActor } from "../case.ts";
import { messageKey } from "../message-key.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { takeAnswer } from "./button-press.ts";
import { DUTY } from "./duty-session.ts";
import { lostForHandlers, mapLink, WORDING } from "./duty-wording.ts";
import { propose, proposeMore } from "./outgoing-reply.ts";
import { isPress, readPress } from "./payload.ts";
import { meantInstead } from "./plain.ts";

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

/** True where the words are a note, whatever they reply to. */
export const isNote = (raw: string): boolean => readWord(raw).as === "note";

/** What a reply to one of our messages about a case can carry. */
const SAID: ReadonlySet<Inbound["content"]["kind"]> = new Set([
  "text",
  "media",
  "location",
  "sticker",
  "unsupported",
]);

/** True where a message that replies to one about a case is meant for that case. */
export const isReply = ({ content }: Inbound): boolean =>
  SAID.has(content.kind) && !(content.kind === "text" && content.tapped === true);

/**
 * A reply to a card or to one of its messages: shown as the reporter will read it, and sent by one more tap; with "//"
 * it is an internal note.
 * @param about the code of the case, or the question that was replied to
 */
export async function takeReply(
  reporting: ReportingServices,
  context: TurnContext,
  handler: OfficialActor,
  about: string,
): Promise<FeatureResult> {
  const { content } = context.inbound;
  const code = readPress(about)?.code ?? about;
  switch (content.kind) {
    case "text": {
      const word = readWord(content.text);
      if (word.as === "unclear") return { replies: [WORDING.oneSlash] };
      if (word.as === "note") return note(reporting, context, handler, { code, text: word.text });
      if (isPress(about)) return takeAnswer(reporting, context, handler, about, word.text);
      const { reply } = await propose(reporting, context, handler, { code, text: word.text });
      const instead = await meantInstead(reporting, context, handler, code, word.text);
      return { replies: [{ ...reply, buttons: [...(reply.buttons ?? []), ...instead] }] };
    }
    case "media":
      if (readPress(about)?.to === "resolved") return takeResult(reporting, context, handler, about, content);
      return takeFile(reporting, context, handler, code, content);
    case "location": {
      const label = content.label === undefined ? "" : `${content.label}: `;
      const text = `${label}${mapLink(content.lat, content.lng)}`;
      return { replies: [(await propose(reporting, context, handler, { code, text })).reply] };
    }
    default:
      return { replies: [WORDING.cannotPass] };
  }
}

/** A photo as the answer to "Đã xong": its caption is the result, and both go to the reporter. */
async function takeResult(
  reporting: ReportingServices,
  context: TurnContext,
  handler: OfficialActor,
  about: string,
  { caption = "" }: Extract<Inbound["content"], { kind: "media" }>,
): Promise<FeatureResult> {
  const word = readWord(caption);
  if (word.as !== "message" || word.text === "") return { replies: [WORDING.resultNeedsWords] };
  const { media, lost } = await reporting.media.keepAll(context.inbound, {
    by: "handlers",
    now: context.now,
  });
  const missing = lostForHandlers(lost);
  if (missing !== "") {
    await reporting.media.drop(media, context.now);
    return { replies: [WORDING.notPassed(readPress(about)?.code ?? "", missing)] };
  }
  return takeAnswer(reporting, context, handler, about, word.text, media);
}

/** The photos of an album come one by one and only one has the words: the others go where that one went. */
async function takeFile(
  reporting: ReportingServices,
  context: TurnContext,
  handler: OfficialActor,
  code: string,
  { caption = "", album, media: [file] }: Extract<Inbound["content"], { kind: "media" }>,
): Promise<FeatureResult> {
  const kept = DUTY.of(context.session);
  const before = album !== undefined && kept?.album?.id === album ? kept.album : undefined;
  const word = readWord(caption);
  if (word.as === "unclear") return { replies: [WORDING.oneSlash] };
  const as = caption === "" ? (before?.as ?? "message") : word.as;
  const remember = (draft?: string) =>
    album === undefined
      ? {}
      : { session: DUTY.with({ ...kept, album: { id: album, as, ...(draft !== undefined && { draft }) } }) };
  if (as === "note") {
    const noted = await note(reporting, context, handler, {
      code,
      text: word.text,
      silent: before?.as === as,
    });
    return { ...noted, ...remember() };
  }
  if (before?.draft !== undefined && caption === "" && file !== undefined) {
    const more = await proposeMore(reporting, context, before.draft, file);
    if (more !== null) return { replies: [more], ...remember(before.draft) };
  }
  const said = { code, text: word.text, ...(file !== undefined && { file }) };
  const { reply, draft } = await propose(reporting, context, handler, said);
  return { replies: [reply], ...remember(draft) };
}

interface Note {
  readonly code: string;
  readonly text: string;
  /** Nothing is said where all went well. */
  readonly silent?: boolean;
}

async function note(
  { book, carry, media: store }: ReportingServices,
  { inbound, now }: TurnContext,
  actor: OfficialActor,
  { code, text, silent = false }: Note,
): Promise<FeatureResult> {
  const { media, lost } = await store.keepAll(inbound, { by: "handlers", now });
  const missing = lostForHandlers(lost);
  if (text === "" && media.length === 0) {
    return { replies: [missing === "" ? WORDING.emptyNote : WORDING.notPassed(code, missing)] };
  }
  const key = messageKey(inbound);
  const outcome = await book.note({ code, text, media, at: now, key, actor });
  await carry();
  if (outcome.kind !== "relayed") await store.drop(media, now);
  if (outcome.kind === "unknown") return { replies: [WORDING.unknown(code)] };
  if (outcome.kind === "no_reporter") return { replies: [WORDING.noReporter(code)] };
  return { replies: silent && missing === "" ? [] : [WORDING.noted(code, missing)] };
}
