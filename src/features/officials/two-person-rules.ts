import { z } from "zod";
import rules from "./two-person-rules.json" with { type: "json" };

const Count = z.int().positive();

/**
 * The rules by which two persons are two (docs/decisions/0013-two-persons.md). How long a link can be opened stands with
 * the other spans in platform/retention.ts.
 */
const TwoPersonRules = z.strictObject({
  /** With fewer supervisors in the settings, nobody becomes a supervisor by a link. */
  settingsSupervisorsForInvitingSupervisors: Count,
  /** How long an invited supervisor, and everybody above in the tree of invitations, must have been one. */
  standingDays: Count,
  /** So many requests of one supervisor: among many nobody would notice the one that matters. */
  requestsPerHour: Count,
  /** How long another supervisor has to confirm a request. */
  confirmMinutes: Count,
  /** How long every supervisor may stop a confirmed request before it can be read, by the report's lane. */
  vetoMinutes: z.strictObject({
    urgent: z.int().nonnegative(),
    crime: z.int().nonnegative(),
    feedback: z.int().nonnegative(),
  }),
  /** How long the requester may read it after that. */
  readMinutes: Count,
  /** One-time codes (RFC 6238); after `tries` wrong ones in a row the official is locked out. */
  code: z.strictObject({
    digits: z.int().min(6).max(8),
    stepSeconds: Count,
    driftSteps: z.int().nonnegative(),
    tries: Count,
    lockMinutes: Count,
  }),
});

export const TWO_PERSON_RULES = TwoPersonRules.parse(rules);
