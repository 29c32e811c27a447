import { describe, expect, it } from "vitest";
import type { Hit } from "../../../knowledge/knowledge-index.ts";
import { answerWith } from "../found.ts";
import { notAgain } from "./not-again.ts";

const TEXT =
  "Công an không gửi lệnh bắt qua mạng. Tắt máy, không chuyển tiền. Muốn hỏi cho chắc thì gọi 113.";
const section = (heading: string, chance: number, text = heading): Hit =>
  ({
    passage: { id: heading, document: { id: "lua-dao" }, headings: [heading], asks: [], text },
    score: chance,
    coverage: 1,
    likeness: 0.4,
    nearest: heading,
    chance,
  }) as unknown as Hit;

const SHOWN = section("Công an có gọi điện để làm việc không?", 0.9, TEXT);
const THREAD = { documentId: "lua-dao", topic: "Công an có gọi điện để làm việc không?", at: 0 };
const ask = (question: string, ...others: readonly Hit[]) =>
  notAgain(async () => others, question, THREAD, answerWith(SHOWN, []));

describe("a section that was shown just now", () => {
  it("is told by its line that names what is asked", async () => {
    const found = await ask("vậy lệnh bắt gửi qua mạng cho tôi thế này là giả hết à");
    expect(found).toMatchObject({ kind: "again", lines: ["Công an không gửi lệnh bắt qua mạng."] });
  });

  it("gives way to one beside it that answers, or is said to be all there is", async () => {
    const other = section("Người tự xưng ngân hàng gọi thì sao?", 0.6);
    expect(await ask("ngân hàng, bưu điện, bảo hiểm gọi thì sao", other)).toMatchObject({
      kind: "answer",
      passages: [other.passage],
    });
    expect(await ask("ngân hàng, bưu điện, bảo hiểm gọi thì sao")).toMatchObject({
      kind: "beside",
      isAll: true,
    });
  });

  it("is shown again to who asks for that", async () => {
    for (const question of ["nhắc lại giúp tôi", "cong an co goi dien de lam viec khong"])
      expect(await ask(question)).toMatchObject({ kind: "answer", passages: [SHOWN.passage] });
  });
});
