import type { Feature } from "../../../turn/feature.ts";
import { merged } from "../../../turn/session.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { GATHERED, PARKED, pauseForTold, REPORT, toldUntil } from "./citizen-session.ts";
import { openGathered } from "./sealed-draft.ts";
import { remindOnce } from "./still-waiting.ts";
import { parkedAgain } from "./told-wording.ts";

/** A feature after whose matter the one that was set aside for it is open again, and what waits for a tap is named. */
export function thenParked(feature: Feature, reporting: ReportingServices | undefined): Feature {
  if (reporting === undefined) return feature;
  return {
    name: feature.name,
    async take(context) {
      const taken = await feature.take(context);
      if (taken === null || taken.goesOn === true) return taken;
      const result = await remindOnce(reporting, context, taken);
      const after = merged(context.session, result.session);
      const kept = PARKED.of(after);
      if (kept === undefined || REPORT.of(after) !== undefined || GATHERED.of(after) !== undefined)
        return result;
      const parked =
        toldUntil(kept) > context.now ? await openGathered(reporting.ring, context.inbound, kept) : null;
      const left = { ...PARKED.with(undefined), ...GATHERED.with(parked === null ? undefined : kept) };
      const isSilent = parked === null || result.replies.length === 0;
      return {
        ...result,
        replies: isSilent ? result.replies : [...result.replies, parkedAgain(parked)],
        session: { ...result.session, ...left, ...pauseForTold(merged(after, left)) },
      };
    },
  };
}
