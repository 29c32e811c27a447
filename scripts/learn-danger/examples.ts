import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readUtterance } from "../../src/language/utterance.ts";
import { detectByRules } from "../../src/reading/danger/detect-danger.ts";
import { DANGERS_TOLD, NO_DANGER } from "../../test/emergency/danger.fixture.ts";
import { EVERYDAY } from "../../test/emergency/fixtures/everyday.fixture.ts";

const FIXTURES = join(import.meta.dirname, "../../test/emergency/fixtures");
const DOCUMENTS = join(import.meta.dirname, "../../knowledge/documents");

export interface Told {
  readonly message: string;
  /** None where it is no danger. */
  readonly numbers: readonly string[];
}

/** Every collected message: the fixtures but those left out, and the questions that documents list and no rule takes for a danger. */
export async function collected(leftOut: ReadonlySet<string> = new Set()): Promise<Told[]> {
  const told: Told[] = [
    ...DANGERS_TOLD.map(([message, first]) => ({ message, numbers: [first] })),
    ...[...NO_DANGER, ...EVERYDAY].map((message) => ({ message, numbers: [] })),
  ];
  const files = readdirSync(FIXTURES).filter((file) => /^(danger|calm)-\d+\.fixture\.ts$/u.test(file));
  for (const file of files.sort()) {
    if (leftOut.has(file.replace(".fixture.ts", ""))) continue;
    const batches: Readonly<Record<string, readonly (string | readonly string[])[]>> = await import(
      join(FIXTURES, file)
    );
    for (const entry of Object.values(batches).flat()) {
      const [message = "", ...numbers] = typeof entry === "string" ? [entry] : entry;
      told.push({ message, numbers });
    }
  }
  const asked = readdirSync(DOCUMENTS)
    .filter((file) => file.endsWith(".md"))
    .sort()
    .flatMap((file) => questionsOf(readFileSync(join(DOCUMENTS, file), "utf8")))
    .filter((question) => detectByRules(readUtterance(question)) === null);
  return [...told, ...asked.map((message) => ({ message, numbers: [] }))];
}

const questionsOf = (document: string): string[] =>
  document
    .split("\n")
    .filter((line) => line.startsWith("> Hỏi:"))
    .flatMap((line) => line.slice("> Hỏi:".length).split("|"))
    .map((question) => question.trim());
