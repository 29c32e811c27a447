import type { Reply } from "../../messaging/reply.ts";
import type { FeatureResult } from "../../turn/feature.ts";
import type { Fact } from "../figures/fact.ts";
import type { FigureStore } from "../figures/figure-store.ts";
import { DRAFT_LIFE } from "../officials/sent-file.ts";
import type { Change } from "./diff.ts";
import type { OpenDraft } from "./drafts.ts";
import { alreadyApplied, applied, EXPIRED, STALE, UNKNOWN_DRAFT } from "./outcome-wording.ts";
import { ASKED, answeredReply, pageReply, questionReply } from "./preview-wording.ts";
import type { FigureUpdates } from "./updates.ts";

/** A preview that somebody taps on, by its name. */
interface Tapped {
  readonly id: string;
  readonly by: string;
  readonly now: number;
}

/** A page of what a draft would change, against the figures that it was made for. */
export async function showPage(
  updates: FigureUpdates,
  figures: FigureStore,
  tapped: Tapped,
  page: number,
): Promise<Reply> {
  const open = await openDraft(updates, tapped);
  if ("blocks" in open) return open;
  return pageReply(changesOf(open, await figures.facts("internal")), page, tapped.id, open.questions.length);
}

/**
 * An answer to the question that stands first: right as it is, leave the row out, or all of them are right. A second tap
 * on the same question, known by how many were left, asks the next one again.
 */
export async function answer(
  updates: FigureUpdates,
  figures: FigureStore,
  tapped: Tapped,
  what: "hoi" | "dung" | "dunghet" | "bo",
  left: number,
): Promise<Reply> {
  const open = await openDraft(updates, tapped);
  if ("blocks" in open) return open;
  const isAnswer = what !== "hoi" && left === open.questions.length && left > 0;
  const after = isAnswer ? answered(open, what) : open;
  if (isAnswer) {
    const known = new Set((await figures.facts("internal")).map(({ id }) => id));
    const fresh = after.changes.filter(({ id }) => !known.has(id)).length;
    await updates.drafts.settle(tapped.id, tapped.by, {
      ...after,
      fresh,
      changed: after.changes.length - fresh,
    });
  }
  const [next] = after.questions;
  return next === undefined
    ? answeredReply(after.changes.length, tapped.id)
    : questionReply(next, after.questions.length, tapped.id);
}

function answered({ questions, changes, ...draft }: OpenDraft, what: "dung" | "dunghet" | "bo"): OpenDraft {
  if (what === "dunghet") return { ...draft, changes, questions: [] };
  const [first, ...rest] = questions;
  if (what === "dung" || first?.id === undefined) return { ...draft, changes, questions: rest };
  return {
    ...draft,
    changes: changes.filter(({ id }) => id !== first.id),
    questions: rest.filter(({ id }) => id !== first.id),
  };
}

/** Makes a draft count, and says what became of it. */
export async function confirm(updates: FigureUpdates, { id, by, now }: Tapped): Promise<FeatureResult> {
  const outcome = await updates.confirm(id, by, now);
  switch (outcome.kind) {
    case "applied":
      if (outcome.again) return { replies: [alreadyApplied(outcome.version)] };
      return { replies: [applied(outcome.version)], events: [`figures_${outcome.version.kind}`] };
    case "unknown":
      return { replies: [UNKNOWN_DRAFT] };
    case "expired":
      return { replies: [EXPIRED] };
    case "stale":
      return { replies: [STALE] };
    case "asked": {
      const open = await updates.drafts.find(id, by);
      const [first] = open?.questions ?? [];
      const ask = first === undefined ? [] : [questionReply(first, open?.questions.length ?? 1, id)];
      return { replies: [ASKED, ...ask] };
    }
  }
}

/** The draft, or what is said where it no longer waits. */
async function openDraft(updates: FigureUpdates, { id, by, now }: Tapped): Promise<OpenDraft | Reply> {
  const open = await updates.drafts.find(id, by);
  if (open === null) return UNKNOWN_DRAFT;
  if (open.at + DRAFT_LIFE < now) return EXPIRED;
  return (await updates.head()) === open.base ? open : STALE;
}

function changesOf({ changes }: OpenDraft, facts: readonly Fact[]): readonly Change[] {
  const known = new Map(facts.map((fact) => [fact.id, fact]));
  return changes.map(({ id, after }) => ({ before: known.get(id) ?? null, after }));
}
