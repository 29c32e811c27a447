import { CRIME } from "./indicators/crime-indicators.ts";
import type { Indicator } from "./indicators/indicator.ts";
import { MOVEMENT } from "./indicators/movement-indicators.ts";
import { SOCIETY } from "./indicators/society-indicators.ts";

export { type Indicator, RECOGNISED, STANDARD, UNITS } from "./indicators/indicator.ts";
export const MODELS = ["models_total", "models_maintained", "models_new", "police_emulation_models"] as const;

export const INDICATORS: readonly Indicator[] = [...MOVEMENT, ...CRIME, ...SOCIETY];

const BY_ID = new Map(INDICATORS.map((indicator) => [indicator.id, indicator]));

/** The indicator of that id; one that nobody described is called by its id. */
export function indicatorOf(id: string): Indicator {
  return BY_ID.get(id) ?? { id, title: id, needs: [] };
}
