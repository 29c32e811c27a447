import { assert as check, constantFrom, nat, property } from "fast-check";
import { describe, expect, it } from "vitest";
import {
  allPassages,
  allSentences,
  passageOf,
  type TrueSentence,
} from "../../../../test/grounding/sentences.ts";
import { form } from "../../../../test/long-form.ts";
import { readLibrary } from "../../../knowledge/document.ts";
import type { Passage } from "../../../knowledge/knowledge-index.ts";
import { judgeSentences } from "./grounding-guard.ts";

const passages = allPassages();
const all = allSentences();
/** Every third: the mutations of all of them take minutes. */
const sentences = all.filter((_, i) => i % 3 === 0);
const verdictOf = (text: string, passage: Passage) =>
  judgeSentences([{ text, cites: [passage.id] }], [passage], "")[0]?.verdict;

/** Runs a mutation over every sentence that has room for it; the share that the guard drops. */
function caught(
  mutate: (sentence: TrueSentence, seed: number) => readonly string[],
  of: readonly TrueSentence[] = sentences,
): { n: number; share: number; missed: string[] } {
  const missed: string[] = [];
  let n = 0;
  for (const [seed, sentence] of of.entries()) {
    for (const text of mutate(sentence, seed)) {
      if (text === sentence.text) continue;
      n += 1;
      if (verdictOf(text, sentence.passage) === "kept") missed.push(text);
    }
  }
  return { n, share: (n - missed.length) / n, missed };
}

/** The text with each match replaced, one at a time. */
const each = (text: string, form: RegExp, instead: (match: string) => string): string[] =>
  [...text.matchAll(form)].map(
    ({ 0: match, index }) => text.slice(0, index) + instead(match) + text.slice(index + match.length),
  );

const otherDigit = (digit: string, seed: number) => String((Number(digit) + 1 + (seed % 9)) % 10);

describe("the grounding guard on mutated sentences", () => {
  it("catches at least 99 % of changed digits, wherever they stand", () => {
    const { n, share } = caught(({ text }, seed) => each(text, /\d/gu, (digit) => otherDigit(digit, seed)));
    expect(n).toBeGreaterThan(2_000);
    expect(share).toBeGreaterThanOrEqual(0.99);
  });

  it("catches at least 99 % of changed dates", () => {
    const { n, share } = caught(({ text }, seed) => [
      ...each(text, /\d{1,2}(?=\/\d{1,2}\/\d{4})/gu, (day) =>
        String((Number(day) % 28) + 1).padStart(2, "0"),
      ),
      ...each(text, /(?<=\d{1,2}\/)\d{1,2}(?=\/\d{4})/gu, (month) =>
        String((Number(month) % 12) + 1).padStart(2, "0"),
      ),
      ...each(text, /(?<=năm )\d{4}/gu, (year) => String(Number(year) + 1 + (seed % 3))),
    ]);
    expect(n).toBeGreaterThan(100);
    expect(share).toBeGreaterThanOrEqual(0.99);
  });

  it("catches at least 99 % of changed document numbers", () => {
    const { n, share, missed } = caught(
      ({ text }) => [
        ...each(text, /\d+(?=\/\d{4}\/[A-ZĐ])/gu, (number) => String(Number(number) + 9)),
        ...each(text, /(?<=\d\/\d{4}\/)TT(?=-)/gu, () => "NĐ"),
        ...each(text, /(?<=Điều )\d+/gu, (number) => String(Number(number) + 40)),
      ],
      all,
    );
    expect(n).toBeGreaterThan(40);
    expect(share, missed.join()).toBeGreaterThanOrEqual(0.99);
  });

  it("catches at least 95 % of negations put in and 85 % of those left out", () => {
    const into = caught(({ text }, seed) => {
      const words = text.split(" ");
      const at = 1 + (seed % Math.max(1, words.length - 2));
      return words.length > 5 ? [[...words.slice(0, at), "không", ...words.slice(at)].join(" ")] : [];
    });
    const out = caught(({ text }) => each(text, /(?<!\p{L})không (?!chỉ|những)/gu, () => ""));
    expect(into.n).toBeGreaterThan(500);
    expect(into.share).toBeGreaterThanOrEqual(0.95);
    expect(out.n).toBeGreaterThan(100);
    expect(out.share).toBeGreaterThanOrEqual(0.85);
  });

  it("catches every name that stands nowhere", () => {
    const names = ["Hoàng Bách", "Nguyễn Văn Bịa", "Đà Nẵng", "Lê Thị Không Có"];
    const { n, share } = caught(({ text }, seed) =>
      each(text, /(?<=\p{Ll} )\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+/gu, () => names[seed % names.length] ?? ""),
    );
    expect(n).toBeGreaterThan(80);
    expect(share).toBe(1);
  });

  it("catches at least 97 % of citations of another document", () => {
    const missed: string[] = [];
    let n = 0;
    check(
      property(constantFrom(...sentences), nat(), ({ text, passage }, seed) => {
        const other = passages[seed % passages.length] as Passage;
        if (other.document.id === passage.document.id) return;
        n += 1;
        if (verdictOf(text, other) === "kept") missed.push(text);
      }),
      { numRuns: form({ short: 200, long: 800 }), seed: 138 },
    );
    expect(missed.length / n).toBeLessThanOrEqual(0.03);
  });

  it("never judges the same thing twice differently", () => {
    check(
      property(constantFrom(...sentences), ({ text, passage }) => {
        expect(verdictOf(text, passage)).toBe(verdictOf(text, passage));
      }),
      { numRuns: form({ short: 60, long: 200 }), seed: 138 },
    );
  });
});

/** What a good model may make of a true sentence without changing what it says. */
const FAIR: Readonly<Record<string, (sentence: TrueSentence) => string | null>> = {
  "as it stands": ({ text }) => text,
  "with its source before it": ({ text, passage: { document } }) =>
    document.number === undefined || /\d\/\d{4}/u.test(text)
      ? null
      : `Theo văn bản số ${document.number}, ${text.charAt(0).toLowerCase()}${text.slice(1)}`,
  "to the person": ({ text }) => `Anh/chị lưu ý: ${text.charAt(0).toLowerCase()}${text.slice(1)}`,
  "with a word of connection": ({ text }) => `Ngoài ra, ${text.charAt(0).toLowerCase()}${text.slice(1)}`,
  "thousands without a point": ({ text }) =>
    /\d\.\d{3}/u.test(text) ? text.replace(/(?<=\d)\.(?=\d{3}(?!\d))/gu, "") : null,
  "its first clause alone": ({ text }) => {
    const [first = ""] = text.split(";");
    return first === text || first.length < 25 ? null : `${first}.`;
  },
};

describe("the grounding guard on true sentences", () => {
  it.each(Object.keys(FAIR))("keeps at least 95 %% of them %s", (how) => {
    const tell = FAIR[how] ?? (() => null);
    const told = all.flatMap((sentence) => {
      const text = tell(sentence);
      return text === null ? [] : [{ text, passage: sentence.passage }];
    });
    const dropped = told.filter(({ text, passage }) => verdictOf(text, passage) !== "kept");
    expect(told.length).toBeGreaterThan(0);
    expect(dropped.length / told.length, dropped[0]?.text).toBeLessThanOrEqual(0.05);
  });
});

/** Three sections as they might stand in the knowledge. */
const written = readLibrary([
  {
    name: "ba-muc.md",
    text: `---
id: ba-muc
title: Ba mục để thử
as_of: 2026-11-01
audience: public
class: public
---
## Báo nhầm thì có bị phạt không?

Luật chỉ xử lý người cố ý báo sai sự thật; suy ra báo nhầm do ngay tình thì không phải trường hợp đó. Anh/chị nói đúng điều mình thấy, phần nghi thì nói là nghi; biết mình nhầm thì báo lại ngay.

Nguồn: Bộ luật Tố tụng hình sự 2015, Điều 144 khoản 5

## Gọi 113 trêu đùa, quấy rối số khẩn cấp bị phạt bao nhiêu?

Quấy rối số 111, 113, 114, 115 bị phạt 3–4 triệu đồng, theo Nghị định 282/2025/NĐ-CP (Điều 8 khoản 3), áp dụng từ 15/12/2025. Lỡ bấm nhầm: nói với tổng đài là gọi nhầm rồi cúp máy.

Nguồn: Nghị định 282/2025/NĐ-CP, Điều 8 khoản 3

## Có nên đưa mã OTP, ảnh căn cước không?

Không đưa cho bất kỳ ai: công an, ngân hàng cũng không hỏi mã OTP, mật khẩu của anh/chị qua điện thoại. Không gửi ảnh căn cước cho người lạ, không cho mượn hay bán tài khoản, sim: kẻ gian có thể dùng để lừa người khác và anh/chị bị liên lụy. Lỡ đọc OTP rồi thì gọi ngân hàng khóa tài khoản ngay.

Nguồn: Khuyến cáo chung
`,
  },
]).passages;

const OTP = "Có nên đưa mã OTP, ảnh căn cước không?";
const MISTAKE = "Báo nhầm thì có bị phạt không?";
const PRANK = "Gọi 113 trêu đùa, quấy rối số khẩn cấp bị phạt bao nhiêu?";

describe("the grounding guard on what a model would write", () => {
  it.each([
    [MISTAKE, "Luật chỉ xử lý người cố ý báo sai sự thật."],
    [MISTAKE, "Anh/chị nói đúng điều mình thấy, phần nghi thì nói là nghi."],
    [MISTAKE, "Nếu biết mình nhầm, anh/chị hãy báo lại ngay."],
    [PRANK, "Quấy rối các số 111, 113, 114, 115 bị phạt từ 3 đến 4 triệu đồng."],
    [PRANK, "Mức phạt là 3.000.000–4.000.000 đồng theo Nghị định 282/2025/NĐ-CP."],
    [PRANK, "Nếu lỡ bấm nhầm, anh/chị nói với tổng đài là gọi nhầm rồi cúp máy."],
    [OTP, "Công an và ngân hàng không hỏi mã OTP qua điện thoại."],
    [OTP, "Lỡ đọc mã OTP rồi thì anh/chị gọi ngân hàng khóa tài khoản ngay."],
  ])("keeps, of “%s”: %s", (heading, text) => {
    expect(verdictOf(text, passageOf(heading, written))).toBe("kept");
  });

  it.each([
    [MISTAKE, "Báo nhầm bị phạt 2 triệu đồng."],
    [MISTAKE, "Báo nhầm thì bị xử lý theo Điều 144 khoản 6."],
    [MISTAKE, "Anh/chị sẽ được thưởng khi báo tin."],
    [MISTAKE, "Anh/chị không cần báo lại khi biết mình nhầm."],
    [MISTAKE, "Công an cam kết không xử lý người báo nhầm."],
    [MISTAKE, "Người báo nhầm phải nộp lệ phí."],
    [MISTAKE, "Gọi 0912345678 để được hướng dẫn."],
    [MISTAKE, "Gọi không chín một hai ba bốn năm sáu bảy tám để báo lại."],
    [MISTAKE, "Luật chỉ xử lý người cố ý báo sai sự thật theo Bộ luật Hình sự 1999."],
    [MISTAKE, "Call 113 if you report by mistake."],
    [MISTAKE, "Bao nham thi khong bi xu ly theo luat."],
    [PRANK, "Quấy rối số khẩn cấp bị phạt 5 triệu đồng."],
    [PRANK, "Bị phạt ba mươi triệu đồng."],
    [PRANK, "Mức phạt 3–4 nghìn đồng."],
    [PRANK, "Mức phạt ít nhất 4 triệu đồng."],
    [PRANK, "Theo Nghị định 283/2025/NĐ-CP, phạt 3–4 triệu đồng."],
    [PRANK, "Quấy rối số 112 bị phạt 3–4 triệu đồng."],
    [PRANK, "Quấy rối số 111, 113, 114, 115 không bị phạt."],
    [PRANK, "Quấy rối bị phạt tù 3 năm."],
    [PRANK, "Quấy rối số 111, 113, 114, 115 bị phạt 3\u200b0 triệu đồng."],
    [PRANK, "Quấy rối số 111, 113, 114, 115 bị phạt 3l4 triệu đồng."],
    [PRANK, "Quấy rối số ١١٣ bị phạt 3–4 triệu đồng."],
    [PRANK, "Quấy rối số 111, 113, 114, 115 bị phạt 3–4 triệu đồng, xem http://phat.example."],
    [PRANK, "<b>Quấy rối</b> số 113 bị phạt 3–4 triệu đồng."],
    [PRANK, "Đại tá Trần Đại Bịa cho biết quấy rối số 113 bị phạt 3–4 triệu đồng."],
    [PRANK, "Luật viết: “quấy rối số 113 là phạm tội”."],
    [OTP, "Anh/chị đưa mã OTP cho công an."],
    [OTP, "Ngân hàng có thể hỏi mã OTP qua điện thoại."],
    [OTP, "Lỡ đọc OTP thì không cần làm gì."],
    [OTP, "Hãy chuyển tiền vào tài khoản an toàn của công an."],
    [OTP, "Аnh/chị không đưa mã OTP cho ai."],
  ])("drops, of “%s”: %s", (heading, text) => {
    expect(verdictOf(text, passageOf(heading, written))).not.toBe("kept");
  });

  it("drops what cites nothing, or something that it was not given", () => {
    const passage = passageOf(MISTAKE, written);
    const text = "Luật chỉ xử lý người cố ý báo sai sự thật.";
    for (const cites of [[], ["P99"], [passage.id, "P99"]])
      expect(judgeSentences([{ text, cites }], [passage], "")[0]?.verdict).toBe("uncited");
  });
});
