import type { ReportBook } from "../book/report-book.ts";
import type { CommuneRoutes } from "./commune-routes.ts";

/** Whether a case may be named where something is about to be said. */
export type MayName = (code: string) => Promise<boolean>;

/** A commune's group is told only of the cases that it gets; the province's and a handler's own chat of all. */
export function mayNameIn(
  { routes, book }: { readonly routes?: CommuneRoutes; readonly book: Pick<ReportBook, "communeOf"> },
  chat: string,
): MayName {
  if (routes === undefined || !routes.isGroup(chat) || routes.isProvince(chat)) return async () => true;
  return async (code) => (await routes.groupFor(await book.communeOf(code))) === chat;
}

/** Those of them that may be named. */
export async function namable<T extends { readonly code: string }>(
  cases: readonly T[],
  mayName: MayName,
): Promise<readonly T[]> {
  const may = await Promise.all(cases.map(({ code }) => mayName(code)));
  return cases.filter((_, i) => may[i]);
}
