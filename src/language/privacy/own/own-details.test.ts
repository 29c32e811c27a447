import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { batchesOf, readExamples } from "../../../../test/examples.ts";
import { PatternBook } from "../../pattern-book.ts";
import {
  asksFor,
  hideDetails,
  type OwnDetail,
  ownDetails,
  readable,
  saysNothingElse,
} from "./own-details.ts";

const HIDDEN = "[đã che]";
const SEEDS = [1, 29, 138, 4096];
const isHidden = ({ whose }: OwnDetail) => whose !== "other";
const hide = (typed: string, asked?: Parameters<typeof ownDetails>[1]): string => {
  const text = readable(typed);
  return hideDetails(text, ownDetails(text, asked).filter(isHidden), HIDDEN);
};
const whoseOf = (text: string, words: string) =>
  ownDetails(readable(text)).find((one) => one.words === words)?.whose;

const Label = z.strictObject({
  hide: z.array(z.string()).optional(),
  keep: z.array(z.string()).optional(),
});
const EXAMPLES = batchesOf(readExamples("own-details")).map(
  ([batch, examples]) =>
    [batch, examples.map(({ text, label }) => ({ text, ...Label.parse(JSON.parse(label)) }))] as const,
);

describe("messages as people write them", () => {
  it.each(EXAMPLES)("%s: nothing that points to the reporter stays", (_, examples) => {
    const leaks = examples.flatMap(({ text, hide: own = [] }) => {
      const safe = hide(text);
      return own.filter((words) => safe.includes(words.normalize("NFC"))).map((words) => ({ words, safe }));
    });
    expect(leaks).toEqual([]);
  });

  it("what handlers need goes without a question in nine of ten", () => {
    const kept = EXAMPLES.flatMap(([, examples]) =>
      examples.flatMap(({ text, keep = [] }) =>
        keep.map((words) => hide(text).includes(words.normalize("NFC"))),
      ),
    );
    expect(kept.length).toBeGreaterThan(80);
    expect(kept.filter(Boolean).length / kept.length).toBeGreaterThan(0.9);
  });

  it("nothing is hidden as surely the reporter's that is the accused's", () => {
    const sure = EXAMPLES.flatMap(([, examples]) =>
      examples.flatMap(({ text, keep = [] }) => keep.filter((words) => whoseOf(text, words) === "reporter")),
    );
    expect(sure).toEqual([]);
  });
});

describe("a telephone number", () => {
  const WORDS = "không một hai ba bốn năm sáu bảy tám chín".split(" ");
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 });
  const form = fc.constantFrom<(digits: string) => string>(
    (all) => all,
    (all) => `${all.slice(0, 4)} ${all.slice(4, 7)} ${all.slice(7)}`,
    (all) => all.replace(/(\d{3})(?=\d)/gu, "$1."),
    (all) => all.split("").join(" "),
    (all) => all.split("").join("-"),
    (all) => `+84${all.slice(1)}`,
    (all) => `(+84) ${all.slice(1, 4)} ${all.slice(4)}`,
    (all) => all.replaceAll("0", "o"),
    (all) => all.replaceAll("0", "O"),
    (all) => [...all].map((digit) => WORDS[Number(digit)]).join(" "),
    (all) => `${[...all.slice(0, 3)].map((digit) => WORDS[Number(digit)]).join(" ")} ${all.slice(3)}`,
    (all) => [...all].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join(""),
    (all) => [...all].map((digit) => `${digit}\u200b`).join(""),
    (all) => [...all].map((digit) => `${digit}\u{fe0f}\u{20e3}`).join(""),
    (all) => `${all.slice(0, 5)}\n${all.slice(5)}`,
  );
  const around = fc.constantFrom<readonly [string, string]>(
    ["", ""],
    ["sđt em ", " ạ"],
    ["tôi là người dân, cần thì gọi ", ", thằng Tuấn trong xóm bán pháo"],
    ["bọn nó đánh nhau ở chợ, số tôi ", ""],
    ["kẻ trộm hay qua đây. ", ""],
    ["zalo ", " nha"],
  );

  it.each(SEEDS)("however it is written, isn't left where nothing says that it is another's (%i)", (seed) => {
    fc.assert(
      fc.property(
        fc.constantFrom("3", "5", "7", "8", "9"),
        digits,
        form,
        around,
        (second, rest, write, [before, after]) => {
          const number = write(`0${second}${rest.join("")}`);
          const safe = hide(`${before}${number}${after}`);
          expect(safe.replaceAll(HIDDEN, "")).not.toMatch(/\d{2}|\d.\d/u);
          expect(safe).toContain(HIDDEN);
          expect(safe).not.toContain(readable(number).slice(-4));
        },
      ),
      { numRuns: 600, seed },
    );
  });

  it.each([
    ["lừa bán vé, telegram @ve_re_2026\n0988 776 655 số em đó", "0988 776 655"],
    ["số nó 19034 56789 0123. 0912 345 678", "0912 345 678"],
    ["đuôi số nó 4567. 0912 345 678", "0912 345 678"],
    ["insta của em là @nam.dep.trai. stk nó 0456\nO9I2 345 678", "O9I2 345 678"],
  ])("behind another number isn't taken for a part of it: %s", (text, number) => {
    expect(hide(text)).not.toContain(number);
  });

  it.each([
    "lừa mất 20.000.000 đồng",
    "ngày 12/11/2026 lúc 21h30",
    "tin TB-1234-5678 đến đâu rồi",
    "gọi 18001567 mà không ai nghe",
    "theo Nghị định 144/2021/NĐ-CP",
    "có 3 người, 2 xe, ở km 12 quốc lộ 4B",
    "mất 150 triệu, 2 cây vàng",
  ])("is none: %s", (text) => {
    expect(hide(text)).toBe(text);
  });
});

describe("other people's houses", () => {
  it.each([
    "chiều hôm kia có nhóm thanh niên ném đá lên mái nhà dân ở thôn Pò Vèn xã Na Sầm",
    "xe tai can nat vuon dan o thon Ban Lan",
    "chúng nó vào từng hộ dân ở thôn Nà Pàn xin tiền",
  ])("aren't the reporter's home: %s", (text) => expect(hide(text)).toBe(text));

  it("nor does this uncover whoever says where they live", () =>
    expect(hide("em là dân ở thôn Pò Vèn xã Na Sầm, thấy có người trộm chó")).not.toContain("Pò Vèn"));
});

describe("what was hidden", () => {
  const line = fc.constantFrom(...EXAMPLES.flatMap(([, examples]) => examples.map(({ text }) => text)));

  it.each(SEEDS)("leaves nothing to hide, whatever stands beside it (%i)", (seed) => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), (lines) => {
        const safe = hide(lines.join("\n"));
        expect(ownDetails(safe).filter(isHidden)).toEqual([]);
      }),
      { numRuns: 300, seed },
    );
  });
});

describe("the work for a message", () => {
  const FILLS = [
    "a ",
    "Lan ",
    "Nguyễn Văn Lan ",
    "0912345678 ",
    "1 ",
    "tôi là ",
    "nhà em ở số 1 ",
    "em ở khối 1 ",
    "em ở khối 1, chú tên Lan, ",
    "Lan đây ",
    "Lan\n",
    "a@b ",
    "zalo a1 ",
    "chuyển tiền vào số 0912345678 của tôi ",
    "em tên Lan, sđt 0912345678, thằng Tuấn bán pháo ở chợ. ",
  ];

  /** How many words the pattern books are given to read. */
  function wordsRead(text: string): number {
    const all = vi.spyOn(PatternBook.prototype, "all");
    ownDetails(readable(text));
    const words = all.mock.calls.reduce((n, [utterance]) => n + utterance.words.length, 0);
    all.mockRestore();
    return words;
  }

  it.each(FILLS)("grows with its length and no faster: %j", (fill) => {
    const of = (length: number) => wordsRead(fill.repeat(Math.ceil(length / fill.length)).slice(0, length));
    expect(of(10_000)).toBeLessThanOrEqual(2.5 * of(5_000));
  });
});

describe("whose it is", () => {
  it.each([
    ["nó gọi cho tôi bằng số 0987654321", "0987654321", "other"],
    ["tôi gọi bằng số 0987654321", "0987654321", "reporter"],
    ["em sợ bọn nó biết số em 0912345678", "0912345678", "reporter"],
    ["thằng Tuấn bán pháo 0912345678", "0912345678", "unclear"],
    ["stk của nó 19034567890123", "19034567890123", "other"],
    ["nó dùng cccd 036099001234", "036099001234", "unclear"],
  ])("%s", (text, words, whose) => {
    expect(whoseOf(text, words)).toBe(whose);
  });

  it.each([
    ["hộ khẩu thôn Pắc Ve, số thẻ căn cước 020175001234", "hộ khẩu [đã che], số thẻ căn cước [đã che]"],
    ["cccd em là không hai không một bảy năm không không một hai ba bốn", "cccd em là [đã che]"],
    ["nhà ở nhờ: em ở nhờ nhà chị gái 103/4 đường Ngô Quyền", "nhà ở nhờ: em ở nhờ nhà chị gái [đã che]"],
    ["nhà em cạnh trạm bơm thôn Pò Mạch", "nhà em cạnh trạm bơm [đã che]"],
    ["địa chỉ: P302 chung cư Phú Lộc", "địa chỉ: [đã che]"],
  ])("each is cut out by itself: %s", (text, safe) => {
    expect(hide(text)).toBe(safe);
  });

  it("the reporter's home is hidden, the place of the incident isn't", () => {
    expect(hide("Nhà em ở số 12 ngõ 34, ở số 7 ngõ 5 có người bán ma tuý")).toBe(
      "Nhà em ở [đã che], ở số 7 ngõ 5 có người bán ma tuý",
    );
  });

  it("of a home where it happened the commune stays", () => {
    expect(hide("nhà em ở số 12 ngõ 34, phường Tam Thanh bị trộm")).toBe(
      "nhà em ở [đã che], phường Tam Thanh bị trộm",
    );
  });
});

describe("an answer to a handler", () => {
  it.each([
    ["anh cho xin họ tên, số điện thoại và số nhà", ["name", "phone", "address"]],
    ["Chị là ai ạ?", ["name"]],
    ["Nhà anh ở đâu?", ["address"]],
    ["gửi em ảnh căn cước", ["paper"]],
    ["Có mấy người, đi xe gì?", []],
  ])("is to a question that asks for: %s", (question, kinds) => {
    expect([...asksFor(question)].sort()).toEqual([...kinds].sort());
  });

  it.each([
    ["Lan", "chị tên gì ạ"],
    ["dạ hùng ạ", "anh tên gì"],
    ["Nguyễn Thị Lan", ""],
    ["nguyen thi lan", ""],
    ["số 12 ngõ 34 Lê Lợi", ""],
    ["thôn Nà Pàn", "nhà chị ở đâu"],
    ["0912", "cho xin số điện thoại"],
    ["Vị trí: 21.8531, 106.7612", ""],
    ["https://maps.app.goo.gl/abc123", ""],
  ])("that is nothing else: %s (%s)", (answer, question) => {
    const safe = hide(answer, asksFor(question));
    expect(safe).toContain(HIDDEN);
    expect(saysNothingElse(safe, HIDDEN)).toBe(true);
  });

  it.each([
    ["có 3 người", "anh tên gì, có mấy người"],
    ["không biết ạ", "anh tên gì"],
    ["nó đi hướng chợ", "nhà anh ở đâu"],
    ["xe màu đỏ", ""],
    ["Vâng", "xin số điện thoại"],
  ])("that says something else: %s (%s)", (answer, question) => {
    expect(hide(answer, asksFor(question))).toBe(answer);
  });
});

it.each(["xin loi da lam phien", "xin lỗi anh nhé", "cam on nhieu"])("politeness names nobody: %s", (text) =>
  expect(ownDetails(text, new Set())).toEqual([]),
);
