import { errorCode } from "../../../../platform/errors.ts";
import { logEvent } from "../../../../platform/log.ts";
import { MINUTE } from "../../../../platform/time.ts";
import { type Call, type ChainName, type DueStep, stepsDue } from "../../alarm/alarm-steps.ts";
import { type Ring, ringsOf } from "../../alarm/rings.ts";
import { alarmKey, type WaitingCase } from "../../book/case-alarms.ts";
import type { CaseSummary } from "../../case.ts";
import type { ReportingServices } from "../../reporting-services.ts";
import { DRILL, privateAlarm } from "./alarm-wording.ts";
import { callOrder } from "./call-order.ts";
import { ownerNow } from "./owner.ts";

type Alarming = Pick<
  ReportingServices,
  "book" | "alarms" | "officials" | "tell" | "tellSupervisors" | "carry" | "dutyChat" | "routes"
>;

/**
 * Calls for a handler of each urgent case by itself, as far as its clock has come. For each minute's cron: what was called
 * is stored after it was said, and everything said has a key, so that it can be repeated. Never throws.
 * @param now milliseconds since the epoch
 */
export async function raiseAlarms(reporting: Alarming, now: number): Promise<void> {
  await safely("alarms", async () => {
    const waiting = await reporting.book.urgentWaiting();
    const done = {
      accept: await reporting.alarms.doneOf("accept"),
      begin: await reporting.alarms.doneOf("begin"),
    };
    const untaken = waiting.filter(({ state }) => state === "received");
    const rings = await inTheirGroups(reporting, ringsOf(untaken));
    const begin = waiting.filter(({ state }) => state !== "received").map((lead) => ({ lead, others: [] }));
    const all = [
      ...rings.map((ring) => ({ chain: "accept" as const, ...ring })),
      ...begin.map((ring) => ({ chain: "begin" as const, ...ring })),
    ];
    for (const { chain, lead, others } of all) {
      const dueOf = ({ code, changedAt }: CaseSummary) =>
        stepsDue(chain, changedAt, done[chain].get(code) ?? 0, now);
      for (const step of dueOf(lead))
        await safely("alarm", () => raise(reporting, lead, { chain, step, others, now }));
      // Named with the first, they don't ring again when somebody takes that one.
      for (const { code, n } of others.flatMap((one) => dueOf(one).map(({ n }) => ({ code: one.code, n }))))
        await safely("alarm", () => reporting.alarms.setDone(code, chain, n));
    }
    if (waiting.length > 0) await reporting.carry();
  });
  await safely("drill", () => tendDrill(reporting, now));
}

interface Raised {
  readonly chain: ChainName;
  readonly step: DueStep;
  /** Of the same chat, named with it. */
  readonly others: readonly CaseSummary[];
  readonly now: number;
}

/** No group rings for another's case: a ring of several is one for each group. */
async function inTheirGroups(
  { book, routes }: Alarming,
  rings: readonly Ring<WaitingCase>[],
): Promise<readonly Ring<WaitingCase>[]> {
  if (routes === undefined || routes.others.length === 0) return rings;
  const split = rings.map(async ({ lead, others }) => {
    if (others.length === 0) return [{ lead, others }];
    const placed = await Promise.all(
      [lead, ...others].map(async (one) => ({
        one,
        group: await routes.groupFor(await book.communeOf(one.code)),
      })),
    );
    return [...Map.groupBy(placed, ({ group }) => group).values()].flatMap(([first, ...rest]) =>
      first === undefined ? [] : [{ lead: first.one, others: rest.map(({ one }) => one) }],
    );
  });
  return (await Promise.all(split)).flat();
}

async function raise(
  reporting: Alarming,
  one: CaseSummary,
  { chain, step: { n, calls }, others: named, now }: Raised,
): Promise<void> {
  const minutes = Math.floor((now - one.changedAt) / MINUTE);
  const { code, version } = one;
  const key = alarmKey({ code, version, chain, n });
  const others = named.map(({ code }) => code);
  const say = privateAlarm(chain, one, minutes, others);
  const owner = calls.includes("owner") ? await ownerNow(reporting, one.code) : null;
  const people = await peopleFor(reporting, calls, owner, now);
  const missed = await callEach(people.each, (person) => reporting.tell(person, key, say));
  if (people.supervisors || missed > 0) await reporting.tellSupervisors(key, say);
  logEvent("case_alarm", { chain, step: n });
  await reporting.book.alarm({ code, version, chain, n, calls, minutes, at: now, others });
}

/** How many couldn't be called: one broken chat keeps neither the group nor the citizen waiting. */
async function callEach(people: readonly string[], call: (person: string) => Promise<void>): Promise<number> {
  let missed = 0;
  for (const person of people)
    await call(person).catch((error: unknown) => {
      missed += 1;
      logEvent("alarm_failed", { step: "call", code: errorCode(error) });
    });
  return missed;
}

/** A step that finds nobody calls the supervisors: it is never silent. */
async function peopleFor(
  { alarms, officials }: Alarming,
  calls: readonly Call[],
  owner: string | null,
  now: number,
): Promise<{ readonly each: readonly string[]; readonly supervisors: boolean }> {
  const isInOrder = calls.includes("onDuty") || calls.includes("next");
  const order = isInOrder ? await callOrder(alarms, officials, now) : [];
  const wanted = calls.flatMap((call): (string | null)[] => {
    if (call === "onDuty") return [order[0] ?? null];
    if (call === "next") return [order[1] ?? null];
    return call === "owner" ? [owner] : [];
  });
  const each = [...new Set(wanted.filter((id) => id !== null))];
  return { each, supervisors: calls.includes("supervisors") || each.length < wanted.length };
}

/** The same chain where there is no case: the group, the people and the supervisors, each with "DIỄN TẬP" before it. */
async function tendDrill(reporting: Alarming, now: number): Promise<void> {
  const { alarms, dutyChat, tell, tellSupervisors } = reporting;
  const drill = await alarms.drill();
  if (drill === null || dutyChat === undefined) return;
  const minutes = Math.floor((now - drill.begunAt) / MINUTE);
  for (const { n, calls } of stepsDue("accept", drill.begunAt, drill.done, now)) {
    const key = `drill:${drill.id}:${n}`;
    if (calls.includes("group")) await tell(dutyChat, key, DRILL.called(drill.id, minutes));
    const people = await peopleFor(reporting, calls, null, now);
    const missed = await callEach(people.each, (person) => tell(person, key, DRILL.calledInPrivate(minutes)));
    if (people.supervisors || missed > 0) await tellSupervisors(key, DRILL.calledInPrivate(minutes));
    await alarms.setDrillDone(drill.id, n);
  }
}

async function safely(step: string, work: () => Promise<void>): Promise<void> {
  await work().catch((error: unknown) => logEvent("alarm_failed", { step, code: errorCode(error) }));
}
