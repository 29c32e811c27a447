import type { Feature } from "../../../turn/feature.ts";
import type { ReportingServices } from "../reporting-services.ts";

/**
 * A feature after which roles may have changed: the duty group follows at once, not with the next cron.
 * @param reporting undefined where no reports are taken: then there is no group to keep
 */
export function thenSettle(feature: Feature, reporting: ReportingServices | undefined): Feature {
  const members = reporting?.members;
  if (members === undefined) return feature;
  return {
    name: feature.name,
    async take(context) {
      const result = await feature.take(context);
      if (result !== null) await members.settle();
      return result;
    },
  };
}
