import numbers from "./numbers.json" with { type: "json" };

/** The emergency numbers. 111: children and human trafficking; 112: flood, search and rescue. */
export const EMERGENCY_NUMBERS = ["111", "112", "113", "114", "115"] as const;
export type EmergencyNumber = (typeof EMERGENCY_NUMBERS)[number];

/**
 * Every kind of danger. Of several in a message the first one here leads, the others add their numbers: what kills within
 * minutes or kills the helper too comes before what people do to each other, the narrow kind before the wide one.
 */
export const DANGER_KINDS = [
  "selfHarm",
  "fire",
  "forestFire",
  "gas",
  "electricShock",
  "confinedSpace",
  "vehicleFall",
  "lost",
  "drowning",
  "buried",
  "flood",
  "childInCar",
  "trapped",
  "roadCrash",
  "choking",
  "snakebite",
  "stings",
  "animalBite",
  "burn",
  "bleeding",
  "poisoning",
  "stroke",
  "unconscious",
  "childbirth",
  "schoolViolence",
  "childAbuse",
  "heldAbroad",
  "humanTrafficking",
  "hostage",
  "kidnapping",
  "missingPerson",
  "sexualViolence",
  "domesticViolence",
  "robbery",
  "breakIn",
  "weapon",
  "violence",
  "loanShark",
  "threat",
  "explosive",
  "blackmail",
  "medical",
  "unclear",
] as const;
export type DangerKind = (typeof DANGER_KINDS)[number];

/** Whom to call in a danger of each kind, in this order: the policy, as data. */
export const NUMBERS_OF = numbers as Readonly<Record<DangerKind, readonly EmergencyNumber[]>>;

export interface Danger {
  /** What the advice is on. */
  readonly kind: DangerKind;
  /** In the order in which to call. */
  readonly numbers: readonly EmergencyNumber[];
  readonly language: "vi" | "en" | "zh";
  /** It may be none: whoever wrote is shown the way out. */
  readonly isUnsure?: true;
}

/**
 * How people report one kind of danger. Patterns with full diacritics in the syntax of `PatternBook`; " & " joins
 * patterns that must all be in the message.
 */
export interface DangerRule {
  readonly kind: DangerKind;
  readonly phrases: readonly string[];
}
