import type { Act } from "../reader/names/act.ts";
import type { Matter } from "../reader/names/labels.ts";

export interface MoveOn {
  /** For the reader of the table, and for its picture in docs/dialogue.md. */
  readonly does: string;
  /** What is open afterwards, where that changes. */
  readonly opens?: Matter;
}

/** What can happen to a message because of what is open. Each but the first two has its skill in `skills.ts`. */
export const MOVES = {
  ordinary: { does: "the other features answer as if nothing were open" },
  aside: { does: "the others answer, and one line says where the open matter stands" },
  // A danger of the last half hour.
  dangerNext: { does: "the next right step, the number first; the words join what was told" },
  dangerPass: { does: "an urgent case with all that was told goes to the desk" },
  dangerHold: { does: "nothing is passed on; what was passed on is taken back" },
  dangerEnd: { does: "the danger is over", opens: "none" },
  // A wrong that was told, with the offer to report it.
  wrongAdd: { does: "joins what was told; the offer holds all of it" },
  wrongAsk: { does: "a question is the others'; what has no question's form joins what was told" },
  wrongReport: { does: "what was told becomes a report", opens: "draft" },
  wrongDrop: {
    does: "plain words delete what was told; else it stays, with a button to delete it",
    opens: "none",
  },
  // A report being written.
  draftAdd: { does: "fills a slot where it fits one, else joins the story" },
  draftSend: { does: "goes to the desk; the code is shown", opens: "filed" },
  draftCancel: { does: "asks once, then deletes" },
  draftEdit: { does: "changes a slot, or asks which" },
  draftYes: { does: "yes to the question that was asked" },
  draftNo: { does: "no to the question that was asked" },
  draftRefuse: { does: "what is not taken by chat is said at once" },
  // A report that was sent.
  caseAdd: { does: "goes to the case, with the files that wait; a question is answered, and kept for a tap" },
  caseOffer: { does: "asks whether it belongs to the case or is new; an incident is advised on as ever" },
  caseCorrect: { does: "goes to the case as a correction" },
  caseWithdraw: { does: "asks once, then tells the desk" },
  caseUnsure: { does: "what may be more of the case waits for a tap; all else is the others'" },
  caseSent: { does: "what waits for its tap goes to the case; else it is said that the report was sent" },
  caseStatus: { does: "the state of the own report; a question about secrecy is answered" },
  caseOfficer: { does: "the wish to talk goes to the desk" },
  caseGlad: { does: "that all is well is noted on the case: plain words say it, mere thanks don't" },
  caseSettled: { does: "the desk is told that it is over; a question is answered" },
} as const satisfies Readonly<Record<string, MoveOn>>;
export type Move = keyof typeof MOVES;

type Row = Readonly<Record<Act, Move>>;

const NOTHING_OPEN: Row = {
  danger: "ordinary",
  aid: "ordinary",
  tell: "ordinary",
  ask: "ordinary",
  figures: "ordinary",
  decline: "ordinary",
  chat: "ordinary",
  outside: "ordinary",
  send: "ordinary",
  cancel: "ordinary",
  edit: "ordinary",
  yes: "ordinary",
  no: "ordinary",
  more: "ordinary",
  track: "caseStatus",
  human: "ordinary",
  settled: "ordinary",
};

/**
 * The policy: what is open, what the message does to it, what happens next. A danger that sounds an alarm, commands, taps and
 * words to a handler come before it and aren't in it; what a move does, its skill says.
 */
export const POLICY: Readonly<Record<Matter, Row>> = {
  none: NOTHING_OPEN,
  // The thread of the question is the answering features' own.
  question: NOTHING_OPEN,
  danger: {
    danger: "dangerNext",
    aid: "dangerNext",
    tell: "dangerNext",
    ask: "aside",
    figures: "aside",
    decline: "dangerNext",
    chat: "dangerNext",
    outside: "dangerNext",
    send: "dangerPass",
    cancel: "dangerHold",
    edit: "dangerNext",
    yes: "dangerNext",
    no: "dangerNext",
    more: "dangerNext",
    track: "dangerNext",
    human: "dangerPass",
    settled: "dangerEnd",
  },
  incident: {
    danger: "wrongAdd",
    aid: "wrongAsk",
    tell: "wrongAdd",
    ask: "wrongAsk",
    figures: "ordinary",
    decline: "wrongAsk",
    chat: "wrongAsk",
    outside: "wrongAsk",
    send: "wrongReport",
    cancel: "wrongDrop",
    edit: "wrongAdd",
    yes: "wrongReport",
    no: "wrongDrop",
    more: "wrongAdd",
    track: "caseStatus",
    human: "ordinary",
    settled: "wrongDrop",
  },
  draft: {
    danger: "draftAdd",
    aid: "aside",
    tell: "draftAdd",
    ask: "aside",
    figures: "aside",
    decline: "draftRefuse",
    chat: "aside",
    outside: "aside",
    send: "draftSend",
    cancel: "draftCancel",
    edit: "draftEdit",
    yes: "draftYes",
    no: "draftNo",
    more: "draftAdd",
    track: "aside",
    human: "aside",
    settled: "draftCancel",
  },
  filed: {
    danger: "caseAdd",
    aid: "ordinary",
    tell: "caseOffer",
    ask: "ordinary",
    figures: "ordinary",
    decline: "ordinary",
    chat: "ordinary",
    outside: "ordinary",
    send: "caseSent",
    cancel: "caseWithdraw",
    edit: "caseCorrect",
    yes: "ordinary",
    no: "ordinary",
    more: "caseAdd",
    track: "caseStatus",
    human: "caseOfficer",
    settled: "caseSettled",
  },
};

/** The same for a message that names a report that was sent: what is no other wish is said to its handlers. */
const CASE_NAMED: Row = {
  ...POLICY.filed,
  danger: "caseAdd",
  aid: "caseAdd",
  tell: "caseAdd",
  ask: "caseAdd",
  figures: "caseAdd",
  decline: "caseAdd",
  outside: "caseAdd",
  yes: "caseAdd",
  no: "caseAdd",
};

/** The same for what is said first after the result of a report: it says whether all is well (`plainWords`). */
const CASE_ENDED: Row = {
  ...POLICY.filed,
  tell: "caseAdd",
  no: "caseAdd",
  // Of what has its result nothing is left to withdraw: "chưa dẹp được đâu".
  cancel: "caseAdd",
};

/** The rows for a report that a message surely speaks of, and what happens where no move is probable enough. */
export const OF_CASE = {
  named: { row: CASE_NAMED, least: 0.5, otherwise: "caseAdd" },
  ended: { row: CASE_ENDED, least: 0.5, otherwise: "caseUnsure" },
} as const satisfies Readonly<
  Record<string, { readonly row: Row; readonly least: number; readonly otherwise: Move }>
>;
export type OfCase = keyof typeof OF_CASE;

/** How probable a move must be, and what happens where none is: what was told is never lost, and nothing is sent by guess. */
export const CAUTION: Readonly<Record<Matter, { readonly least: number; readonly otherwise: Move }>> = {
  none: { least: 0.6, otherwise: "ordinary" },
  question: { least: 0.6, otherwise: "ordinary" },
  danger: { least: 0.6, otherwise: "dangerNext" },
  incident: { least: 0.5, otherwise: "wrongAsk" },
  draft: { least: 0.5, otherwise: "draftAdd" },
  filed: { least: 0.5, otherwise: "caseUnsure" },
};
