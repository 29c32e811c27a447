import type { KeyRing } from "../../../platform/crypto/key-ring.ts";
import type { TurnContext } from "../../../turn/feature.ts";
import type { OfficialActor } from "../case.ts";
import type { ReportingServices } from "../reporting-services.ts";

/** Numbers for officials without a name: four digits distinguish people of one group. */
const NUMBERS = 10_000;

/** The official who acts in the duty group: every member is a handler; the directory says who is a supervisor. */
export async function handlerOf(
  { ring, officials }: Pick<ReportingServices, "ring" | "officials">,
  { inbound }: TurnContext,
): Promise<OfficialActor> {
  const role = (await officials.roleOf(inbound)) === "supervisor" ? "supervisor" : "duty";
  const label = (await nameOf(officials, inbound.sender)) ?? (await numberOf(ring, inbound.sender));
  return { kind: "official", id: inbound.sender, label, role };
}

async function nameOf(
  officials: ReportingServices["officials"],
  sender: string,
): Promise<string | undefined> {
  return (await officials.list()).find(({ telegramId }) => telegramId === sender)?.label;
}

async function numberOf(ring: KeyRing, sender: string): Promise<string> {
  const hash = await ring.lookupHash(`official:${sender}`);
  const number = [...hash].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % NUMBERS, 0);
  return `cán bộ #${String(number).padStart(4, "0")}`;
}
