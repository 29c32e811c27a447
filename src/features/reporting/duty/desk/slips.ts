import { fold } from "../../../../language/fold.ts";
import { readReportCode } from "../../../../language/report-code.ts";
import { type Reply, text } from "../../../../messaging/reply.ts";
import type { OfficialActor } from "../../case.ts";
import type { Report, ReportState } from "../../report.ts";
import { moveButtons } from "../duty-buttons.ts";
import { readPress } from "../payload.ts";
import { INSTEAD } from "./desk-wording.ts";
import json from "./slips.json" with { type: "json" };

const { about: _, ...words } = json;
const MEANT: ReadonlyMap<string, ReportState> = new Map(
  (Object.entries(words) as [ReportState, string[]][]).flatMap(([to, names]) =>
    names.map((name) => [name, to]),
  ),
);

const COMMAND = /^\/(\p{L}+)(?:\s+(.*))?$/isu;

/** A command that there isn't, for what a button does. */
export interface Slip {
  readonly code: string;
  readonly to: ReportState;
}

/**
 * Whoever types /xong TB-… at three in the morning isn't met with silence. Nothing is done by it: a result, a reason or the
 * other case is missing.
 * @param about what the message replies to
 * @returns null where no case is named, or the command is another
 */
export function readSlip(typed: string, about: string | undefined): Slip | null {
  const [, name = "", argument = ""] = COMMAND.exec(typed) ?? [];
  const to = MEANT.get(fold(name));
  if (to === undefined) return null;
  const reading = readReportCode(argument, { bare: true });
  const code =
    reading.kind === "code" ? reading.code : (about && (readPress(about)?.code ?? about)) || undefined;
  return code === undefined ? null : { code, to };
}

/** What is typed to have them. */
export const slipFor = (to: keyof typeof words, code: string): string => `/${words[to][0]} ${code}`;

/** The case's buttons, first the one that was meant. */
export function instead(report: Report, { code, to }: Slip, { role }: OfficialActor): Reply {
  const buttons = moveButtons(report, { role, copy: true });
  const isMeant = ({ payload }: { readonly payload: string }) => readPress(payload)?.to === to;
  return {
    blocks: [text(INSTEAD.byButton(code))],
    buttons: [...buttons.filter(isMeant), ...buttons.filter((button) => !isMeant(button))],
    about: code,
  };
}
