import { type Block, beforeSources, strong } from "../../../messaging/reply.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { callLine, nextStep } from "../../emergency/next/next-step.ts";
import { DANGER_OPEN_FOR, OPEN_DANGER, type OpenDanger } from "../../emergency/open-danger.ts";
import { FILED, NO_REPORT } from "../citizen/citizen-session.ts";
import { submit } from "../citizen/submit-report.ts";
import { askForFiles } from "../citizen/talk-files.ts";
import { wordsToDuty } from "../citizen/to-duty.ts";
import { choose } from "../dialogue/dialogue.ts";
import type { Draft } from "../dialogue/draft.ts";
import { screenDraft } from "../dialogue/screen-draft.ts";
import { undecided } from "../media/telling-files.ts";
import { messageKey } from "../message-key.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { isClosed } from "../workflow/workflow.ts";
import { DONT_PASS, NOTES, passedBlocks } from "./danger-wording.ts";
import { toldOf } from "./keep-told.ts";
import { canBeFound } from "./place-told.ts";

interface How {
  readonly asSeen?: boolean;
  readonly step?: readonly Block[] | undefined;
}

/**
 * Makes the urgent case of all that was told, or adds it to the case that there is: one danger makes one case. A place and a
 * number to call back go as told: help must find them.
 * @param how asSeen: the person saw the summary and sent it, so what is hidden there stays hidden; step: what to do meanwhile
 */
export async function passOn(
  reporting: ReportingServices,
  context: TurnContext,
  danger: OpenDanger,
  { asSeen = false, step = [strong(callLine(danger, "byOthers"))] }: How = {},
): Promise<FeatureResult> {
  const { held: _, asked: __, ...rest } = danger;
  const told = await toldOf(reporting, context);
  if (told === null)
    return { replies: [{ blocks: nextStep(danger, "pass") }], session: OPEN_DANGER.with(rest) };
  const open = undecided(told.media);
  const going = { ...told, danger: true, media: told.media.filter((file) => !open.includes(file)) };
  const ready = asSeen ? going : withPlaces(going);
  const known = danger.code ?? (await filedJustNow(reporting, context));
  const done =
    known === undefined
      ? await submit(reporting, context, ready)
      : await addAll(reporting, context, known, ready);
  const code = FILED.of(done.session ?? {})?.code;
  if (code === undefined) return done;
  const asking = open.length === 0 ? null : await askForFiles(reporting, context, { code, open, lost: [] });
  const passed = passedBlocks(code, {
    hasPlace: canBeFound(told.where),
    isSilent: danger.silent === true,
    numbers: numbersIn(ready),
  });
  const blocks = beforeSources(step, ...passed);
  return {
    ...done,
    replies: [{ blocks, buttons: [DONT_PASS], about: code }, ...(asking?.replies ?? [])],
    session: { ...done.session, ...asking?.session, ...OPEN_DANGER.with({ ...rest, code }) },
  };
}

const HELP_FINDS: ReadonlySet<string> = new Set(["address", "phone"]);

const withPlaces = (draft: Draft): Draft =>
  choose(
    draft,
    "pass",
    screenDraft(draft).findings.filter(({ kind, shown }) => shown === "hidden" && HELP_FINDS.has(kind)),
  );

/** The numbers to call back that go as told. */
const numbersIn = (draft: Draft): string[] =>
  screenDraft(draft)
    .findings.filter(({ kind, shown }) => kind === "phone" && shown !== "hidden")
    .map(({ words }) => words);

/** The urgent case that this chat sent within the same half hour. */
async function filedJustNow(
  { book }: ReportingServices,
  { session, now }: TurnContext,
): Promise<string | undefined> {
  const filed = FILED.of(session);
  if (filed === undefined || now - filed.at >= DANGER_OPEN_FOR) return undefined;
  const report = await book.get(filed.code);
  return report?.lane === "urgent" && !isClosed(report.state) ? filed.code : undefined;
}

/** All that was told since, into the case that there is. Where it was erased meanwhile, a new one is made. */
async function addAll(
  reporting: ReportingServices,
  context: TurnContext,
  code: string,
  told: Draft,
): Promise<FeatureResult> {
  const { content } = screenDraft(told);
  const { inbound, now } = context;
  const place = content.where?.words ?? "";
  const point = content.where?.lat === undefined ? "" : `Vị trí: ${content.where.lat}, ${content.where.lng}`;
  const where = [place, point].filter(Boolean).join(" · ");
  const { outcome } = await wordsToDuty(
    reporting.book,
    {
      text: content.what,
      asked: new Set(),
      danger: true,
      lead: `${NOTES.givenAgain}${where === "" ? "" : `${NOTES.place}${where}. `}`,
    },
    {
      code,
      reporter: { channel: inbound.channel, chat: inbound.chat },
      media: content.media,
      at: now,
      key: messageKey(inbound),
    },
  );
  if (outcome.kind !== "relayed") return submit(reporting, context, told);
  await reporting.carry();
  return { replies: [], session: { ...NO_REPORT, ...FILED.with({ code, at: now }) } };
}

/** The desk hears in our words that the person takes it back, or that all is well. */
export async function tellDesk(
  { book, carry }: ReportingServices,
  { inbound, now }: TurnContext,
  code: string,
  lead: string,
  text = "",
): Promise<void> {
  await wordsToDuty(
    book,
    { text, asked: new Set(), danger: true, lead },
    {
      code,
      reporter: { channel: inbound.channel, chat: inbound.chat },
      media: [],
      at: now,
      key: messageKey(inbound),
    },
  );
  await carry();
}
