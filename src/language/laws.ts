import json from "./laws.json" with { type: "json" };

/** The citation of each law (`name`), and its articles by topic. */
const LAWS: Readonly<Record<string, Readonly<Record<string, string>>>> = json;

/**
 * Fills in the citations of a text from `laws.json`, the only table to change when a law is amended.
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
