/** The unit types in the order of the reports: the circular names seven. */
export const ASSESSED: readonly string[] =
  "residentialArea commune ward township agency enterprise educationalInstitution".split(" ");

/** A commune-level unit is a commune, ward or township. */
export const COMMUNE_LEVEL: readonly string[] = ["commune", "ward", "township"];

/** The types that a word for units stands for: all that are assessed, those of the commune level, or itself. */
export const typesIn = (unit: string): readonly string[] =>
  unit === "all" ? ASSESSED : unit === "communeLevel" ? COMMUNE_LEVEL : [unit];

export const UNIT_NAMES: Readonly<Record<string, string>> = {
  residentialArea: "khu dân cư",
  commune: "xã",
  ward: "phường",
  township: "thị trấn",
  agency: "cơ quan",
  enterprise: "doanh nghiệp",
  educationalInstitution: "cơ sở giáo dục",
  communeLevel: "đơn vị cấp xã",
  district: "huyện",
  household: "hộ",
  collective: "tập thể",
  individual: "cá nhân",
  collective_and_individual: "tập thể và cá nhân",
  unit: "đơn vị",
};

/** "xã", "cơ quan, doanh nghiệp"; a combination is named by its parts. */
export function unitName(unitType: string): string {
  return (
    UNIT_NAMES[unitType] ??
    unitType
      .split("+")
      .map((part) => UNIT_NAMES[part] ?? part)
      .join(", ")
  );
}
