import { fold } from "../../../language/fold.ts";
import { type Button, list, type Reply, text } from "../../../messaging/reply.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import type { CaseSummary, OfficialActor } from "../case.ts";
import { categoryName } from "../category-names.ts";
import type { ReportState } from "../report.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { caseLine } from "./desk/case-list.ts";
import { LIST, PLAIN } from "./desk/desk-wording.ts";
import { findLoosely } from "./desk/find-loosely.ts";
import { type Handler, handlersIn } from "./desk/handlers.ts";
import type { ListQuery } from "./desk/list-query.ts";
import { type Plain, type PlainAsk, readPlain } from "./desk/read-plain.ts";
import { shift, takeOver } from "./desk/shift.ts";
import { instead, slipFor } from "./desk/slips.ts";
import { listCases } from "./look-up.ts";

/** So many cases are offered where the words don't say which. */
const OFFERED = 5;
const LOOKED_AT = 50;

type Shown = Extract<PlainAsk, "mine" | "due" | "overdue" | "new" | "who" | "find" | "handOver" | "takeOver">;
type Act = Exclude<PlainAsk, Shown>;
/** What a button of the card does: no command does it. */
type Move = Extract<Act, ReportState>;

/** What the command of an act is called: a tap types it. */
const COMMANDS: Readonly<Record<Exclude<Act, Move>, string>> = {
  take: "/giao",
  assign: "/giao",
  wait: "/cho",
  snooze: "/hen",
  resume: "/tieptuc",
};
/** Of these nothing is said where no case has the words: colleagues talk like that too. */
const MOVES: ReadonlySet<string> = new Set<Move>(["duplicate", "forwarded", "resolved"]);
const isMove = (ask: PlainAsk): ask is Move => MOVES.has(ask);

const QUERIES: Readonly<Partial<Record<PlainAsk, Omit<ListQuery, "page">>>> = {
  mine: { group: "open", whose: "mine" },
  overdue: { group: "overdue" },
  new: { group: "new" },
};

/**
 * Plain words of a handler, in the duty group or in private: a list is shown, an act is offered as a tap. Null where the words
 * are for colleagues; in private also where they would act, or may be of a report of one's own.
 */
export async function takePlain(
  reporting: ReportingServices,
  context: TurnContext,
  handler: OfficialActor,
  plain: Plain,
): Promise<FeatureResult | null> {
  const { inbound } = context;
  const query = QUERIES[plain.ask];
  if (query !== undefined) return listCases(reporting, context, handler, { ...query, page: 1 });
  if (plain.ask === "due") return shift(reporting, context, handler, "");
  if (inbound.isPrivate) return null;
  switch (plain.ask) {
    case "takeOver":
      return { replies: [await takeOver(reporting, context, handler)] };
    case "handOver": {
      const [to] = await handlersIn(reporting, plain.folded, handler.id);
      return shift(reporting, context, handler, to?.id ?? "");
    }
    case "who":
    case "find":
      return found(reporting, context, handler, plain);
    default:
      return offer(reporting, context, handler, plain as Plain & { readonly ask: Act });
  }
}

async function found(
  reporting: ReportingServices,
  context: TurnContext,
  handler: OfficialActor,
  { ask, about }: Plain,
): Promise<FeatureResult | null> {
  if (about === "" && ask === "find") return null;
  // Whose a case is, the open ones say too, where its words are hidden on the card.
  const isOpen =
    about === "" || (ask === "who" && (await casesMeant(reporting, context, handler, about)).length === 0);
  const query = isOpen ? { group: "open" as const } : { group: "all" as const, words: about };
  return listCases(reporting, context, handler, { ...query, page: 1 });
}

/** The taps that would do what was said: for the case that its words name, else for those that are likely meant. */
async function offer(
  reporting: ReportingServices,
  context: TurnContext,
  handler: OfficialActor,
  plain: Plain & { readonly ask: Act },
): Promise<FeatureResult | null> {
  const people = plain.ask === "assign" ? await handlersIn(reporting, plain.folded, handler.id) : [];
  const about = withoutNames(plain.about, people);
  const cases = await casesMeant(reporting, context, handler, about);
  if (cases.length === 0)
    return about === "" || isMove(plain.ask) ? null : { replies: [LIST.none(LIST.with(about))] };
  const [only, ...more] = cases;
  if (isMove(plain.ask)) {
    if (about === "") return null;
    const report = only === undefined || more.length > 0 ? null : await reporting.book.get(only.code);
    if (report !== null) return { replies: [instead(report, { code: report.code, to: plain.ask }, handler)] };
  }
  return { replies: [taps(plain, await reporting.book.withGists(cases), people, context.now)] };
}

/** For a reply to a card, which is a message to the reporter first: the taps that may be meant instead. */
export async function meantInstead(
  reporting: ReportingServices,
  { now }: TurnContext,
  handler: OfficialActor,
  code: string,
  typed: string,
): Promise<readonly Button[]> {
  const plain = readPlain(typed, now);
  if (plain === null || !(isMove(plain.ask) || Object.hasOwn(COMMANDS, plain.ask))) return [];
  const act = plain as Plain & { readonly ask: Act };
  const people = act.ask === "assign" ? await handlersIn(reporting, act.folded, handler.id) : [];
  return buttonsFor(act, code, people).map((button) => ({ ...button, label: PLAIN.rather(button.label) }));
}

function taps(
  plain: Plain & { readonly ask: Act },
  cases: readonly CaseSummary[],
  people: readonly Handler[],
  now: number,
): Reply {
  const [only, ...more] = cases;
  const isOne = only !== undefined && more.length === 0;
  return {
    blocks: [text(PLAIN.which(isOne)), list(...cases.map((one) => caseLine(one, now)))],
    buttons: cases.flatMap((one) =>
      buttonsFor(plain, one.code, people).map(({ label, payload }) => ({
        label: isOne ? label : `${label} · ${one.code} · ${categoryName(one.category)}`,
        payload,
      })),
    ),
    ...(isOne && { about: only.code }),
  };
}

function buttonsFor(
  { ask, until }: Plain & { readonly ask: Act },
  code: string,
  people: readonly Handler[],
): Button[] {
  if (isMove(ask)) return [{ label: PLAIN.act[ask](), payload: slipFor(ask, code) }];
  const typed = `${COMMANDS[ask]} ${code}`;
  if (ask === "take") return [{ label: PLAIN.take, payload: `${typed} toi` }];
  if (ask !== "assign")
    return [{ label: PLAIN.act[ask](until ?? ""), payload: `${typed} ${until ?? ""}`.trim() }];
  if (people.length === 0) return [{ label: PLAIN.assign, payload: typed }];
  return people.map(({ id, label }) => ({ label: PLAIN.to(label), payload: `${typed} ${id}` }));
}

async function casesMeant(
  { book, routes }: ReportingServices,
  { inbound, now }: TurnContext,
  { id }: OfficialActor,
  about: string,
): Promise<readonly CaseSummary[]> {
  const communes = (await routes?.communesOf(inbound.chat)) ?? undefined;
  const query = {
    group: "all",
    open: true,
    now,
    ...(communes !== undefined && { communes }),
  } as const;
  if (about !== "") return (await findLoosely(book, { ...query, words: about, limit: OFFERED })).cases;
  const own = await book.find({ ...query, owner: { id }, limit: LOOKED_AT });
  const { cases } = own.total > 0 ? own : await book.find({ ...query, limit: OFFERED });
  return (own.total > 0 ? cases.toSorted((a, b) => b.lastEventAt - a.lastEventAt) : cases).slice(0, OFFERED);
}

/** The words of the case, without those that name a colleague. */
function withoutNames(about: string, people: readonly Handler[]): string {
  const names = new Set(people.flatMap(({ label }) => fold(label).split(" ")));
  return about
    .split(" ")
    .filter((word) => !names.has(word))
    .join(" ");
}
