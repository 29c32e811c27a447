import { DAY, MINUTE } from "../../../platform/time.ts";
import type { Actor } from "../case.ts";
import type { ReportState } from "../report.ts";

/** Who may make a move. A supervisor may do everything that "duty" may. */
export type Mover = "duty" | "supervisor" | "reporter";

/** What a move requires. The reporter gets the reason, the destination and the result: say so when you ask for them. */
export type Needs = "duplicate_of" | "reason" | "destination" | "result";

export interface Move {
  readonly to: ReportState;
  readonly by: readonly Mover[];
  /** The label of the button on the card. */
  readonly label: string;
  readonly needs?: Needs;
}

const ACCEPT: Move = { to: "accepted", by: ["duty"], label: "Tiếp nhận" };
const WORK: Move = { to: "in_progress", by: ["duty"], label: "Đang xử lý" };
const RESOLVE: Move = { to: "resolved", by: ["duty"], label: "Đã xong", needs: "result" };
const REJECT: Move = { to: "rejected", by: ["duty"], label: "Không xử lý", needs: "reason" };
const DUPLICATE: Move = { to: "duplicate", by: ["duty"], label: "Trùng", needs: "duplicate_of" };
const FORWARD: Move = { to: "forwarded", by: ["duty"], label: "Chuyển", needs: "destination" };
const REOPEN: Move = { to: "in_progress", by: ["supervisor", "reporter"], label: "Đang xử lý lại" };
/** Of an urgent case whose reporter says soon after that it isn't over: it rings until somebody begins. */
const AGAIN: Move = { to: "accepted", by: ["reporter"], label: "Tiếp nhận lại" };
/** A wrong press is corrected by anybody at once (`TAKE_BACK`), later not by the person who pressed. */
const CORRECT: Move = { to: "in_progress", by: ["supervisor"], label: "Đang xử lý lại" };

/** The whole workflow: each state with its moves, in the order of the card's buttons. */
export const WORKFLOW: Readonly<Record<ReportState, readonly Move[]>> = {
  received: [ACCEPT, REJECT, DUPLICATE, FORWARD],
  accepted: [WORK, RESOLVE, REJECT, DUPLICATE, FORWARD],
  in_progress: [RESOLVE, REJECT, DUPLICATE, FORWARD],
  resolved: [REOPEN, AGAIN],
  rejected: [REOPEN, AGAIN],
  duplicate: [CORRECT],
  forwarded: [RESOLVE, CORRECT],
};

/** States in which the duty group has nothing left to do: no deadline runs and the retention time begins. */
const CLOSED: ReadonlySet<ReportState> = new Set(["resolved", "rejected", "duplicate", "forwarded"]);

/** How many days after closing a reporter may say that the case isn't solved. */
export const REOPEN_DAYS = 30;

/** So long after closing any handler takes a wrong press back, in milliseconds; later a supervisor does. */
export const TAKE_BACK = 15 * MINUTE;

/** So long after closing an urgent case is as urgent as before, in milliseconds. */
export const URGENT_AGAIN = DAY;

export const isClosed = (state: ReportState): boolean => CLOSED.has(state);

/** The moves that this actor may make from a state. */
export function movesFor(state: ReportState, actor: Actor): readonly Move[] {
  return WORKFLOW[state].filter((move) => moversOf(actor).some((mover) => move.by.includes(mover)));
}

/** The move to `to` that this actor may make from `state`; null where there is none. */
export function findMove(state: ReportState, to: ReportState, actor: Actor): Move | null {
  return movesFor(state, actor).find((move) => move.to === to) ?? null;
}

function moversOf(actor: Actor): readonly Mover[] {
  if (actor.kind === "reporter") return ["reporter"];
  if (actor.kind === "system") return [];
  return actor.role === "supervisor" ? ["duty", "supervisor"] : ["duty"];
}
