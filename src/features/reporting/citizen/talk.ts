import { HOUR, MINUTE } from "../../../platform/time.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { NO_IDENTITY_PAPERS, noteBlocks } from "../dialogue/dialogue-wording.ts";
import { offersIdentityPaper, protectReporter } from "../dialogue/protect.ts";
import { decided, undecided } from "../media/telling-files.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { TALK_ALBUM, TALK_CLOSED, TALKED_AT } from "./citizen-session.ts";
import { ASK_ASSISTANT, BACK_TO_ASSISTANT, CANT_PASS_ON, passedOn } from "./citizen-wording.ts";
import { askForFiles } from "./talk-files.ts";

/** How long an answer to a handler's question may take; then, how long further messages go to them too. */
const WAIT_FOR_ANSWER = 48 * HOUR;
const GOES_ON_FOR = 10 * MINUTE;

/**
 * The citizen's messages to the handlers: a reply to a message about the report, or what follows a handler's question.
 * Commands and taps go to the assistant.
 */
export async function answerToDuty(
  reporting: ReportingServices,
  context: TurnContext,
): Promise<FeatureResult | null> {
  const { inbound, session, now, utterance } = context;
  const { content } = inbound;
  if (utterance.clean.toLowerCase() === ASK_ASSISTANT.payload)
    return { replies: [BACK_TO_ASSISTANT], session: { ...TALKED_AT.with(0), ...TALK_CLOSED.with(now) } };
  const code = context.about ?? askedAbout(context);
  if (code === undefined || !SAID.has(content.kind)) return null;
  if (content.kind === "text" && (content.tapped === true || content.text.trim().startsWith("/")))
    return null;
  if (content.kind === "media" && offersIdentityPaper(content.caption ?? ""))
    return { replies: [NO_IDENTITY_PAPERS] };
  const { text, hid } = protectReporter(wordsOf(context));
  const reporter = { channel: inbound.channel, chat: inbound.chat };
  // A file for a case that isn't theirs, or not any more, isn't even fetched.
  const { media, lost } = (await reporting.book.isReporter(code, reporter))
    ? await reporting.media.keepAll(inbound, { by: "citizen", now })
    : { media: [], lost: [] };
  const open = undecided(media);
  if (text === "" && media.length === open.length && media.length + lost.length > 0)
    return askForFiles(reporting, context, { code, open, lost });
  const going = decided(media);
  const outcome = await reporting.book.relayToDuty({
    code,
    reporter,
    text,
    media: going,
    at: now,
    key: `${inbound.channel}:${inbound.chat}:${inbound.key}`,
  });
  if (outcome.kind !== "relayed") await reporting.media.drop(media, now);
  if (outcome.kind === "unknown") return null;
  if (outcome.kind === "no_reporter") return { replies: [CANT_PASS_ON] };
  await reporting.carry();
  const album = content.kind === "media" ? content.album : undefined;
  const reply = passedOn(code);
  const notes = noteBlocks(
    [...hid].map((what) => (what === "identity" ? "identity_hidden" : "secret_hidden")),
  );
  const asking = await askForFiles(reporting, context, { code, open, lost });
  return {
    replies: [
      ...(album !== undefined && album === TALK_ALBUM.of(session)
        ? []
        : [{ ...reply, blocks: [...notes, ...reply.blocks] }]),
      ...asking.replies,
    ],
    session: { ...asking.session, ...TALKED_AT.with(now), ...TALK_ALBUM.with(album) },
  };
}

const SAID: ReadonlySet<string> = new Set(["text", "edited", "media", "location"]);

/** The report that a handler asked about and that the citizen is still writing about. */
function askedAbout({ asked, session, now }: TurnContext): string | undefined {
  if (asked === undefined) return undefined;
  if ((TALK_CLOSED.of(session) ?? 0) > asked.at) return undefined;
  const talkedAt = TALKED_AT.of(session) ?? 0;
  const until = talkedAt > asked.at ? talkedAt + GOES_ON_FOR : asked.at + WAIT_FOR_ANSWER;
  return now < until ? asked.code : undefined;
}

function wordsOf({ inbound: { content } }: TurnContext): string {
  switch (content.kind) {
    case "text":
      return content.text;
    case "edited":
      return `(sửa lại) ${content.text}`;
    case "media":
      return content.caption ?? "";
    case "location":
      return [content.label, `Vị trí: ${content.lat}, ${content.lng}`].filter(Boolean).join(" · ");
    default:
      return "";
  }
}
