import type { DangerKind, DangerRule } from "./danger.ts";
import { CRIME } from "./lexicon/crime-dangers.ts";
import { DESPAIR } from "./lexicon/despair.ts";
import { MEDICAL } from "./lexicon/medical.ts";
import { FAMILY, PEOPLE } from "./lexicon/people-in-danger.ts";
import { RESCUE } from "./lexicon/rescue.ts";

/** Every kind of danger; the first that matches leads, the others add their numbers. */
const ORDER: readonly DangerKind[] = [
  "selfHarm",
  "fire",
  "forestFire",
  "gas",
  "lost",
  "drowning",
  "flood",
  "trapped",
  "poisoning",
  "electricShock",
  "childbirth",
  "heart",
  "trafficAccident",
  "humanTrafficking",
  "childAbuse",
  "hostage",
  "kidnapping",
  "missingPerson",
  "sexualViolence",
  "domesticViolence",
  "robbery",
  "breakIn",
  "explosive",
  "loanShark",
  "threat",
  "weapon",
  "violence",
  "medical",
];

export const DANGERS: readonly DangerRule[] = [
  ...RESCUE,
  ...MEDICAL,
  ...CRIME,
  ...PEOPLE,
  ...FAMILY,
  ...DESPAIR,
].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
