import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { merged, type Session } from "../../../turn/session.ts";
import { NOTHING_TO_SEND } from "../dialogue/dialogue-wording.ts";
import type { Draft } from "../dialogue/draft.ts";
import { proceed } from "../dialogue/steps.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { whatIsIn } from "./case-offer.ts";
import { alreadySent, waitedInVain } from "./case-wording.ts";
import { filedLately, GATHERED, HELD_ANSWER, PARKED, pauseForTold, toldUntil } from "./citizen-session.ts";
import { type Kept, keepTold } from "./gather.ts";
import { joinDrafts } from "./join-drafts.ts";
import { keep } from "./open-report.ts";
import { openGathered } from "./sealed-draft.ts";
import { DROPPED, JOINED, TOLD_EXPIRED } from "./told-wording.ts";
import type { ToldWish } from "./told-words.ts";
import { dropOldUnsent } from "./unsent.ts";

const NOTHING_PARKED: Session = PARKED.with(undefined);

/**
 * Does with what was told what its teller wishes.
 * @param wish "send": who wants it sent sees it as it would go, whatever is missing, so that the next "gửi" sends it
 * @param draft the open report, which what was told joins
 */
export async function doWithTold(
  reporting: ReportingServices,
  context: TurnContext,
  wish: ToldWish | "send",
  draft: Draft | null = null,
): Promise<FeatureResult> {
  const { inbound, session, now } = context;
  const { ring } = reporting;
  const kept = GATHERED.of(session) ?? PARKED.of(session);
  const parked =
    GATHERED.of(session) === undefined ? null : await openGathered(ring, inbound, PARKED.of(session));
  const told = await openGathered(ring, inbound, kept);
  if (kept === undefined || told === null)
    return draft === null ? nothingToSend(context) : keep(reporting, context, { draft, notes: [] });
  if (toldUntil(kept) <= now) {
    await reporting.media.drop(told.media, now);
    return { replies: [TOLD_EXPIRED], session: without(session, GATHERED) };
  }
  const all = parked === null ? told : joinDrafts(parked, told);
  const report = async (what: Draft, left: Session): Promise<FeatureResult> => {
    const alone = wish === "send" ? asShown(what) : asReport(what);
    const open = draft === null ? alone : proceed(joinDrafts(draft, what));
    const begun = await keep(reporting, context, { draft: open, notes: [] });
    return { ...begun, session: { ...begun.session, ...left } };
  };
  switch (wish) {
    case "send":
    case "report":
      return report(told, GATHERED.of(session) === undefined ? NOTHING_PARKED : {});
    case "before":
      return parked === null ? report(told, NOTHING_PARKED) : report(parked, PARKED.with(kept));
    case "both":
      return report(all, NOTHING_PARKED);
    case "join": {
      const left = { ...context, session: merged(session, NOTHING_PARKED) };
      return { replies: [JOINED], session: { ...NOTHING_PARKED, ...(await keepTold(reporting, left, all)) } };
    }
    case "drop":
      await reporting.media.drop(told.media, now);
      return {
        replies: [DROPPED],
        session: without(session, GATHERED.of(session) === undefined ? PARKED : GATHERED),
      };
  }
}

/** What is said where nothing waits to be sent: that it has gone, if it has. */
export function nothingToSend({ session, now }: Pick<TurnContext, "session" | "now">): FeatureResult {
  const code = filedLately(session, now);
  if (code === undefined) return { replies: [NOTHING_TO_SEND] };
  return { replies: [alreadySent(code, HELD_ANSWER.of(session) !== undefined)] };
}

/**
 * It was told before anything was asked: only the place is worth a question, and the time of what isn't going on. Where only
 * files came, what happened is asked.
 */
export function asReport(told: Draft): Draft {
  const done: Draft["done"] = told.danger ? ["when", "details"] : ["details"];
  const open: Draft = { ...told, step: "what", done, again: ["when"] };
  return told.what === undefined ? open : proceed(open);
}

/** Nothing more is asked: the summary says itself what is missing. */
function asShown(told: Draft): Draft {
  const open = asReport(told);
  return told.what === undefined ? open : { ...open, step: "summary", done: ["where", "when", "details"] };
}

function without(session: Session, ...slices: readonly (typeof GATHERED)[]): Session {
  const gone: Session = Object.assign({}, ...slices.map((slice) => slice.with(undefined)));
  return { ...gone, ...pauseForTold(merged(session, gone)) };
}

/** After a pause: what was told a day ago goes, with its files; of what waited for a tap it is said. */
export async function dropOldTold({ ring, media }: Kept, context: TurnContext): Promise<FeatureResult> {
  const { inbound, session, now } = context;
  const old = [GATHERED, PARKED].filter((slice) => {
    const kept = slice.of(session);
    return kept !== undefined && toldUntil(kept) <= now;
  });
  for (const slice of old)
    await media.drop((await openGathered(ring, inbound, slice.of(session)))?.media ?? [], now);
  const unsent = await dropOldUnsent({ ring, media }, context);
  const left = merged(session, unsent?.session);
  const changes = { ...unsent?.session, ...without(left, ...old) };
  if (unsent === null) return { replies: [], outcome: "ignored", session: changes };
  return { replies: [waitedInVain(whatIsIn(unsent.gone))], session: changes };
}
