import type { TurnContext } from "../../../assistant/turn.ts";
import type { KeyRing } from "../../../platform/crypto/key-ring.ts";
import type { Officials } from "../../officials/directory.ts";
import type { OfficialActor } from "../book/case.ts";

/** Numbers of officials without a name: four digits, enough to tell people of one group apart. */
const NUMBERS = 10_000;

/** Whoever acts in the duty group: being in it makes a handler, a supervisor's role comes from the directory. */
export async function handlerOf({ inbound, services }: TurnContext, ring: KeyRing): Promise<OfficialActor> {
  const { officials } = services;
  const role = (await officials?.roleOf(inbound)) === "supervisor" ? "supervisor" : "duty";
  const label = (await nameOf(officials, inbound.sender)) ?? (await numberOf(ring, inbound.sender));
  return { kind: "official", id: inbound.sender, label, role };
}

async function nameOf(officials: Officials | undefined, sender: string): Promise<string | undefined> {
  return (await officials?.list())?.find(({ telegramId }) => telegramId === sender)?.label;
}

async function numberOf(ring: KeyRing, sender: string): Promise<string> {
  const hash = await ring.lookupHash(`official:${sender}`);
  const number = [...hash].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % NUMBERS, 0);
  return `cán bộ #${String(number).padStart(4, "0")}`;
}
