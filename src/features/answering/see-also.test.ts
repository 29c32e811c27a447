import { expect, it } from "vitest";
import { contextOf } from "../../../test/turn-context.ts";
import type { Hit } from "../../knowledge/knowledge-index.ts";
import { plainText, source, text } from "../../messaging/reply.ts";
import type { Feature } from "../../turn/feature.ts";
import { SEE_ALSO } from "./answering-wording.ts";
import { seeAlso } from "./see-also.ts";

const advice: Feature = {
  name: "advice",
  take: () => ({
    replies: [{ blocks: [text("Gọi 115 trước."), source("Luật", "https://example.vn")] }],
  }),
};

const hit = (heading: string, chance: number): Hit => ({
  passage: {
    id: heading,
    document: { id: "d", title: "d", url: "https://example.vn", asOf: "2026-11-01", audience: "public" },
    headings: [heading],
    text: heading,
    asks: [],
    citation: "Luật",
    sources: [],
  },
  score: chance,
  coverage: 0,
  likeness: 0,
  chance,
});

const ask = async (said: string, hits: readonly Hit[]) => {
  const feature = seeAlso(advice, {
    knowledge: { search: async () => [...hits] },
    isOfficial: async () => false,
  });
  return (await feature.take(contextOf(said)))?.replies[0];
};

const ASKED = "nó ngã gãy tay, bên kia đòi sáu chục triệu, tôi phải chịu những gì?";

it("shows at most two sections that may answer, before the sources", async () => {
  const reply = await ask(ASKED, [hit("Một?", 0.3), hit("Hai?", 0.2), hit("Ba?", 0.2)]);
  expect(reply?.buttons?.map(({ label }) => label)).toEqual(["Một?", "Hai?"]);
  expect(reply && plainText(reply).indexOf(SEE_ALSO)).toBeLessThan(
    reply ? plainText(reply).indexOf("Luật") : 0,
  );
});

it.each([
  ["nothing comes near", ASKED, [hit("Một?", 0.01)]],
  ["nothing is asked", "nó ngã gãy tay rồi", [hit("Một?", 0.3)]],
])("is the advice alone where %s", async (_, said, hits) => {
  const reply = await ask(said, hits);
  expect(reply?.buttons).toBeUndefined();
  expect(reply && plainText(reply)).not.toContain(SEE_ALSO);
});

it("is the advice alone where nothing can be searched", async () => {
  const search = async () => {
    throw new Error("no store");
  };
  const feature = seeAlso(advice, { knowledge: { search }, isOfficial: async () => false });
  expect((await feature.take(contextOf(ASKED)))?.replies[0]?.blocks).toHaveLength(2);
});
