import { describe, expect, it } from "vitest";
import { answerText, FACTS, NOW } from "../../../../test/figures/fixtures.ts";
import { readUtterance } from "../../../language/utterance.ts";
import { INDICATORS } from "../indicators.ts";
import { PROVINCES } from "../places.ts";
import { readQuestion } from "./figure-reading.ts";
import { isLittle } from "./named-spans.ts";
import { leftOut } from "./slots.ts";
import { understand } from "./understand.ts";

/** What the query of a question leaves out of it. */
function unused(question: string): readonly string[] {
  const reading = readQuestion(readUtterance(question), NOW);
  const request = understand(reading, { now: NOW, forced: false, thread: undefined });
  return request?.kind === "query" ? leftOut(reading, request.query).map(({ words }) => words) : [];
}

describe("what a question names and a query leaves out", () => {
  it.each([
    ["xã biên giới đạt chuẩn năm 2022 bao nhiêu", "biên giới"],
    ["công ty tnhh đạt chuẩn 2022", "tnhh"],
    ["bao nhiêu trường dân tộc nội trú đạt chuẩn năm 2022", "dân tộc nội trú"],
    ["Giám đốc Công an tỉnh tặng bằng khen mấy tập thể năm 2022", "bằng khen"],
    ["năm 2022 xây mới bao nhiêu mô hình ở phường", "phường"],
  ])("%s: “%s” is said in the answer", async (question, words) => {
    expect(unused(question)).toContain(words);
    expect(await answerText(question)).toContain(`“${words}”`);
  });

  it.each([
    "tỷ lệ xã, phường đạt chuẩn năm 2022",
    "năm 2022 số vụ ma túy của Lạng Sơn nhiều hơn Quảng Trị 2023 bao nhiêu",
    "7 loại trừ doanh nghiệp năm 2022 đạt bao nhiêu phần trăm",
    "ba loại thấp nhất năm 2022",
    "loại nào từ 95% đến 98% năm 2022",
  ])("%s: all of it is used", (question) => expect(unused(question)).toEqual([]));

  it("no confirmation where something was not compared", async () => {
    expect(await answerText("năm 2022 có 173 xã biên giới đạt chuẩn đúng không")).toMatch(
      /^Tôi chưa đối chiếu được “biên giới”/u,
    );
    expect(
      await answerText("Giám đốc Công an tỉnh tặng bằng khen 25 tập thể năm 2022 đúng không"),
    ).not.toMatch(/^Đúng/u);
  });

  it.each([
    ["bao nhiêu hợp tác xã đạt chuẩn antt năm 2022", "hợp tác xã"],
    ["benh vien nao dat chuan nam 2022", "benh vien"],
    ["nhà máy, khu công nghiệp đạt tiêu chuẩn an toàn về ANTT năm 2022 được mấy", "nhà máy"],
    ["số chợ chưa đạt năm 2022 là bao nhiêu", "chợ"],
  ])("%s: no other type's number stands in for “%s”", async (question, words) => {
    const answer = await answerText(question);
    expect(answer).toContain(`Tôi chưa có số liệu về “${words}`);
    expect(answer).not.toMatch(/\d\/\d/u);
  });

  it.each(["năm 2022 xảy ra bao nhiêu vụ phạm pháp hình sự", "vu hinh su phat sinh nam 2022"])(
    "%s: cases that were solved are no cases that happened",
    async (question) => {
      expect(await answerText(question)).not.toContain("373");
    },
  );

  it("ranks no communes by the figures of the types", async () => {
    for (const question of [
      "xếp hạng 65 xã phường theo tỷ lệ khu dân cư đạt chuẩn",
      "3 phường đứng đầu về tỷ lệ khu dân cư đạt chuẩn năm 2022",
      "top 10 trong 61 xã về tỷ lệ kdc đạt năm 2022",
    ])
      expect(await answerText(question)).not.toMatch(/\d\/\d/u);
  });

  it("asks back instead of leaving out how many types are meant", async () => {
    expect(await answerText("bốn loại xã, phường cộng lại năm 2022 đạt bao nhiêu")).toContain("“bốn loại”");
  });

  it("never drops a period or a province: it has its figure, or is said to have none", async () => {
    const wrong: string[] = [];
    const periods = [2019, 2020, 2021, 2023, 2024].map((year) => `năm ${year}`);
    for (const second of periods) {
      const answer = await answerText(`khu dân cư đạt chuẩn năm 2022 và ${second}`);
      if (!answer.includes(second) || !answer.includes("1.686")) wrong.push(second);
    }
    for (const province of PROVINCES.filter((name) => name !== "Lạng Sơn")) {
      const answer = await answerText(`số vụ ma túy năm 2022 của Lạng Sơn và ${province}`);
      if (!answer.includes(province)) wrong.push(province);
    }
    expect(wrong).toEqual([]);
  });

  it("never gives another's award: each awarder has its own figure or none", async () => {
    const stored = new Set(FACTS.filter(({ area }) => area === "Lạng Sơn").map(({ indicator }) => indicator));
    for (const [who, { title, words }] of Object.entries(INDICATORS.awarders)) {
      const own = INDICATORS.all.find(({ id, by }) => by === who && stored.has(id));
      const said = (words.find((word) => !/[!(/]/u.test(word)) ?? title).replace(/^tỉnh tặng$/u, title);
      const answer = await answerText(`${said} tặng bằng khen, giấy khen cho mấy tập thể năm 2022`);
      if (own === undefined) expect(answer, said).not.toMatch(/\b(?:11|25) tập thể/u);
      else expect(answer, said).toContain(own.title);
    }
  });
});

describe("isLittle", () => {
  it("knows words that narrow nothing, with and without marks", () => {
    expect(["của", "cua", "nhé"].every(isLittle)).toBe(true);
    expect(["tnhh", "cao nguyên"].some(isLittle)).toBe(false);
  });
});
