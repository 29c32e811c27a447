import { describe, expect, it } from "vitest";
import type { Hit } from "../../../knowledge/knowledge-index.ts";
import type { Found, Search } from "../found.ts";
import type { KnowledgeThread } from "../knowledge-thread.ts";
import { followUp } from "./follow-up.ts";

const TITLE: Readonly<Record<string, string>> = { "tam-tru": "Đăng ký tạm trú", xe: "Xe máy", phao: "Pháo" };

function hit(document: string, heading: string, chance: number, text = heading): Hit {
  const passage = {
    id: heading,
    document: { id: document, title: TITLE[document] },
    headings: [heading],
    asks: [],
    text,
  };
  const signals = { asked: 1, topic: 0.9 };
  return {
    passage,
    score: chance,
    coverage: 1,
    likeness: 0.4,
    nearest: heading,
    chance,
    signals,
  } as unknown as Hit;
}

const SHOWN = hit(
  "tam-tru",
  "Chủ trọ hay người thuê đăng ký tạm trú?",
  0.9,
  "Người thuê tự làm, chủ trọ làm giúp. Phí 15.000 đồng.",
);
const WHERE = (chance: number) => hit("tam-tru", "Đăng ký tạm trú ở đâu?", chance);
const VEHICLES = (chance: number) => hit("xe", "Đăng ký xe ở đâu?", chance);
const THREAD: KnowledgeThread = { documentId: "tam-tru", topic: SHOWN.passage.headings[0] ?? "", at: 0 };

/** What the words alone find, and what they find together with what the thread is about. */
const finding =
  (question: string, alone: readonly Hit[], joined: readonly Hit[]): Search =>
  async (asked, within) =>
    within !== undefined ? [SHOWN] : asked === question ? alone : joined;

const ask = (
  question: string,
  alone: readonly Hit[],
  joined: readonly Hit[],
  thread = THREAD,
): Promise<Found | null> => followUp(finding(question, alone, joined), question, thread);

describe("a question that is asked on", () => {
  it("is answered by what both its words and the thread point at", async () => {
    const found = await ask("đăng ký ở đâu", [VEHICLES(0.5), WHERE(0.1)], [WHERE(0.6)]);
    expect(found).toMatchObject({ kind: "answer", passages: [WHERE(0).passage], sure: true, follows: true });
  });

  it("stands alone where another matter is asked for by its name", async () => {
    const near = hit("tam-tru", "Đăng ký tạm trú ở đâu?", 0.9, "Đăng ký nơi ở, không phải đăng ký xe máy.");
    expect(await ask("đăng ký xe máy ở đâu", [VEHICLES(0.9)], [near])).toBeNull();
    expect(await ask("đăng ký xe máy ở đâu", [VEHICLES(0.2)], [near])).toMatchObject({ kind: "answer" });
  });

  it("is met with the line of what was shown that names it", async () => {
    expect(await ask("thế phí thì sao", [SHOWN, VEHICLES(0.05)], [])).toMatchObject({
      kind: "again",
      lines: ["Phí 15.000 đồng."],
    });
  });

  it("is told honestly that nothing of the thread fits, with what lies nearest", async () => {
    expect(await ask("mấy ngày", [VEHICLES(0.2)], [WHERE(0.05)])).toMatchObject({
      kind: "beside",
      shown: SHOWN.passage,
    });
  });

  it("is never answered of another subject where it names nothing, nor offered anything of one", async () => {
    const bare = ["mất bao lâu thì xong", "het bao nhieu tien a"];
    for (const asked of bare) {
      const found = await ask(asked, [VEHICLES(0.9)], [VEHICLES(0.3), WHERE(0.05)]);
      expect(found).toMatchObject({ kind: "beside", shown: SHOWN.passage, hits: [WHERE(0.05)] });
    }
    expect(await ask("mất bao lâu thì xong", [VEHICLES(0.9)], [WHERE(0.4)])).toMatchObject({
      kind: "answer",
      passages: [WHERE(0).passage],
    });
  });

  it("is told what its subject has of it, however many words it has, where by itself it finds nothing", async () => {
    const asked = "có đăng ký trên điện thoại được không, nhà xa quá";
    const text = "Chủ trọ, người thuê đăng ký tạm trú trên điện thoại, nhà xa quá cũng được.";
    const online = hit("vneid", "Đăng ký tạm trú trên điện thoại?", 0.8, text);
    const found = await ask(asked, [VEHICLES(0.1)], [online]);
    expect(found).toMatchObject({ kind: "answer", passages: [online.passage] });
    expect(await ask(asked, [VEHICLES(0.7)], [online])).toBeNull();
  });

  it("is asked of the whole matter too, where the section is about a part of it", async () => {
    const asked: string[] = [];
    const search: Search = async (question, within) => {
      asked.push(question);
      return within === undefined ? [WHERE(0.2)] : [SHOWN];
    };
    await followUp(search, "mấy ngày có", THREAD);
    expect(asked).toContain("đăng ký tạm trú mấy ngày có");
  });

  it("is left alone where it is no few words", async () => {
    const story =
      "hôm qua nhà hàng xóm đập phá cổng sắt nhà văn hóa thôn rồi ném chai lọ khắp sân kho hợp tác xã";
    expect(await ask(story, [VEHICLES(0.1)], [WHERE(0.9)])).toBeNull();
  });

  it("still asks of what the thread began with", async () => {
    const thread: KnowledgeThread = { documentId: "phao", topic: "Mua pháo?", root: THREAD, at: 0 };
    const asked: string[] = [];
    const search: Search = async (question, within) => {
      asked.push(question);
      return within === "phao"
        ? [hit("phao", "Mua pháo?", 0.9)]
        : within === undefined
          ? [WHERE(0.2)]
          : [SHOWN];
    };
    await followUp(search, "ở đâu", thread);
    expect(asked).toContain("chủ trọ người thuê đăng ký tạm trú ở đâu");
  });

  it("is told the nearest of its subject that says what is asked, before it is said that nothing fits", async () => {
    const near = hit("tam-tru", "Tạm trú gia hạn?", 0.28, "Chủ trọ, người thuê xin gia hạn tạm trú.");
    const found = await ask("gia hạn thế nào", [VEHICLES(0.05)], [near]);
    expect(found).toMatchObject({ kind: "answer", passages: [near.passage], sure: false });
  });

  it("is answered from what was shown beside, too", async () => {
    const beside = hit(
      "tam-tru",
      "Phạt bao nhiêu?",
      0.9,
      "Không khai thì bị phạt. Nộp ở Kho bạc. Giữ biên lai.",
    );
    const search: Search = async (_, within) => (within === undefined ? [] : [SHOWN, beside]);
    const thread = { ...THREAD, also: { documentId: "tam-tru", topic: "Phạt bao nhiêu?" } };
    expect(await followUp(search, "biên lai thì sao", thread)).toMatchObject({
      kind: "again",
      lines: ["Giữ biên lai."],
    });
    expect(await followUp(search, "biên lai thì sao", THREAD)).toMatchObject({ kind: "beside" });
  });

  it("keeps the age that was supposed: what is for others, by its heading, is no answer", async () => {
    const older = hit("tam-tru", "Trẻ đủ 14 tuổi đăng ký tạm trú ở đâu?", 0.5);
    expect(await ask("đăng ký ở đâu", [older], [older])).toMatchObject({ passages: [older.passage] });
    const ofSix = { ...THREAD, supposed: { number: 6, unit: "tuoi" } };
    expect(await ask("đăng ký ở đâu", [older], [older], ofSix)).not.toMatchObject({
      passages: [older.passage],
    });
  });

  it("may be answered by what was only offered", async () => {
    const offered = { ...THREAD, isOffered: true };
    const likely = { ...SHOWN, chance: 0.5 };
    expect(await ask("người thuê làm à", [likely], [likely], offered)).toMatchObject({
      kind: "answer",
      passages: [SHOWN.passage],
    });
  });
});
