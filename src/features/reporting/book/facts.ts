import type { Place } from "../report.ts";
import { isClosed } from "../workflow/workflow.ts";
import { type BookContext, changesOf, names } from "./book-context.ts";
import { caseOfAct, eventStatement } from "./case-events.ts";
import { dispatchStatement } from "./dispatch.ts";
import { isReporter } from "./lookup.ts";
import type { FactsOutcome, FactsRequest } from "./report-book.ts";
import { readRow, toReport } from "./rows.ts";
import { sealContent } from "./sealed-content.ts";

/** So often it is tried where somebody else writes the same content meanwhile. */
const TRIES = 3;

/** See `ReportBook.setFacts`. */
export async function setFacts(context: BookContext, request: FactsRequest): Promise<FactsOutcome> {
  const { code, reporter } = request;
  if (!(await isReporter(context, code, reporter))) return { kind: "unknown" };
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    if ((await caseOfAct(context, request.key)) !== null) return { kind: "set", repeated: true };
    const row = await readRow(context, code);
    if (row === null || row.erased_at !== null || isClosed(row.state)) return { kind: "closed" };
    const report = await toReport(context, row);
    const { where: before, when: told } = report.content;
    const content = { ...report.content, ...request.from(report.content) };
    const changed = [
      ...(same(content.where, before) ? [] : [inWords(before)]),
      ...(same(content.when, told) ? [] : [told?.words ?? ""]),
    ];
    if (changed.length === 0) return { kind: "set", repeated: true };
    if (await write(context, request, row.content_hash, content, changed.join("; ")))
      return { kind: "set", repeated: false };
  }
  return { kind: "closed" };
}

const same = (one: object | undefined, other: object | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** One batch: the line with the words that the card had, the card's refreshing and the new content, each only over the old content. */
async function write(
  context: BookContext,
  { code, at, key }: { readonly code: string; readonly at: number; readonly key: string },
  hashBefore: string,
  content: Parameters<typeof sealContent>[2],
  before: string,
): Promise<boolean> {
  const { sealed, hash } = await sealContent(context, code, content);
  const act = await context.ring.lookupHash(names.act(key));
  const still =
    "EXISTS (SELECT 1 FROM reports WHERE code = ? AND content_hash = ? AND erased_at IS NULL AND closed_at IS NULL)";
  const results = await context.db.batch([
    await eventStatement(
      context,
      { key: act, code, at, actor: { kind: "reporter" }, action: "placed", text: before },
      still,
      code,
      hashBefore,
    ),
    await dispatchStatement(
      context,
      { key: act, target: "duty", code, body: { kind: "card_changed" }, at },
      still,
      code,
      hashBefore,
    ),
    context.db
      .prepare(
        "UPDATE reports SET content_sealed = ?, content_hash = ?, last_event_at = ? WHERE code = ? AND content_hash = ? AND erased_at IS NULL AND closed_at IS NULL",
      )
      .bind(sealed, hash, at, code, hashBefore),
  ]);
  return changesOf(results.at(-1)) > 0;
}

const inWords = (where: Place | undefined): string =>
  [where?.words, where?.lat === undefined ? undefined : `${where.lat}, ${where.lng}`]
    .filter(Boolean)
    .join(" · ");
