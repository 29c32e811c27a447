import type { Reply } from "../../../messaging/reply.ts";
import { HOUR } from "../../../platform/time.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { MANY } from "./admission-wording.ts";
import type { DutyMemory } from "./duty-session.ts";

/** So many warnings an hour are told one by one; after that one says that there are more. */
const AN_HOUR = 10;

/**
 * Tells the supervisors of what somebody tried, once by its key, so that nobody can flood them: not one account by
 * trying again, nor many accounts.
 * @returns what the group has to remember
 */
export async function warn(
  { tellSupervisors }: Pick<ReportingServices, "tellSupervisors">,
  memory: DutyMemory,
  warning: { readonly key: string; readonly reply: Reply },
  now: number,
): Promise<DutyMemory> {
  const { key, reply } = warning;
  const warned = (memory.warned ?? []).filter(({ at }) => at > now - HOUR);
  if (warned.some((one) => one.what === key)) return memory;
  if (warned.length >= AN_HOUR) {
    await tellSupervisors(`warnings:many:${Math.floor(now / HOUR)}`, MANY);
    return { ...memory, warned };
  }
  await tellSupervisors(key, reply);
  return { ...memory, warned: [...warned, { what: key, at: now }] };
}
