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
const SURE = /^(\d{1,16}) dong y$/u;

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
  return {
    blocks: [
      strong(SHIFT.head),
      ...parts.flatMap(([id, theirs]) => part(nameOf(id, theirs, present), theirs, now)),
      ...(soon.length === 0 ? [] : [strong(SHIFT.due(soon.length)), list(...lines(soon, now))]),
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

function lines(cases: readonly CaseSummary[], now: number): string[] {
  const rest = cases.length - NAMED;
  return [
    ...cases.slice(0, NAMED).map((one) => caseLine(one, now, { shift: true })),
    ...(rest > 0 ? [SHIFT.more(rest)] : []),
  ];
}

async function handOver(
  reporting: ReportingServices,
  context: TurnContext,
  handler: OfficialActor,
  argument: string,
): Promise<FeatureResult> {
  const { book, carry, tell } = reporting;
  const { inbound, now } = context;
  const [, sure] = SURE.exec(argument) ?? [];
  const [to, ...more] = await handlersNamed(reporting, sure ?? argument);
  if (to === undefined || to.id === handler.id) return { replies: [ASSIGN.noOne] };
  const { cases } = await book.find({
    group: "all",
    open: true,
    owner: { id: handler.id },
    now,
    limit: MOST_CASES,
  });
  const key = messageKey(inbound);
  if (cases.length === 0 && sure === undefined) return { replies: [SHIFT.none] };
  if (sure === undefined || more.length > 0) return { replies: [ask([to, ...more], cases.length)] };
  for (const { code } of cases)
    await book.desk({ code, act: { kind: "assign", to }, actor: handler, at: now, key: `${key}:${code}` });
  await carry();
  await tell(to.id, `shift:${key}`, SHIFT.received(cases.length, handler.label));
  return { replies: [SHIFT.done(cases.length, to.label)] };
}

const ask = (to: readonly Handler[], n: number): Reply => ({
  blocks: to.map(({ label }) => text(SHIFT.ask(n, label))),
  buttons: to.map(({ id, label }) => ({
    label: to.length === 1 ? SHIFT.yes : label,
    payload: `/giaoca ${id} dong y`,
  })),
});
