import type { CaseEvent, CaseSummary, Gist } from "../../case.ts";
import type { BookContext } from "../book-context.ts";
import { openEvents, readHistories } from "../case-events.ts";
import { type ReportRow, toReadable } from "../rows.ts";

/** The cases of a page with what handlers remember each by; an erased one, and one that no key opens, has nothing. */
export async function withGists(
  context: BookContext,
  rows: readonly ReportRow[],
  cases: readonly CaseSummary[],
): Promise<readonly CaseSummary[]> {
  const present = rows.filter(({ erased_at }) => erased_at === null);
  const reports = await Promise.all(present.map((row) => toReadable(context, row)));
  const histories = await readHistories(
    context,
    present.map(({ code }) => code),
  );
  const gists = new Map<string, Gist>();
  for (const report of reports) {
    if (report === null) continue;
    const history = await openEvents(context, histories.get(report.code) ?? []);
    gists.set(report.code, { what: report.content.what, ...saidOf(history) });
  }
  return cases.map((one) => {
    const gist = gists.get(one.code);
    return gist === undefined ? one : { ...one, gist };
  });
}

function saidOf(history: readonly CaseEvent[]): Omit<Gist, "what"> {
  const note = history.findLast(({ action }) => action === "noted")?.text;
  const result = history.findLast(({ to }) => to !== undefined)?.text;
  return { ...(note !== undefined && { note }), ...(result !== undefined && { result }) };
}
