import { fold } from "../../../../language/fold.ts";
import { may } from "../../../officials/roles.ts";
import type { Desk } from "../../report.ts";
import type { ReportingServices } from "../../reporting-services.ts";
import { handlerOf } from "../actor.ts";

/** What is said before a name: "cho anh Hùng". */
const LEADS = /^(?:cho |den )?(?:(?:anh|chi|em|dong chi|d\/c|dc|ca) )?/u;

export type Handler = NonNullable<Desk["owner"]>;

/** Everybody who may have a case now, by name: those invited and the supervisors of the settings. */
export async function handlersOf(reporting: ReportingServices): Promise<readonly Handler[]> {
  const invited = (await reporting.officials.list())
    .filter(({ role }) => may(role, "handle_reports"))
    .map(({ telegramId, label }) => ({ id: telegramId, label }));
  const others = ((await reporting.identity?.supervisors()) ?? []).filter(
    (id) => !invited.some((one) => one.id === id),
  );
  const named = await Promise.all(others.map((id) => handlerOf(reporting, id)));
  return [...invited, ...named.flatMap((one) => (one === null ? [] : [{ id: one.id, label: one.label }]))];
}

/**
 * Those whose name stands somewhere in typed words, by as much of it as is written: "Quân" of "Lý Văn Quân". Never oneself.
 * @param folded without marks
 */
export async function handlersIn(
  reporting: ReportingServices,
  folded: string,
  self: string,
): Promise<readonly Handler[]> {
  const said = ` ${folded.replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  const named = (await handlersOf(reporting))
    .filter(({ id }) => id !== self)
    .map((one) => ({ one, length: nameIn(said, fold(one.label).split(" ")) }));
  const longest = Math.max(1, ...named.map(({ length }) => length));
  return named.filter(({ length }) => length === longest).map(({ one }) => one);
}

/** How many words of the end of a name are said side by side; people are called by the last. */
function nameIn(said: string, name: readonly string[]): number {
  const from = name.findIndex((_, i) => said.includes(` ${name.slice(i).join(" ")} `));
  return from === -1 ? 0 : name.length - from;
}

/** Those whom typed words name: by the id of a button, or by a part of the name. */
export async function handlersNamed(
  reporting: ReportingServices,
  words: string,
): Promise<readonly Handler[]> {
  const all = await handlersOf(reporting);
  const byId = all.filter(({ id }) => id === words);
  const wanted = fold(words).replace(LEADS, "").trim();
  const exact = all.filter(({ label }) => fold(label) === wanted);
  return (
    [byId, exact].find((some) => some.length > 0) ?? all.filter(({ label }) => fold(label).includes(wanted))
  );
}
