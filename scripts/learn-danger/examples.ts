import { createHash } from "node:crypto";
import { type Example, readExamples } from "../../test/examples.ts";
import { SETTINGS } from "./learn.ts";

/** Every message that the weights are learned from. */
export function collected(): Example[] {
  return (["document-questions", "calm", "danger"] as const).flatMap(readExamples);
}

/** The numbers to call; none where the message isn't a danger. */
export const numbersOf = ({ label }: Example): string[] => (label === "calm" ? [] : label.split(" "));

/** Changes with every message, label and setting of the learning. */
export function fingerprint(examples: readonly Example[]): string {
  const learned = examples.map(({ text, label }) => [text, label]);
  return createHash("sha256")
    .update(JSON.stringify([SETTINGS, learned]))
    .digest("hex");
}
