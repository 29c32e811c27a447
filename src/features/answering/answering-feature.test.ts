import { beforeAll, describe, expect, it } from "vitest";
import { testIndex } from "../../../test/knowledge/library.ts";
import { expectMostOf } from "../../../test/most-of.ts";
import { contextOf } from "../../../test/turn-context.ts";
import type { KnowledgeIndex } from "../../knowledge/knowledge-index.ts";
import { plainText } from "../../messaging/reply.ts";
import type { FeatureResult } from "../../turn/feature.ts";
import type { Session } from "../../turn/session.ts";
import { answering, TOLD_EVENT } from "./answering-feature.ts";
import { AGAIN } from "./answering-wording.ts";
import type { ModelService } from "./generative/model-turn.ts";

const NOW = 1_800_000_000_000;
let knowledge: KnowledgeIndex;
beforeAll(async () => {
  knowledge = await testIndex();
});

async function ask(
  text: string,
  {
    session = {},
    official = false,
    isPrivate = true,
    at = NOW,
  }: { session?: Session; official?: boolean; isPrivate?: boolean; at?: number } = {},
): Promise<FeatureResult> {
  const feature = answering({
    knowledge,
    isOfficial: async () => official,
    onUnknown: async (_, __, answer) => answer,
  });
  const result = await feature.take(contextOf(text, { session, now: at, isPrivate }));
  if (result === null) throw new Error("answering takes every message");
  return result;
}

async function words(text: string, options?: Parameters<typeof ask>[1]): Promise<string> {
  return (await ask(text, options)).replies.map(plainText).join("\n\n");
}

describe("answering", () => {
  it("meets what tells of a wrong that it knows nothing of with advice, and says so to who keeps it", async () => {
    const told = { blocks: [{ kind: "text", text: "Anh/chị báo việc này." }] } as const;
    const feature = answering({
      knowledge,
      isOfficial: async () => false,
      onUnknown: async (_, __, answer) => answer,
      onTold: () => told,
    });
    const wrongs = [
      "xe tai cho dat chay suot dem qua ban em lam nut het tuong nha",
      "nhà đối diện cứ nửa đêm là đổ nước thải ra suối cá chết trắng",
      "hàng xóm chặt trộm cây hồi của nhà tôi mấy hôm nay",
      "quan dau ngo ban ruou cho may chau hoc sinh cap hai",
      "ho dao cat lau duoi song lam sat het ruong nha toi",
    ];
    const results = await Promise.all(
      wrongs.map((text) => feature.take(contextOf(text, { session: {}, now: NOW, isPrivate: true }))),
    );
    expectMostOf(results, 0.6, (result) => result?.events?.includes(TOLD_EVENT) === true);
    const chat = await feature.take(contextOf("troi hom nay dep qua", { session: {}, now: NOW }));
    expect(chat?.events).not.toContain(TOLD_EVENT);
  });

  it.each([
    ["Báo nhầm có bị phạt không?", "cố ý báo sai"],
    ["bao nham co bi phat ko", "cố ý báo sai"],
    ["tố giác khác tin báo như nào ạ", "cá nhân phát hiện"],
    ["truong mam non co phai xet khong", "mầm non, nhà trẻ"],
    ["TT124 quy định gì", "khu dân cư, xã, cơ quan"],
  ])("%s", async (question, answer) => {
    const reply = await words(question);
    expect(reply).toContain(answer);
    expect(reply).toMatch(/Nguồn: .+\(cập nhật 20\/11\/2026\)/u);
  });

  it("says above an answer which question it answers", async () => {
    const [reply] = (await ask("truong mam non co phai xet khong")).replies;
    expect(reply?.blocks[0]).toMatchObject({ kind: "strong", text: expect.stringMatching(/\?$/u) });
  });

  it("answers both halves of a question", async () => {
    const reply = await words("thong tu 124 thay the thong tu nao, hieu luc tu bao gio");
    expect(reply).toContain("23/2012/TT-BCA");
    expect(reply).toContain("10/02/2022");
    expect(reply.match(/Nguồn: /gu)).toHaveLength(2);
  });

  it.each(["tối nay xổ số miền bắc con gì về", "thời tiết Lạng Sơn ngày mai", "cach nau pho bo ngon"])(
    "sends nobody to the police with what is nobody's matter: %s",
    async (question) => {
      const reply = await words(question);
      expect(reply).toContain("ngoài phạm vi");
      expect(reply).not.toMatch(/Công an|113|Nguồn:/u);
    },
  );

  it.each(["nồng độ cồn phạt bao nhiêu tiền", "123"])(
    "says honestly that it doesn't know: %s",
    async (question) => {
      const reply = await words(question);
      expect(reply).toContain("Công an cấp xã");
      expect(reply).toContain("113");
      expect(reply).not.toContain("Nguồn:");
    },
  );

  it.each([
    ["Làm hộ chiếu lần đầu thì nộp hồ sơ ở đâu?", "xuất nhập cảnh"],
    ["lam ho chieu o dau", "xuất nhập cảnh"],
    ["Đăng ký tạm trú cần những giấy tờ gì?", "cư trú"],
    ["lam can cuoc cho con o dau", "căn cước"],
    ["ở đâu có luật sư giúp người nghèo", "trợ giúp pháp lý"],
  ])("names the office whose matter it is: %s", async (question, office) => {
    const reply = await words(question);
    expect(reply).toContain("chưa có thông tin");
    expect(reply).toContain(office);
    expect(reply).not.toContain("Nguồn:");
  });

  it("shows what it just showed only in part, or what stands beside it", async () => {
    const first = await ask("Thông tư 124/2021/TT-BCA quy định gì?");
    const shown = first.replies.map(plainText).join("\n\n");
    const session = first.session as Session;
    expect(await words("văn bản đó nói về việc gì", { session })).not.toBe(shown);
    expect(await words("Nhắc lại: Thông tư 124/2021/TT-BCA quy định gì?", { session })).toContain(
      shown.split("\n")[0],
    );
  });

  it("answers two questions about different things", async () => {
    const reply = await words("Báo nhầm có bị phạt không? Thông tư 124 có hiệu lực từ khi nào?");
    expect(reply).toContain("cố ý báo sai");
    expect(reply).toContain("10/02/2022");
  });

  it("understands what follows by what was answered", async () => {
    const { session } = await ask("Thông tư 124/2021/TT-BCA quy định gì?");
    expect(session?.knowledge).toMatchObject({ documentId: "chuan-an-toan", at: NOW });
    const thread = { session: session as Session };
    expect(await words("hiệu lực khi nào?", thread)).toContain("10/02/2022");
    expect(await words("còn doanh nghiệp nhỏ thì sao?", thread)).toContain("nhỏ và siêu nhỏ");
    expect(await words("con quy uoc tieng keng thi sao", thread)).toContain("từng thôn");
    const signer = await words("ai ký?", thread);
    expect(signer).toContain("do Bộ Công an ban hành ngày 28/12/2021");
    expect(signer).toContain("chưa có thông tin về người ký");
  });

  it("keeps the thread over a piece by which nothing is asked, and offers what else can be", async () => {
    const session: Session = {
      knowledge: { documentId: "chuan-an-toan", topic: "Thông tư 124 thay thế văn bản nào?", at: NOW },
    };
    const piece = await ask("nó 20 tuổi", { session, at: NOW + 60_000 });
    expect(piece.replies.map(plainText).join()).toContain("Thông tư 124 thay thế văn bản nào?");
    expect(piece.session?.knowledge).toMatchObject({ documentId: "chuan-an-toan", at: NOW + 60_000 });
    expect(await words("nó 20 tuổi")).toContain("chưa có thông tin");
  });

  it("shows a section again only to who asks for it word for word", async () => {
    const asked = "Những nơi nào không thuộc diện xét?";
    const { session } = await ask(asked);
    const thread = { session: session as Session };
    expect(await words(asked, thread)).toContain("tiểu học, mầm non");
    expect(await words("thế mầm non thì sao", thread)).toContain(AGAIN);
    expect(await words("thế mầm non thì sao", thread)).not.toContain("siêu nhỏ");
  });

  it("says of what it spoke where nothing of it answers, and is kept over a question that nothing answers", async () => {
    const { session } = await ask("Thông tư 124/2021/TT-BCA quy định gì?");
    const thread = { session: session as Session };
    expect(await words("thế mấy người", thread)).toContain("Thông tư 124/2021/TT-BCA quy định gì?");
    const other = await ask("nồng độ cồn phạt bao nhiêu tiền", thread);
    expect(other.replies.map(plainText).join()).toContain("chưa có thông tin");
    expect({ ...session, ...other.session }).toHaveProperty("knowledge", session?.knowledge);
  });

  it("forgets the thread after half an hour", async () => {
    const session: Session = {
      knowledge: { documentId: "chuan-an-toan", topic: "Thông tư 124 thay thế văn bản nào?", at: NOW },
    };
    expect(await words("ai ban hành?", { session })).toContain("Bộ Công an");
    expect(await words("ai ban hành?", { session, at: NOW + 31 * 60_000 })).toContain("chưa có thông tin");
  });

  it("finds the question at the end of a long message", async () => {
    const long = `${"Kính gửi anh chị, tôi xin trình bày như sau. ".repeat(60)}Tóm lại tôi muốn hỏi báo nhầm thì có bị phạt không.`;
    expect(await words(long)).toContain("cố ý báo sai");
  });

  it("gives internal passages to officials in private only", async () => {
    const question = "Lịch trực ban cuối tuần ra sao?";
    expect(await words(question, { official: true })).toContain("chỉ huy phân công");
    expect(await words(question, { official: true, isPrivate: false })).not.toContain("chỉ huy phân công");
    expect(await words(question)).not.toContain("chỉ huy phân công");
  });

  it("tells an official what figures there are and how new ones get in, not whom a citizen asks", async () => {
    const unknown = "công thức nấu phở bò của quán nào ngon nhất Hà Nội";
    expect(await words(unknown, { official: true })).toMatch(/\/solieu[\s\S]*\/capnhat/u);
    expect(await words(unknown, { official: true })).not.toContain("Công an cấp xã nơi mình ở");
    expect(await words(unknown)).not.toContain("/capnhat");
  });

  it("offers a section with a long heading by one of its other wordings, which finds it", async () => {
    const vague = ["chuyện về căn cước của mẹ con", "xe bị giữ", "nham roi chuyen khoan", "giay to xe cu"];
    const buttons = (await Promise.all(vague.map((words) => ask(words))))
      .flatMap(({ replies }) => replies)
      .flatMap((reply) => reply.buttons ?? []);
    expect(buttons.length).toBeGreaterThan(0);
    const long = buttons.filter(({ label, payload }) => label !== payload);
    for (const { label, payload } of long) expect(await words(payload)).toContain(label);
  });

  it("offers only buttons that can be sent and typed", async () => {
    const { replies } = await ask("Thông tư 124/2021/TT-BCA quy định gì?");
    const buttons = replies.flatMap((reply) => reply.buttons ?? []);
    expect(buttons.length).toBeLessThanOrEqual(3);
    expect(buttons.every(({ payload }) => new TextEncoder().encode(payload).length <= 60)).toBe(true);
  });

  it("has a word for a message without words", async () => {
    expect(await words("?!")).toContain("bằng chữ");
  });
});

describe("every way of quoting a section past its day", () => {
  const NOTE = "soạn để dùng đến ngày 01/01/2026";
  const old: Pick<KnowledgeIndex, "search"> = {
    search: async (...asked) =>
      (await knowledge.search(...asked)).map((hit) => ({
        ...hit,
        passage: { ...hit.passage, ageing: { checkAfter: "2026-01-01" } },
      })),
  };
  const model: ModelService = {
    timeoutMs: 1_000,
    callsPerChat: 5,
    generator: {
      answer: async ({ passages: [first] }) => ({
        sentences: [{ text: "Lời của máy.", cites: [first?.id ?? ""] }],
        dropped: 0,
      }),
      standalone: async () => null,
    },
  };
  const telling = (withModel: boolean) =>
    answering({
      knowledge: old,
      isOfficial: async () => false,
      onUnknown: async (_, __, answer) => answer,
      ...(withModel && { model }),
    });
  const said = async (withModel: boolean, text: string, session: Session = {}) => {
    const result = await telling(withModel).take(contextOf(text, { session, now: NOW }));
    return { words: result?.replies.map(plainText).join("\n") ?? "", session: result?.session ?? {} };
  };

  it("says so: quoted, asked for again, in a model's words", async () => {
    const first = await said(false, "Những nơi nào không thuộc diện xét?");
    expect(first.words).toContain(NOTE);
    const again = await said(false, "thế mầm non thì sao", first.session);
    expect(again.words).toContain(AGAIN);
    expect(again.words).toContain(NOTE);
    const composed = await said(true, "Báo nhầm có bị phạt không?");
    expect(composed.words).toContain("Lời của máy.");
    expect(composed.words).toContain(NOTE);
  });
});
