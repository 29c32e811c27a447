import { expect, it } from "vitest";
import { contextOf } from "../../../test/turn-context.ts";
import type { MessageReading } from "../../reading/read-message.ts";
import type { Feature } from "../../turn/feature.ts";
import { knownInstead } from "./known-instead.ts";

const asked: string[] = [];
const answering = (name: string): Feature => ({
  name,
  take: () => {
    asked.push(name);
    return { replies: [] };
  },
});
const answers = { surely: answering("surely"), likely: answering("likely") };

const takes = async (boundary: MessageReading["boundary"], ask: number) => {
  const context = contextOf("ai nhận đơn tố cáo");
  const learned = {
    ...context.reading.learned,
    acts: [{ is: "ask", p: ask }] as MessageReading["learned"]["acts"],
  };
  const reading: MessageReading = { ...context.reading, boundary, learned };
  return (await knownInstead(answers).take({ ...context, reading })) !== null;
};

it("answers a question that would be refused, and nothing that is no question or no refusal", async () => {
  expect(await takes("whoReported", 0.4)).toBe(true);
  expect(await takes("whoReported", 0.01)).toBe(false);
  expect(await takes("promptInjection", 0.4)).toBe(false);
  expect(await takes(null, 0.9)).toBe(false);
});

it("must be surer where a refusal hides something of somebody's", async () => {
  asked.length = 0;
  for (const boundary of ["personList", "wrongdoing", "offTopic", "verdict"] as const)
    await takes(boundary, 0.4);
  expect(asked).toEqual(["surely", "surely", "likely", "likely"]);
});

it("answers what is said on of an answer, though it asks nothing by itself", async () => {
  const context = contextOf("chúng nó biết cả họ tên tôi");
  const learned = { ...context.reading.learned, acts: [{ is: "decline", p: 0.9 }] as const };
  const reading = { ...context.reading, boundary: "personalLookup" as const, learned };
  const take = (isSaidOn: boolean) => knownInstead(answers, () => isSaidOn).take({ ...context, reading });
  expect(await take(true)).not.toBeNull();
  expect(await take(false)).toBeNull();
});
