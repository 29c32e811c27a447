import { asksFor, saysNothingElse } from "../../../language/privacy/own/own-details.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import type { Session } from "../../../turn/session.ts";
import { GATHERED, REPORT } from "../citizen/citizen-session.ts";
import { toldLately } from "../citizen/gather.ts";
import { keepDraft, keepGathered, openDraft } from "../citizen/sealed-draft.ts";
import { askForFiles } from "../citizen/talk-files.ts";
import { placeToDuty, screenWords, type Words, wordsToDuty } from "../citizen/to-duty.ts";
import { answer, beginDraft, type Input } from "../dialogue/dialogue.ts";
import type { Draft } from "../dialogue/draft.ts";
import { HIDDEN, hideSecrets } from "../dialogue/protect.ts";
import { decided, undecided } from "../media/telling-files.ts";
import { messageKey } from "../message-key.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { NOTES } from "./danger-wording.ts";
import { betterPlace, type PlaceTold } from "./place-told.ts";

/** What was told of the danger: the open report, else what was told without one; null where nothing was. */
export const toldOf = async (reporting: ReportingServices, context: TurnContext): Promise<Draft | null> =>
  (await openDraft(reporting.ring, context.inbound, REPORT.of(context.session))) ??
  (await toldLately(reporting, context));

/** Joins a piece to what was told, sealed in the session; nothing is asked and nothing is sent. */
export async function keepTold(
  reporting: ReportingServices,
  context: TurnContext,
  input: Input,
  place: PlaceTold | undefined,
): Promise<Session> {
  const { ring, media } = reporting;
  const { inbound, now, session, reading } = context;
  const draft = await openDraft(ring, inbound, REPORT.of(session));
  const before = draft ?? (await toldLately(reporting, context)) ?? beginDraft("", now).draft;
  const next = joined(before, input, { place, now, reading });
  await media.hold(next.media, now);
  return draft === null
    ? GATHERED.with(await keepGathered(ring, inbound, next, now))
    : REPORT.with(await keepDraft(ring, inbound, next, now));
}

/** The step of the draft stays: in a danger its questions rest. */
function joined(
  draft: Draft,
  input: Input,
  { place, now, reading }: { readonly place: PlaceTold | undefined } & Pick<TurnContext, "now" | "reading">,
): Draft {
  const { step, done } = draft;
  const isOnlyPlace =
    place?.isFirm === true && draft.what !== undefined && place.where.words?.length === clean(input).length;
  const told = isOnlyPlace
    ? draft
    : answer({ ...draft, step: "summary" }, input, now, undefined, reading).draft;
  const where =
    place === undefined || input.kind === "location" ? told.where : betterPlace(draft.where, place);
  return { ...told, step, done, danger: true, ...(where !== undefined && { where }) };
}

const clean = (input: Input): string => (input.kind === "text" ? hideSecrets(input.text.trim()) : "");

/** What was said of a message to the desk. `lost`: the case was erased meanwhile. `held`: nothing else than who they are. */
export interface Relayed {
  readonly outcome: "relayed" | "lost" | "held";
  readonly asking?: FeatureResult;
}

/** Adds a message to the urgent case. A file that may tell of its maker is asked about first. */
export async function addToCase(
  reporting: ReportingServices,
  context: TurnContext,
  code: string,
  { input, place }: { readonly input: Input; readonly place: PlaceTold | undefined },
): Promise<Relayed> {
  const { inbound, now } = context;
  const text = wordsOf(input);
  const isPlace = place?.isFirm === true && input.kind === "text";
  const asked = await askedOf(reporting, context, code);
  const words: Words = {
    text,
    asked,
    danger: true,
    ...(isPlace && !asked.has("name") && { choices: placesPass(text, asked) }),
    lead: isPlace ? NOTES.place : "",
  };
  const safe = screenWords(words).text;
  if (safe !== text && saysNothingElse(safe, HIDDEN)) return { outcome: "held" };
  const files = input.kind === "media" ? input : { media: [], lost: [] };
  const { outcome } = await wordsToDuty(reporting.book, words, {
    code,
    reporter: { channel: inbound.channel, chat: inbound.chat },
    media: decided(files.media),
    lost: files.lost,
    at: now,
    key: messageKey(inbound),
  });
  if (outcome.kind !== "relayed") return { outcome: "lost" };
  if (place !== undefined) await ontoCard(reporting, context, code, place);
  await reporting.carry();
  const open = undecided(files.media);
  if (open.length === 0) return { outcome: "relayed" };
  return { outcome: "relayed", asking: await askForFiles(reporting, context, { code, open, lost: [] }) };
}

/** Those who go there look at the card. */
async function ontoCard(
  { book }: ReportingServices,
  { inbound, now }: TurnContext,
  code: string,
  { where, isFirm }: PlaceTold,
): Promise<void> {
  await placeToDuty(book, where, (before, told) => betterPlace(before, { where: told, isFirm }), {
    code,
    reporter: { channel: inbound.channel, chat: inbound.chat },
    at: now,
    key: `${messageKey(inbound)}/place`,
  });
}

/** A bare place looks like a name: as the answer to "ở đâu" it goes as it is. */
const placesPass = (text: string, asked: Words["asked"]) =>
  Object.fromEntries(
    screenWords({ text, asked, danger: true })
      .findings.filter(({ kind, words }) => kind === "name" && words === text.trim())
      .map(({ id }) => [id, "pass" as const]),
  );

/** What a handler's last question asked for, where this message answers it. */
async function askedOf(
  { book }: ReportingServices,
  { asked }: TurnContext,
  code: string,
): Promise<Words["asked"]> {
  if (asked?.code !== code) return new Set();
  const last = (await book.history(code)).filter(({ action }) => action === "told_reporter").at(-1);
  return new Set(asksFor(last?.text ?? ""));
}

function wordsOf(input: Input): string {
  switch (input.kind) {
    case "text":
      return input.text;
    case "location":
      return [input.label, `Vị trí: ${input.lat}, ${input.lng}`].filter(Boolean).join(" · ");
    case "media":
      return input.caption ?? "";
  }
}
