import type { CaseEvent, CaseSummary, Gist } from "../../case.ts";
import type { BookContext } from "../book-context.ts";
import { openEvents, readHistories } from "../case-events.ts";
import { getMany } from "../rush.ts";

/** See `ReportBook.withGists`. */
export async function withGists(
  context: BookContext,
  cases: readonly CaseSummary[],
): Promise<readonly CaseSummary[]> {
  const codes = cases.map(({ code }) => code);
  const [reports, histories] = await Promise.all([getMany(context, codes), readHistories(context, codes)]);
  const gists = new Map<string, Gist>();
  for (const { code, content } of reports) {
    const history = await openEvents(context, histories.get(code) ?? []);
    gists.set(code, { what: content.what, ...saidOf(history) });
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
