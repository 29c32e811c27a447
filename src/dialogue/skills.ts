import { caseSkills } from "../features/reporting/citizen/case-skills.ts";
import { draftSkills } from "../features/reporting/citizen/draft-skills.ts";
import { wrongSkills } from "../features/reporting/citizen/wrong-skills.ts";
import { dangerSkills } from "../features/reporting/danger/danger-skills.ts";
import type { ReportingServices } from "../features/reporting/reporting-services.ts";
import type { Skills } from "./dialogue-feature.ts";

/** Every move's skill. Where no reports are taken, only a danger stays open. */
export const skillsOf = (reporting: ReportingServices | undefined): Partial<Skills> => ({
  ...dangerSkills(reporting),
  ...(reporting !== undefined && {
    ...wrongSkills(reporting),
    ...draftSkills(reporting),
    ...caseSkills(reporting),
  }),
});
