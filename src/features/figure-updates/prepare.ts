import { displayDate, localDay } from "../../language/dates.ts";
import type { Media } from "../../messaging/inbound.ts";
import type { Reply } from "../../messaging/reply.ts";
import { sha256 } from "../../platform/digest.ts";
import type { TurnContext } from "../../turn/feature.ts";
import { latestYear } from "../figure-files/what-to-export.ts";
import type { Fact } from "../figures/fact.ts";
import type { FigureStore } from "../figures/figure-store.ts";
import { COLUMNS } from "../figures/read-figures.ts";
import { draftId, fetchSent, nameOf } from "../officials/sent-file.ts";
import { readCorrection } from "./correction.ts";
import { arrange, type Change, type Preview, preview } from "./diff.ts";
import { doubtsOf } from "./doubts.ts";
import type { Question } from "./drafts.ts";
import { aboutOf } from "./figure-lines.ts";
import type { FigureUpdateServices } from "./figure-update-services.ts";
import { problem, wrongColumns } from "./figure-updates-wording.ts";
import { previewOffice } from "./office-preview.ts";
import { NOTHING_TO_UNDO } from "./outcome-wording.ts";
import { type PreviewNotes, previewReply, questionReply, undoPreview } from "./preview-wording.ts";
import { MAX_FILE, type ReadSheet, readTable } from "./read-file.ts";
import { CORRECTION, SENT_TABLE } from "./template-wording.ts";

/** What a sent file is answered with; done where its preview waits. */
export interface Taken {
  readonly replies: readonly Reply[];
  readonly isDone: boolean;
}

interface Prepared {
  readonly shown: Preview;
  readonly questions: readonly Question[];
  readonly notes: PreviewNotes;
  readonly fileName: string;
  readonly fileHash: string;
}

const refused = (reply: Reply): Taken => ({ replies: [reply], isDone: false });

/** Reads a sent table, in the store's own form or an office's, and prepares what it would change. */
export async function takeFile(
  services: FigureUpdateServices,
  context: TurnContext,
  file: Media,
  caption: string,
): Promise<Taken> {
  const { download, figures, updates } = services;
  const bytes = await fetchSent(download, file, MAX_FILE);
  if (typeof bytes === "string") return refused(problem(bytes));
  const read = await readTable(bytes);
  if (read.problem !== undefined) return refused(problem(read.problem, read.where));
  const base = await updates.head();
  const facts = await figures.facts("internal");
  const fileName = nameOf(file);
  const rest = { fileName, fileHash: await sha256(bytes) };
  const own = read.sheets.filter(isOwnForm);
  if (own.length === 0) {
    const day = displayDate(localDay(context.now));
    const sourceOf = (title: string) => SENT_TABLE(title === "" ? fileName : title, day);
    const office = previewOffice(read.sheets, facts, { fileName, caption, now: context.now, sourceOf });
    if (office === null) return refused(problem("no_table"));
    const notes = { source: office.source, hidden: read.hidden, blank: office.blank };
    return prepared(services, context, base, { ...office, notes, ...rest });
  }
  const [sheet] = own;
  if (sheet === undefined || read.sheets.length > 1) return refused(problem("several_sheets"));
  if (sheet.merged[0] !== undefined)
    return refused(problem("merged_cells", `ô ${sheet.merged[0].slice(0, 20)}`));
  const columns = arrange(sheet.rows);
  if (columns.kind === "wrong") return refused(wrongColumns(columns));
  const shown = preview(fileName, columns.rows, facts);
  const changes = [...shown.fresh.map((after) => ({ before: null, after })), ...shown.changed];
  const questions = doubtsOf(changes, facts, { shares: new Map(), sums: [] });
  return prepared(services, context, base, { shown, questions, notes: { hidden: read.hidden }, ...rest });
}

/** So many of the store's own column names make its own form. */
const OWN_NAMES = 5;
const isOwnForm = ({ rows: [header] }: ReadSheet): boolean => {
  const names = new Set(header?.cells.map((cell) => cell.trim().toLowerCase()));
  return COLUMNS.filter(([column]) => names.has(column)).length >= OWN_NAMES;
};

/** "sửa số xã đạt … thành …": prepares that one change; null where the words mean something else. */
export async function correct(
  services: FigureUpdateServices,
  context: TurnContext,
  typed: string,
): Promise<Reply | null> {
  const base = await services.updates.head();
  const facts = await services.figures.facts("internal");
  const correction = readCorrection(typed, facts, context.now);
  if (correction.kind === "other") return null;
  if (correction.kind === "unclear") return CORRECTION.unclear(latestYear(facts)?.start.slice(0, 4) ?? "");
  const row = { line: 1, cells: COLUMNS.map(([, field]) => String(correction.after[field] ?? "")) };
  const shown = preview("", [row], facts);
  if (shown.unchanged > 0) return CORRECTION.same(aboutOf(correction.after));
  const changes = [...shown.fresh.map((after: Fact) => ({ before: null, after })), ...shown.changed];
  const questions = doubtsOf(changes, facts, { shares: new Map(), sums: [] });
  const notes = { source: changes[0]?.after.source };
  const { replies } = await prepared(services, context, base, {
    shown,
    questions,
    notes,
    fileName: "",
    fileHash: "",
  });
  return joined(replies);
}

/** One message of several: the preview and the question below it. */
const joined = ([first = { blocks: [] }, second]: readonly Reply[]): Reply =>
  second === undefined ? first : { ...second, blocks: [...first.blocks, ...second.blocks] };

async function prepared(
  { updates }: FigureUpdateServices,
  { inbound, now }: TurnContext,
  base: number,
  { shown, questions, notes, fileName, fileHash }: Prepared,
): Promise<Taken> {
  const facts = [...shown.fresh, ...shown.changed.map(({ after }) => after)];
  if (facts.length === 0) return refused(previewReply(shown, null, notes));
  const id = await draftId(inbound.sender, inbound.key);
  const isKept = await updates.drafts.keep({
    id,
    kind: "upload",
    sentBy: inbound.sender,
    at: now,
    base,
    fileName,
    fileHash,
    fresh: shown.fresh.length,
    changed: shown.changed.length,
    unchanged: shown.unchanged,
    refused: new Set(shown.refused.map(({ file, line }) => `${file}|${line}`)).size,
    restores: null,
    changes: facts.map((after) => ({ id: after.id, after })),
    questions,
  });
  if (!isKept) return refused(problem("too_many_changes"));
  const [first] = questions;
  const replies = [
    previewReply(shown, { id, questions: questions.length }, notes),
    ...(first === undefined ? [] : [questionReply(first, questions.length, id)]),
  ];
  return { replies, isDone: true };
}

/** Prepares the step that undoes the newest upload in use. */
export async function stepBack(
  { updates, seed, figures }: FigureUpdateServices,
  { inbound, now }: TurnContext,
): Promise<Reply> {
  const back = await updates.stepBack();
  if (back === null) return NOTHING_TO_UNDO;
  const { base, undone, restores, changes } = back;
  const id = await draftId(inbound.sender, inbound.key);
  const byId = (store: FigureStore) =>
    store.facts("internal").then((facts) => new Map(facts.map((fact) => [fact.id, fact])));
  const [current, seeded] = await Promise.all([byId(figures), byId(seed)]);
  const shown = changes.map(
    (change): Change => ({
      before: current.get(change.id) ?? null,
      after: change.after ?? seeded.get(change.id) ?? null,
    }),
  );
  const isKept = await updates.drafts.keep({
    id,
    kind: "rollback",
    sentBy: inbound.sender,
    at: now,
    base,
    fileName: "",
    fileHash: "",
    fresh: 0,
    changed: changes.length,
    unchanged: 0,
    refused: 0,
    restores,
    changes,
  });
  return isKept ? undoPreview({ undone, restores, changes: shown }, id) : problem("too_many_changes");
}
