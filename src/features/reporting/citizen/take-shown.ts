import { hasQuestion } from "../../../language/asks.ts";
import { chanceOf } from "../../../reader/names/likely.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { adviceOf } from "../../incidents/incident-advice.ts";
import type { Input } from "../dialogue/dialogue.ts";
import { NO_IDENTITY_PAPERS } from "../dialogue/dialogue-wording.ts";
import { type Draft, EMPTY_DRAFT } from "../dialogue/draft.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { GATHERED } from "./citizen-session.ts";
import { gather, keepTold, park, toldLately } from "./gather.ts";
import { addToReport, inputOf } from "./open-report.ts";
import { tellOn } from "./tell-on.ts";

const SHOWN: ReadonlySet<string> = new Set(["media", "location", "edited"]);

/**
 * A photo, a film, a voice, a place or a corrected message while no report is open: kept, and joined to what was told in the
 * last half hour. Without words and with nothing told it begins a report; a caption that others answer goes on to them, and
 * what it came with is kept.
 */
export async function takeShown(
  reporting: ReportingServices,
  context: TurnContext,
): Promise<FeatureResult | null> {
  const { inbound, about, matter, reading, utterance } = context;
  const { content } = inbound;
  if (!SHOWN.has(content.kind) || about !== undefined || matter === "danger") return null;
  if (reading.danger !== null || isElsewhere(context)) return null;
  const told = await toldLately(reporting, context);
  if (content.kind === "edited")
    return told === null || isAnswered(context) ? null : tellOn(reporting, context, corrected(content.text));
  const isWordless = content.kind === "location" || utterance.words.length === 0;
  if (told === null && isWordless) return beginReport(reporting, context);
  const input = await inputOf(reporting, context, told?.media.length ?? 0);
  if (input === null) return null;
  if (input === "identity_paper") return { replies: [NO_IDENTITY_PAPERS] };
  const piece = !isWordless && isAnswered(context) ? withoutWords(input) : input;
  const goesOn = !isWordless && (isAnswered(context) || (told === null && reading.incident !== null));
  if (!goesOn) return inAlbum(reporting, context, told, piece);
  const { session } = await gather(reporting, context, piece);
  return { replies: [], goesOn: true, session };
}

/** Today's way of a photo or a place alone: a report, whose first question it answers. What was told before is set aside. */
async function beginReport(
  reporting: ReportingServices,
  context: TurnContext,
): Promise<FeatureResult | null> {
  const { session } = await park(reporting, context);
  const begun = await addToReport(reporting, context, EMPTY_DRAFT);
  return begun === null ? null : { ...begun, session: { ...session, ...begun.session } };
}

/** The photos of an album come one by one: only the first gets an answer. */
async function inAlbum(
  reporting: ReportingServices,
  context: TurnContext,
  told: Draft | null,
  piece: Input,
): Promise<FeatureResult> {
  const { content } = context.inbound;
  const album = content.kind === "media" ? content.album : undefined;
  if (album === undefined) return tellOn(reporting, context, piece);
  if (album !== told?.album)
    return withAlbum(reporting, context, album, await tellOn(reporting, context, piece));
  const { draft, notes, session } = await gather(reporting, context, piece);
  const isWhole = notes.length === 0 && draft.lostMedia.length === told.lostMedia.length;
  return isWhole ? { replies: [], session } : tellOn(reporting, context, piece);
}

async function withAlbum(
  reporting: ReportingServices,
  context: TurnContext,
  album: string,
  result: FeatureResult,
): Promise<FeatureResult> {
  const session = { ...context.session, ...result.session };
  const draft = await toldLately(reporting, { ...context, session });
  if (draft === null) return result;
  return {
    ...result,
    session: { ...result.session, ...(await keepTold(reporting, context, { ...draft, album })) },
  };
}

const corrected = (text: string): Input => ({ kind: "text", text: `(sửa lại) ${text}` });

function withoutWords(input: Input): Input {
  if (input.kind !== "media") return input;
  const { caption: _, ...files } = input;
  return files;
}

/** The other features have an answer to these words: they aren't part of a story. */
function isAnswered({ utterance, reading: { incident, learned } }: TurnContext): boolean {
  const isAsked = chanceOf(learned.acts, "ask", "figures", "aid", "decline") > 0.5 && hasQuestion(utterance);
  return incident === null && (isAsked || chanceOf(learned.acts, "chat") > 0.5);
}

/** A wrong that isn't reported by chat, a secret, a command: nothing of it is kept. */
function isElsewhere({ reading: { incident, boundary }, utterance }: TurnContext): boolean {
  if (utterance.clean.startsWith("/") || boundary === "secretOffered") return true;
  return incident !== null && adviceOf(incident).ownWay === true;
}

/** True where this very message was gathered before its features were asked. */
export const isGathered = ({ inbound, session, now }: TurnContext): boolean =>
  inbound.content.kind === "media" && GATHERED.of(session)?.at === now;
