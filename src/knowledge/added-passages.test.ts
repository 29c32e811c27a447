import { describe, expect, it } from "vitest";
import { testLibrary } from "../../test/knowledge/library.ts";
import { openMemoryDatabase } from "../../test/knowledge/sqlite.ts";
import { type Added, NOTHING_ADDED, readyToAdd } from "./added-passages.ts";
import { applyBuild, planBuild, wordsOf } from "./build-index.ts";
import { judge } from "./confidence.ts";
import { createD1Index } from "./d1-index.ts";
import { LEARNED_ENCODER } from "./encoder.ts";
import type { Audience, Passage } from "./knowledge-index.ts";

const QUESTION = "bến xe tự quản phải lắp mấy đèn";

const passage = (audience: Audience, text: string): Passage => ({
  id: `x#${text}`,
  document: { id: "x", title: "Chỉ thị về bến xe tự quản", asOf: "2026-11-20", audience },
  headings: ["Chỉ thị về bến xe tự quản", "Mục 2. Đèn chiếu sáng"],
  text,
  asks: ["Chủ bến xe lắp đủ đèn chiếu sáng"],
  citation: "Chỉ thị về bến xe tự quản, Mục 2",
  sources: [],
});
const ready = (one: Passage) => readyToAdd(one, wordsOf(one), LEARNED_ENCODER);

/** The test documents, and beside them what `added` is when a search asks. */
async function indexWith(state: { added: Added }) {
  const db = openMemoryDatabase();
  await applyBuild(db, await planBuild(testLibrary(), [], 0));
  return createD1Index(db, LEARNED_ENCODER, undefined, async () => state.added);
}

const LAMPS = "Chủ bến xe tự quản lắp đủ 04 đèn chiếu sáng ở cổng.";

describe("passages beside the built ones", () => {
  it("are found for whom they are, in their newest form, and no more when they are gone", async () => {
    const state = { added: NOTHING_ADDED };
    const index = await indexWith(state);
    const texts = async (audience: Audience) =>
      (await index.search(QUESTION, { audience, limit: 3 })).map((hit) => hit.passage.text);
    expect(await texts("internal")).not.toContain(LAMPS);
    state.added = { version: "1", passages: [ready(passage("internal", LAMPS))] };
    expect((await texts("internal"))[0]).toBe(LAMPS);
    expect(await texts("public")).not.toContain(LAMPS);
    state.added = { version: "2", passages: [ready(passage("public", LAMPS))] };
    expect((await texts("public"))[0]).toBe(LAMPS);
    expect(await index.search(QUESTION, { audience: "public", limit: 3, within: "other" })).toEqual([]);
    state.added = { version: "3", passages: [] };
    expect(await texts("internal")).not.toContain(LAMPS);
  });

  it("are judged by their words, and leave the built ones' answers as they are", async () => {
    const state = { added: NOTHING_ADDED };
    const index = await indexWith(state);
    const ask = (question: string) => index.search(question, { audience: "public", limit: 1 });
    const [before] = await ask("Thông tư 124 có hiệu lực từ khi nào?");
    state.added = { version: "1", passages: [ready(passage("public", LAMPS))] };
    const [hit] = await ask(QUESTION);
    expect([hit?.chance, judge(hit)]).toEqual([undefined, "answer"]);
    const [after] = await ask("Thông tư 124 có hiệu lực từ khi nào?");
    expect(after?.passage.id).toBe(before?.passage.id);
  });
});
