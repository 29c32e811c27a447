import type { KeyRing } from "../../../platform/crypto/key-ring.ts";
import type { TurnContext } from "../../../turn/feature.ts";
import type { OfficialActor } from "../case.ts";
import type { ReportingServices } from "../reporting-services.ts";

/** Numbers of officials without a name: four digits, enough to tell people of one group apart. */
const NUMBERS = 10_000;

/** Whoever acts in the duty group: being in it makes a handler, a supervisor's role comes from the directory. */
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
