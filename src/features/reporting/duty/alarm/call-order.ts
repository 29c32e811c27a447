import type { Officials } from "../../../officials/directory.ts";
import { may } from "../../../officials/roles.ts";
import type { AlarmBook } from "../../alarm/alarm-book.ts";

/**
 * In which order handlers are called in private: who has the shift, the newest first; then who acted last; then the
 * others by name. Only who may handle reports at this moment is called; supervisors that are called anyway come last.
 * @returns Telegram ids
 */
export async function callOrder(
  alarms: Pick<AlarmBook, "onShift" | "actedLast">,
  officials: Pick<Officials, "list" | "roleOf">,
  now: number,
): Promise<readonly string[]> {
  const list = (await officials.list()).filter(({ role }) => may(role, "handle_reports"));
  const duty = list.filter(({ role }) => role === "duty").map(({ telegramId }) => telegramId);
  const shift = await mayAct(
    officials,
    (await alarms.onShift(now)).map(({ telegramId }) => telegramId),
  );
  const acted = (await alarms.actedLast()).filter((id) => duty.includes(id));
  return [...new Set([...shift, ...acted, ...duty, ...list.map(({ telegramId }) => telegramId)])];
}

/** Those of these whose role may handle reports now; supervisors of the settings stand in no list. */
async function mayAct(
  officials: Pick<Officials, "roleOf">,
  ids: readonly string[],
): Promise<readonly string[]> {
  const roles = await Promise.all(ids.map((sender) => officials.roleOf({ channel: "telegram", sender })));
  return ids.filter((_, i) => may(roles[i] ?? null, "handle_reports"));
}
