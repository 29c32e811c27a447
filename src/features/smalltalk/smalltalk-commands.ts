import { isMadeOf, PatternBook } from "../../language/pattern-book.ts";
import type { Reply } from "../../messaging/reply.ts";
import { readMessage } from "../../reading/read-message.ts";
import type { Feature, FeatureResult, TurnContext } from "../../turn/feature.ts";
import { adviceFor } from "../incidents/incidents-feature.ts";
import { LOOKUP_CLOSED, REPORTING_CLOSED } from "../incidents/incidents-wording.ts";
import type { Officials } from "../officials/directory.ts";
import { helpOf } from "../officials/officials-wording.ts";
import { GREETED } from "./greeted.ts";
import { COMMAND_WORDS, FILLERS } from "./smalltalk-lexicon.ts";
import {
  ERASURE,
  HELP,
  HELP_WITH_REPORTS,
  type PrivacyFacts,
  privacy,
  UNKNOWN_COMMAND,
  WELCOME,
} from "./smalltalk-wording.ts";

const SLASH = /^\/([a-z0-9_]+)(?:@\w+)?(?:\s+(.*))?$/isu;

/** Where reports are taken by message, their own commands don't come here. */
type Command = (argument: string, facts: PrivacyFacts) => Reply;

/** The answer to each command; the argument is the text after it. */
const COMMANDS: Readonly<Record<string, Command>> = {
  "/start": () => WELCOME,
  "/help": helpFor,
  "/menu": helpFor,
  "/quyenriengtu": (_, facts) => privacy(facts),
  "/baocao": report,
  "/tracuu": () => LOOKUP_CLOSED,
  "/tincuatoi": () => LOOKUP_CLOSED,
  "/bienlai": () => LOOKUP_CLOSED,
  "/xacminh": () => LOOKUP_CLOSED,
  "/xoadulieu": () => ERASURE,
};

/** A report's code alone is a request for its state. */
const REPORT_CODE = /^TB-?[0-9A-Z]{4}-?[0-9A-Z]{4}$/iu;

const fillers = new PatternBook(FILLERS);
const typed = Object.entries(COMMAND_WORDS).map(([command, words]) => ({
  command,
  book: new PatternBook(words),
}));

/** Slash commands, menu buttons and the words typed for them. `/solieu` and `/bieudo` are the figures'. */
export function commands(services: CommandServices): Feature {
  return { name: "commands", take: (context) => take(services, context) };
}

export interface CommandServices extends PrivacyFacts {
  /** Absent where nobody can become an official, as in the terminal. */
  readonly officials?: Pick<Officials, "roleOf"> | undefined;
}

async function take(
  { officials, ...facts }: CommandServices,
  context: TurnContext,
): Promise<FeatureResult | null> {
  const result = answerTo(context, facts);
  const [reply] = result?.replies ?? [];
  if (result === null || reply === undefined || !HELPS.has(reply)) return result;
  const { inbound } = context;
  const role = inbound.isPrivate ? ((await officials?.roleOf(inbound)) ?? null) : null;
  if (role === null) return result;
  return { ...result, replies: [{ ...reply, blocks: [...reply.blocks, ...helpOf(role)] }] };
}

const HELPS: ReadonlySet<Reply> = new Set([HELP, HELP_WITH_REPORTS]);

function answerTo({ inbound, utterance }: TurnContext, facts: PrivacyFacts): FeatureResult | null {
  if (inbound.content.kind !== "text") return null;
  const slash = SLASH.exec(utterance.clean);
  if (slash !== null)
    return takeSlash(`/${(slash[1] ?? "").toLowerCase()}`, slash[2] ?? "", facts, inbound.isPrivate);
  if (REPORT_CODE.test(utterance.clean)) return { replies: [LOOKUP_CLOSED] };
  const meant = typed.find(({ book }) => isMadeOf(utterance, book, fillers));
  const reply = meant === undefined ? undefined : COMMANDS[meant.command];
  return reply === undefined ? null : { replies: [reply("", facts)] };
}

const OF_FIGURES: ReadonlySet<string> = new Set(["/solieu", "/bieudo"]);

function takeSlash(
  name: string,
  argument: string,
  facts: PrivacyFacts,
  isPrivate: boolean,
): FeatureResult | null {
  if (OF_FIGURES.has(name)) return null;
  const reply = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (reply !== undefined) {
    return name === "/start"
      ? { replies: [reply(argument, facts)], session: GREETED.with(true) }
      : { replies: [reply(argument, facts)] };
  }
  // In a group the command may be meant for another bot.
  return isPrivate ? { replies: [UNKNOWN_COMMAND] } : { replies: [], outcome: "ignored" };
}

function helpFor(_: string, { takesReports }: PrivacyFacts): Reply {
  return takesReports ? HELP_WITH_REPORTS : HELP;
}

function report(what: string): Reply {
  const category = readMessage(what).incidentWords;
  return category === null ? REPORTING_CLOSED : adviceFor(category, false);
}
