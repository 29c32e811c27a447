import type { Utterance } from "../../../language/utterance.ts";
import weights from "./weights.json" with { type: "json" };
import { featuresOf } from "./word-features.ts";

/** What a message is compared with: any danger, a danger to a child or by trafficking (111), flood and search (112). */
export type Likened = "danger" | "111" | "112";

interface Weights {
  readonly bias: number;
  readonly of: Readonly<Record<string, number>>;
}

const TABLES: Readonly<Record<Likened, { bias: number; of: ReadonlyMap<string, number> }>> = {
  danger: tableOf(weights.danger),
  "111": tableOf(weights["111"]),
  "112": tableOf(weights["112"]),
};

function tableOf({ bias, of }: Weights): { bias: number; of: ReadonlyMap<string, number> } {
  return { bias, of: new Map(Object.entries(of)) };
}

/** How similar a message is to the collected ones, in hundredths of a logit: above 0 rather yes, below rather no. */
export function likeness(said: Utterance, to: Likened): number {
  const table = TABLES[to];
  return featuresOf(said).reduce((sum, feature) => sum + (table.of.get(feature) ?? 0), table.bias);
}

/** What one feature says of a danger, in hundredths of a logit; 0 where it was never met. */
export const weightOf = (feature: string): number => TABLES.danger.of.get(feature) ?? 0;
