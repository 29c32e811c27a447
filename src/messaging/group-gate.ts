/** What became of one request about a person in a group. */
export type GateOutcome =
  | { readonly kind: "done" }
  /** It may work later; not before `afterMs` where the messenger named a time. */
  | { readonly kind: "retry"; readonly reason: string; readonly afterMs?: number }
  | { readonly kind: "cannot"; readonly why: GateRefusal };

export type GateRefusal =
  /** The bot has no right to remove people. */
  | "bot_powerless"
  /** The person is an administrator or the owner of the group. */
  | "is_administrator"
  | "other";

/** A group's door. Both can be repeated; neither throws. */
export interface GroupGate {
  /** Removes a person, who can't come back by a link. */
  remove(person: string): Promise<GateOutcome>;
  /** Lets a person come back who was removed; nothing happens to others. */
  readmit(person: string): Promise<GateOutcome>;
}
