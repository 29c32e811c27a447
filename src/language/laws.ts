import json from "./laws.json" with { type: "json" };

/** For each law how it is cited (`name`), and its articles by what they say. */
const LAWS: Readonly<Record<string, Readonly<Record<string, string>>>> = json;

/**
 * Writes out the citations of a text from the one table that an amended law changes, `laws.json`.
 * @example withLaws("{denunciation.secrecy}; {policeDenunciation}") // "Luật Tố cáo …, Điều 9; Nghị định …"
 * @throws where the table has no such law or article: wording is made as the program starts, so no test passes then
 */
export function withLaws(text: string): string {
  return text.replace(/\{(\w+)(?:\.(\w+))?\}/gu, (reference, id: string, article?: string) => {
    const law = LAWS[id];
    const parts = article === undefined ? [law?.name] : [law?.name, law?.[article]];
    if (parts.includes(undefined)) throw new Error(`laws.json has no ${reference}`);
    return parts.join(", ");
  });
}
