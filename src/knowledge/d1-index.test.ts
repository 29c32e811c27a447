import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase, testIndex } from "../../test/knowledge/library.ts";
import { createD1Index } from "./d1-index.ts";
import type { SqlDatabase, SqlPrepared } from "./index-sql.ts";
import type { KnowledgeIndex } from "./knowledge-index.ts";

let index: KnowledgeIndex;
beforeAll(async () => {
  index = await testIndex();
});

async function first(
  question: string,
  audience: "public" | "internal" = "public",
): Promise<string | undefined> {
  return (await index.search(question, { audience, limit: 5 }))[0]?.passage.id;
}

describe("createD1Index", () => {
  it.each([
    ["Thông tư 124 thay thông tư nào?", "chuan-an-toan#thong-tu-124-thay-the-van-ban-nao"],
    ["thong tu 124 thay thong tu nao", "chuan-an-toan#thong-tu-124-thay-the-van-ban-nao"],
    ["tt124 hieu luc tu bao gio", "chuan-an-toan#thong-tu-124-co-hieu-luc-tu-khi-nao"],
    ["truogn mam non co xet ko", "chuan-an-toan#nhung-noi-nao-khong-thuoc-dien-xet"],
    ["bao nham co bi phat k", "to-giac#bao-nham-co-bi-phat-khong"],
    ["keng danh may tieng la co trom", "to-giac#danh-keng-may-tieng-la-co-trom"],
  ])("finds for “%s”", async (question, id) => {
    expect(await first(question)).toBe(id);
  });

  it("shows internal passages to the internal audience only", async () => {
    expect(await first("lịch trực ban cuối tuần", "internal")).toBe("noi-bo#lich-truc-ban-cuoi-tuan-ra-sao");
    const hits = await index.search("lịch trực ban cuối tuần nội bộ chỉ huy phân công", {
      audience: "public",
      limit: 50,
    });
    expect(hits.some((hit) => hit.passage.document.audience === "internal")).toBe(false);
  });

  it("stays within one document where asked", async () => {
    const hits = await index.search("có bị phạt không", {
      audience: "public",
      limit: 50,
      within: "chuan-an-toan",
    });
    expect(hits.every((hit) => hit.passage.document.id === "chuan-an-toan")).toBe(true);
  });

  it("measures how much of the question a passage carries", async () => {
    const [known] = await index.search("tố giác khác tin báo chỗ nào", { audience: "public", limit: 1 });
    const [strange] = await index.search("xổ số miền bắc tối nay có gì", { audience: "public", limit: 1 });
    expect(known?.coverage).toBeGreaterThan(0.8);
    expect(strange?.coverage ?? 0).toBeLessThan(0.3);
  });

  it.each(["Những nơi nào không thuộc diện xét?", "nhung noi nao khong thuoc dien xet"])(
    "takes a listed question word for word as wholly alike: %s",
    async (question) => {
      const [best] = await index.search(question, { audience: "public", limit: 1 });
      expect(best?.likeness).toBe(1);
    },
  );

  it("takes any text", async () => {
    const odd = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom('"', "' OR 1=1 --", "NEAR(a b)", "a*", "-b", "(", "你好", "_", ""),
    );
    await fc.assert(
      fc.asyncProperty(odd, async (text) => {
        const hits = await index.search(text, { audience: "public", limit: 3 });
        expect(
          hits.every(
            ({ coverage, likeness }) => coverage >= 0 && coverage <= 1 && likeness >= 0 && likeness <= 1,
          ),
        ).toBe(true);
      }),
    );
  });

  it("finds the same where many search at once before anything is known", async () => {
    const db = await testDatabase();
    const questions = [
      "Thông tư 124 thay thông tư nào?",
      "bao nham co bi phat k",
      "keng danh may tieng la co trom",
    ];
    const alone = await Promise.all(questions.map(async (asked) => idsOf(createD1Index(db), asked)));
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (order) => {
        const cold = createD1Index(answeringIn(order, db));
        const found = Promise.all(questions.map((asked) => idsOf(cold, asked)));
        expect(await order.waitFor(found)).toEqual(alone);
      }),
    );
  });
});

const idsOf = async (index: KnowledgeIndex, asked: string): Promise<string[]> =>
  (await index.search(asked, { audience: "public", limit: 5 })).map(({ passage }) => passage.id);

/** The database, whose answers to what is asked at the same time come in any order. */
function answeringIn(order: fc.Scheduler, { prepare, batch }: SqlDatabase): SqlDatabase {
  const later = (statement: SqlPrepared): SqlPrepared => ({
    bind: (...values) => later(statement.bind(...values)),
    all: <Row>() => order.schedule(statement.all<Row>()),
  });
  return { prepare: (sql) => later(prepare(sql)), batch };
}
