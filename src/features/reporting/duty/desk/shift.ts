import { type Block, list, type Reply, strong, text } from "../../../../messaging/reply.ts";
import { HOUR } from "../../../../platform/time.ts";
import type { FeatureResult, TurnContext } from "../../../../turn/feature.ts";
import type { CaseSummary, OfficialActor } from "../../case.ts";
import { messageKey } from "../../message-key.ts";
import type { ReportingServices } from "../../reporting-services.ts";
import { caseLine } from "./case-list.ts";
import { ASSIGN, SHIFT } from "./desk-wording.ts";
import { type Handler, handlersNamed, handlersOf } from "./handlers.ts";

const SOON = 12 * HOUR;
/** So many cases of one person are named; the others are counted. */
const NAMED = 6;
const MOST_CASES = 200;
/** Who takes, and who gives: either may tap. */
const SURE = /^(\d{1,16}) dong y(?: (\d{1,16}))?$/u;
const SHIFT_HOURS = 12;

/** "/giaoca": who has what, and what is due; "/giaoca tên": all of one's own to somebody else, after one more tap. */
export async function shift(
  reporting: ReportingServices,
  context: TurnContext,
  handler: OfficialActor,
  argument: string,
): Promise<FeatureResult> {
  if (argument === "") return { replies: [await overview(reporting, context)] };
  if (!context.inbound.isPrivate) return handOver(reporting, context, handler, argument);
  return { replies: [await overview(reporting, context)] };
}

async function overview(reporting: ReportingServices, { inbound, now }: TurnContext): Promise<Reply> {
  const communes = inbound.isPrivate
    ? undefined
    : ((await reporting.routes?.communesOf(inbound.chat)) ?? undefined);
  const { cases } = await reporting.book.find({
    group: "all",
    open: true,
    ...(communes !== undefined && { communes }),
    now,
    limit: MOST_CASES,
  });
  if (cases.length === 0) return SHIFT.nothing;
  const present = new Set((await handlersOf(reporting)).map(({ id }) => id));
  const byOwner = Map.groupBy(cases, ({ desk }) => desk?.owner?.id ?? "");
  const parts = [...byOwner].sort(([a], [b]) => Number(a !== "") - Number(b !== ""));
  const soon = cases.filter(
    ({ dueAt, desk }) => desk?.waitingSince === undefined && dueAt >= now && dueAt < now + SOON,
  );
  const known = async (some: readonly CaseSummary[]) =>
    inbound.isPrivate ? some : remembered(reporting, some);
  const listed = await Promise.all(
    parts.map(async ([id, theirs]) => part(nameOf(id, theirs, present), await known(theirs), now)),
  );
  return {
    blocks: [
      strong(SHIFT.head),
      ...listed.flat(),
      ...(soon.length === 0 ? [] : [strong(SHIFT.due(soon.length)), list(...lines(await known(soon), now))]),
      text(SHIFT.hint),
    ],
    protect: true,
  };
}

function nameOf(id: string, [first]: readonly CaseSummary[], present: ReadonlySet<string>): string {
  if (id === "") return SHIFT.nobody;
  const label = first?.desk?.owner?.label ?? "";
  return present.has(id) ? label : SHIFT.revoked(label);
}

const part = (who: string, cases: readonly CaseSummary[], now: number): Block[] => [
  strong(SHIFT.of(who, cases.length)),
  list(...lines(cases, now)),
];

/** The cases, those that are named with what each is remembered by. */
const remembered = async (
  { book }: ReportingServices,
  cases: readonly CaseSummary[],
): Promise<readonly CaseSummary[]> => [
  ...(await book.withGists(cases.slice(0, NAMED))),
  ...cases.slice(NAMED),
];

function lines(cases: readonly CaseSummary[], now: number): string[] {
  const rest = cases.length - NAMED;
  return [...cases.slice(0, NAMED).map((one) => caseLine(one, now)), ...(rest > 0 ? [SHIFT.more(rest)] : [])];
}

async function handOver(
  reporting: ReportingServices,
  context: TurnContext,
  handler: OfficialActor,
  argument: string,
): Promise<FeatureResult> {
  const { now } = context;
  const [, sure, giver = handler.id] = SURE.exec(argument) ?? [];
  const [to, ...more] = await handlersNamed(reporting, sure ?? argument);
  if (to === undefined || to.id === giver) return { replies: [ASSIGN.noOne] };
  const cases = await heldBy(reporting, giver, now);
  const [first] = cases;
  if (sure !== undefined) return settle(reporting, context, handler, { giver, to, cases });
  if (first === undefined) return { replies: [SHIFT.none] };
  return { replies: [ask(handler, [to, ...more], await remembered(reporting, cases), now)] };
}

/** Who gives or who takes may tap, once: what the giver has at that moment goes, and calls go to who takes. */
async function settle(
  { book, carry, tell, alarms }: ReportingServices,
  { inbound, now }: TurnContext,
  handler: OfficialActor,
  {
    giver,
    to,
    cases,
  }: { readonly giver: string; readonly to: Handler; readonly cases: readonly CaseSummary[] },
): Promise<FeatureResult> {
  if (handler.role !== "supervisor" && handler.id !== giver && handler.id !== to.id)
    return { replies: [SHIFT.notTheirs] };
  const key = messageKey(inbound);
  const from = cases[0]?.desk?.owner?.label ?? handler.label;
  const actor = handler.id === giver ? handler : { ...handler, label: SHIFT.by(handler.label, from) };
  for (const { code } of cases)
    await book.desk({ code, act: { kind: "assign", to }, actor, at: now, key: `${key}:${code}` });
  await carry();
  const held = (await alarms.onShift(now)).find(({ telegramId }) => telegramId === giver);
  if (held !== undefined) {
    await alarms.leaveShift(giver);
    await alarms.takeShift(to.id, now, now + SHIFT_HOURS * HOUR);
  }
  await tell(to.id, `shift:${key}`, SHIFT.received(cases.length, from));
  if (handler.id !== giver) await tell(giver, `shift-left:${key}`, SHIFT.left(cases.length, to.label));
  return { replies: [SHIFT.done(cases.length, from, to.label)] };
}

const heldBy = async (
  { book }: ReportingServices,
  id: string,
  now: number,
): Promise<readonly CaseSummary[]> =>
  (await book.find({ group: "all", open: true, owner: { id }, now, limit: MOST_CASES })).cases;

/** What goes is listed: the urgent first, what is left of each one's time, and the last note. */
const ask = (
  { id: giver, label }: OfficialActor,
  to: readonly Handler[],
  cases: readonly CaseSummary[],
  now: number,
): Reply => ({
  blocks: [...to.map((one) => text(SHIFT.ask(cases.length, label, one.label))), list(...lines(cases, now))],
  buttons: to.map((one) => ({
    label: to.length === 1 ? SHIFT.yes : one.label,
    payload: `/giaoca ${one.id} dong y ${giver}`,
  })),
});

/** "Nhận ca": to be called first, or to take all of somebody's cases. */
export async function takeOver(
  { book, routes }: ReportingServices,
  { inbound, now }: TurnContext,
  { id }: OfficialActor,
): Promise<Reply> {
  const communes = (await routes?.communesOf(inbound.chat)) ?? undefined;
  const { cases } = await book.find({
    group: "all",
    open: true,
    ...(communes !== undefined && { communes }),
    now,
    limit: MOST_CASES,
  });
  const owners = Map.groupBy(
    cases.flatMap(({ desk }) => desk?.owner ?? []),
    (owner) => owner.id,
  );
  owners.delete(id);
  return {
    blocks: [text(SHIFT.takeOver)],
    buttons: [
      { label: SHIFT.onDuty, payload: "/ca nhan" },
      ...[...owners].map(([from, [owner, ...others]]) => ({
        label: SHIFT.takeAll(others.length + 1, owner?.label ?? ""),
        payload: `/giaoca ${id} dong y ${from}`,
      })),
    ],
  };
}
