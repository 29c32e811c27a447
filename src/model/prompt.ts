/** The prompts by name, with the variables of each. */
export interface PromptVariables {
  readonly answer: { readonly mostSentences: number; readonly mostCharacters: number };
  readonly standalone: { readonly mostCharacters: number };
  readonly label: { readonly mostTopics: number };
}

export type PromptName = keyof PromptVariables;

/**
 * The text of each file in `prompts/`. Passed as a parameter: a Worker has them bundled, Node reads them. Without the one
 * for labels no model is asked what a message does.
 */
export type PromptTexts = Readonly<Record<Exclude<PromptName, "label">, string>> & {
  readonly label?: string;
};

/** The variables that a prompt's text must mention, for the test that compares files and code. */
export const VARIABLES: { readonly [Name in PromptName]: readonly (keyof PromptVariables[Name] & string)[] } =
  {
    answer: ["mostSentences", "mostCharacters"],
    standalone: ["mostCharacters"],
    label: ["mostTopics"],
  };

const PLACE = /\{\{(\w+)\}\}/gu;

/** The prompt with its variables filled in. A variable is one of our numbers: people's text never gets here. */
export function fillPrompt<Name extends PromptName>(
  texts: PromptTexts,
  name: Name,
  variables: PromptVariables[Name],
): string {
  const values: Readonly<Record<string, number>> = { ...variables };
  return (texts[name] ?? "").replace(PLACE, (_, variable: string) => String(values[variable] ?? ""));
}

/** The variables that a text mentions. */
export function placesIn(text: string): string[] {
  return [...text.matchAll(PLACE)].map((match) => match[1] ?? "");
}
