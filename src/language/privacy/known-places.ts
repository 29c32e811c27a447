import { fold } from "../fold.ts";
import { PROVINCE } from "../province.ts";

const NAMES: ReadonlySet<string> = new Set(
  [
    PROVINCE.name,
    ...PROVINCE.formerDistricts,
    ...PROVINCE.communes.flatMap(({ name, was }) => [name, ...was]),
  ].map(fold),
);

/** True where the words are a commune, a former commune or district of the province: by itself that is nobody's name. */
export const isKnownPlace = (words: string): boolean => NAMES.has(fold(words));
