import type { KeyRing } from "../../../platform/crypto/key-ring.ts";
import { may } from "../../officials/roles.ts";
import type { OfficialActor } from "../case.ts";
import type { ReportingServices } from "../reporting-services.ts";

/** Numbers for officials without a name: four digits distinguish people of one group. */
const NUMBERS = 10_000;

/** The official with this Telegram id; null for everyone whose role may not handle reports now. */
export async function handlerOf(
  { ring, officials }: Pick<ReportingServices, "ring" | "officials">,
  id: string,
): Promise<OfficialActor | null> {
  const held = await officials.roleOf({ channel: "telegram", sender: id });
  if (!may(held, "handle_reports")) return null;
  const role = held === "supervisor" ? "supervisor" : "duty";
  return { kind: "official", id, label: (await nameOf(officials, id)) ?? (await numberOf(ring, id)), role };
}

async function nameOf(officials: ReportingServices["officials"], id: string): Promise<string | undefined> {
  return (await officials.list()).find(({ telegramId }) => telegramId === id)?.label;
}

/** For supervisors of the settings, to whom nobody gave a name. */
async function numberOf(ring: KeyRing, id: string): Promise<string> {
  const hash = await ring.lookupHash(`official:${id}`);
  const number = [...hash].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % NUMBERS, 0);
  return `cán bộ #${String(number).padStart(4, "0")}`;
}
