/** Why an identity isn't revealed. */
export type DisclosureRefusal =
  | "not_supervisor"
  /** A supervisor, or somebody above in the tree of invitations, for too short a time. */
  | "too_new"
  /** Nobody of the settings stands at the top of the tree any more. */
  | "cut_off"
  /** The reason is missing. */
  | "no_reason"
  /** There is no such report or request, or its reporter is no longer known. */
  | "unknown"
  /** Nobody could confirm. */
  | "no_second"
  /** The supervisor has asked too often within an hour. */
  | "too_many"
  /** The supervisor who asked can't confirm. */
  | "same_person"
  /** Both hang on the same supervisor of the settings: they may be one person. */
  | "same_root"
  | "expired"
  | "vetoed"
  /** The role or the standing of one of the two changed since. */
  | "voided"
  /** Only the supervisor who asked may read. */
  | "not_requester"
  | "not_confirmed"
  /** It can still be stopped, and read only after that. */
  | "not_yet"
  | "wrong_code"
  | "locked"
  | "no_key"
  /** Read or confirmed already. */
  | "used";
