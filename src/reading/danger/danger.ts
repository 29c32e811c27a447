/** The numbers for a danger now. 111: children and human trafficking; 112: flood, search and rescue. */
export type EmergencyNumber = "111" | "112" | "113" | "114" | "115";

export type DangerKind =
  | "fire"
  | "forestFire"
  | "gas"
  | "drowning"
  | "flood"
  | "trapped"
  | "lost"
  | "selfHarm"
  | "poisoning"
  | "electricShock"
  | "childbirth"
  | "heart"
  | "trafficAccident"
  | "medical"
  | "humanTrafficking"
  | "childAbuse"
  | "kidnapping"
  | "hostage"
  | "missingPerson"
  | "sexualViolence"
  | "domesticViolence"
  | "robbery"
  | "breakIn"
  | "explosive"
  | "weapon"
  | "violence"
  | "loanShark"
  | "threat"
  | "unclear";

export interface Danger {
  readonly kind: DangerKind;
  /** In the order in which to call. */
  readonly numbers: readonly EmergencyNumber[];
  readonly language: "vi" | "en" | "zh";
}

/**
 * How one kind of danger is told. Patterns with full diacritics in the syntax of `PatternBook`; " & " joins those
 * that must all stand in the message.
 */
export interface DangerRule {
  readonly kind: DangerKind;
  readonly numbers: readonly EmergencyNumber[];
  /** Said of the present: a question beside it changes nothing. */
  readonly now: readonly string[];
  /** Said of the present unless the message asks about rules, looks back, or supposes. */
  readonly signs: readonly string[];
  /** Days later it is still a danger: a word such as "hôm qua" changes nothing. */
  readonly lasting?: true;
}
