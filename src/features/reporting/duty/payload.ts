import { isReportCode } from "../../../language/report-code.ts";
import type { ReportState } from "../report.ts";
import { WORKFLOW } from "../workflow/workflow.ts";
import { DESTINATIONS, REASONS, RESULTS } from "./duty-wording.ts";

/** A press on a button of a case. It may be made up: a request, checked against the workflow. */
export interface ButtonPress {
  readonly code: string;
  readonly to: ReportState;
  /** The `Report.version` of the card with the button. */
  readonly version: number;
  readonly extra?: PressExtra;
}

export type PressExtra =
  /** Pressed on a copy of the card, which doesn't change by itself. */
  | { readonly kind: "copy" }
  /** A prepared reason, destination or result as text. */
  | { readonly kind: "note"; readonly text: string }
  | { readonly kind: "original"; readonly code: string };

const COMMAND = "/xl";
const FORM = /^\/xl (TB-\S{4}-\S{4}) ([a-z_]{1,12}) ([1-9]\d{0,5})(?: (\S{1,12}))?$/u;
const INDEX = /^([rfk])(\d)$/;
/** The texts for the short ids of a button. */
const CHOICES: Readonly<
  Record<"r" | "f" | "k", { readonly to: ReportState; readonly texts: readonly string[] }>
> = {
  r: { to: "rejected", texts: REASONS },
  f: { to: "forwarded", texts: DESTINATIONS },
  k: { to: "resolved", texts: RESULTS },
};

/** The payload of a button, at most 60 bytes: it can also be typed as a command. */
export function encodePress({ code, to, version, extra }: ButtonPress): string {
  const base = `${COMMAND} ${code} ${to} ${version}`;
  switch (extra?.kind) {
    case undefined:
      return base;
    case "copy":
      return `${base} c`;
    case "original":
      return `${base} ${extra.code}`;
    case "note": {
      const list = to === "rejected" ? "r" : to === "resolved" ? "k" : "f";
      return `${base} ${list}${CHOICES[list].texts.indexOf(extra.text)}`;
    }
  }
}

export const isPress = (payload: string): boolean => payload === COMMAND || payload.startsWith(`${COMMAND} `);

/** @returns null where this is no payload of ours. Never throws. */
export function readPress(payload: string): ButtonPress | null {
  const [, code = "", to = "", version = "", token] = FORM.exec(payload) ?? [];
  if (!isReportCode(code) || !isState(to)) return null;
  const press = { code, to, version: Number(version) };
  if (token === undefined) return press;
  const extra = readExtra(token, press);
  return extra === null ? null : { ...press, extra };
}

function readExtra(token: string, { code, to }: ButtonPress): PressExtra | null {
  if (token === "c") return { kind: "copy" };
  if (isReportCode(token))
    return to === "duplicate" && token !== code ? { kind: "original", code: token } : null;
  const [, list, index] = INDEX.exec(token) ?? [];
  if (list !== "r" && list !== "f" && list !== "k") return null;
  const { to: target, texts } = CHOICES[list];
  const text = texts[Number(index)];
  return to !== target || text === undefined ? null : { kind: "note", text };
}

const isState = (word: string): word is ReportState => Object.hasOwn(WORKFLOW, word);
