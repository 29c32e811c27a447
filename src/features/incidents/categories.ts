import { COMMUNITY } from "./categories/community.ts";
import { FAMILY } from "./categories/family.ts";
import { MONEY } from "./categories/money.ts";
import { PROPERTY } from "./categories/property.ts";
import type { IncidentCategory } from "./category.ts";

/** The first category whose words are met leads: the more particular ones stand first. */
export const CATEGORIES: readonly IncidentCategory[] = [...MONEY, ...FAMILY, ...COMMUNITY, ...PROPERTY];
