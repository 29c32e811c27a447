import { readMessage } from "../../../reading/read-message.ts";

/** So much surer of another kind the whole story must be than of the one that its first words were; less sure, where hardly any is left of that. */
const SURER = [
  { ofNew: 0.7, ofOld: 0.25 },
  { ofNew: 0.5, ofOld: 0.05 },
] as const;

/** The kind of all that was told, which may be another than that of its first words; what isn't surely another stays. */
export function kindOfWhole(category: string, story: string): string {
  const { incidents } = readMessage(story.replaceAll("\n", ", ")).learned;
  const [first] = incidents;
  if (first === undefined || first.is === "other") return category;
  const ofOld = incidents.find(({ is }) => is === category)?.p ?? 0;
  const least = category === "other" ? SURER.slice(0, 1).map(({ ofNew }) => ({ ofNew, ofOld: 1 })) : SURER;
  return least.some((one) => first.p >= one.ofNew && ofOld <= one.ofOld) ? first.is : category;
}
