import { fold } from "../../../../language/fold.ts";
import type { FeatureResult, TurnContext } from "../../../../turn/feature.ts";
import type { OfficialActor } from "../../case.ts";
import type { ReportingServices } from "../../reporting-services.ts";
import { handlingFigures } from "../../statistics/handling-command.ts";
import { WORDING } from "../duty-wording.ts";
import { readPress } from "../payload.ts";
import { assign } from "./assign.ts";
import { DESK_HELP, INSTEAD } from "./desk-wording.ts";
import { readNamedCase, which } from "./named-case.ts";
import { rest, snooze } from "./rest.ts";
import { routes } from "./routes.ts";
import { shift } from "./shift.ts";
import { template } from "./templates.ts";

type OnCase = (
  reporting: ReportingServices,
  context: TurnContext,
  handler: OfficialActor,
  code: string,
  argument: string,
) => Promise<FeatureResult>;

/** Commands on one case: in the duty group only, where all see what happens to it. */
const ON_CASE: Readonly<Record<string, OnCase>> = {
  giao: assign,
  hen: snooze,
  cho: (reporting, context, handler, code) => rest(reporting, context, handler, code, { kind: "wait" }),
  tieptuc: (reporting, context, handler, code) => rest(reporting, context, handler, code, { kind: "resume" }),
  mau: template,
};

/** Commands that only show something, or concern no single case. */
const ON_DESK: ReadonlySet<string> = new Set(["giaoca", "baocaothang", "tuyen", "help"]);

/** With marks too: "/hẹn", "/chờ". */
const COMMAND = /^\/(\p{L}+)(?:\s+(.*))?$/isu;

export interface DeskCommand {
  readonly name: string;
  readonly argument: string;
  /** It changes a case: everybody who tries without the right is told so. */
  readonly acts: boolean;
}

/** The handlers' command in a message; null where it is none. */
export function readDeskCommand(typed: string): DeskCommand | null {
  const [, name = "", argument = ""] = COMMAND.exec(typed) ?? [];
  const lower = fold(name);
  const acts = Object.hasOwn(ON_CASE, lower);
  return acts || ON_DESK.has(lower) ? { name: lower, argument: argument.trim(), acts } : null;
}

/**
 * Does what a handler's command says. The case is named by its code, or by the card that the command replies to.
 * @param handler admitted already: whoever may not handle reports doesn't come here
 */
export async function takeDeskCommand(
  reporting: ReportingServices,
  context: TurnContext,
  handler: OfficialActor,
  { name, argument }: DeskCommand,
): Promise<FeatureResult> {
  if (name === "help") return { replies: [{ blocks: DESK_HELP }] };
  if (name === "giaoca") return shift(reporting, context, handler, fold(argument));
  if (name === "tuyen") return routes(reporting, context, argument);
  if (name === "baocaothang") return handlingFigures(reporting, context, argument);
  const act = ON_CASE[name];
  if (act === undefined || context.inbound.isPrivate) return { replies: [INSTEAD.groupOnly] };
  const { reading, rest: words } = readNamedCase(argument);
  if (reading.kind === "typo") return { replies: [WORDING.typo] };
  const code = reading.kind === "code" ? reading.code : caseOf(context.about);
  if (code === undefined) return { replies: [await which(reporting, context, handler, name, argument)] };
  return act(reporting, context, handler, code, words);
}

const caseOf = (about: string | undefined): string | undefined =>
  about === undefined ? undefined : (readPress(about)?.code ?? about);
