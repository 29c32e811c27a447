/**
 * What each indicator is called, and the words (tags of the lexicon, without "is:") that must all be in a question
 * for it; "a|b" is either. `not` rules it out. `with` are indicators always told along.
 */
export interface Indicator {
  readonly id: string;
  readonly title: string;
  /** Counted for the whole country only: that is meant where no place is named. */
  readonly nationOnly?: true;
  /** The stored indicator, where this one is a part of it, and how the detail of that part begins. */
  readonly of?: string;
  readonly detail?: string;
  readonly needs: readonly string[];
  readonly not?: readonly string[];
  readonly with?: readonly string[];
  /** True where the unit types of the question choose among the facts. */
  readonly byUnit?: boolean;
  /** `rate`: higher is a share in percent; `change`: up or down; `goal`: aimed at, not reached. */
  readonly kind?: "rate" | "change" | "goal";
}

export const MERIT = "award_certificate_of_merit_minister_public_security";
export const LETTER = "award_commendation_letter_provincial_police_director";
export const STANDARD = "safety_standard_met";
export const RECOGNISED = "safety_standard_met_by_province_decision";
export const UNITS = "commune_level_units";
