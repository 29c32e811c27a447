import { describe, expect, it } from "vitest";
import { attraction } from "./attracts.ts";
import { type Checked, readChecked } from "./checked.ts";
import { check, describe as line } from "./rules.ts";

interface Written {
  readonly heading: string;
  readonly asks?: string;
  readonly notes?: readonly string[];
  readonly text?: string;
  readonly source?: string;
}

const HEAD = (id: string) =>
  `---\nid: ${id}\ntitle: Tài liệu ${id}\nas_of: 2026-01-01\naudience: public\nclass: public\n---\n`;
const DAY = "check_after: 2027-05-31";
const written = ({ heading, asks, notes = [DAY], text = "Trả lời.", source }: Written): string =>
  [
    `## ${heading}`,
    ...(asks === undefined ? [] : [`> Hỏi: ${asks}`]),
    ...notes.map((note) => `> ${note}`),
    `\n${text}\n\nNguồn: ${source ?? "Báo A | https://vi-du.example/a"}\n`,
  ].join("\n");

function checkedOf(sections: readonly Written[], sources: readonly string[] = []): Checked {
  const text = HEAD("a") + sections.map(written).join("\n");
  return readChecked([{ name: "documents/a.md", text }], {
    today: "2027-05-31",
    sources: sources.map((words, i) => ({ name: `nguon-${i}.txt`, text: words })),
  });
}

async function found(sections: readonly Written[], sources?: readonly string[]): Promise<string[]> {
  return (await check(checkedOf(sections, sources))).map(line);
}

it("is silent about sections that hold", async () => {
  expect(await found([{ heading: "Pháo là gì?" }, { heading: "Nuôi chó ở đâu?" }])).toEqual([]);
});

describe("one section by itself", () => {
  it("is named with its file and line", async () => {
    const text = `${HEAD("a")}## Một?\n\nTrả lời.\n\nNguồn: Báo A | https://a.example\n`;
    const judged = await check(readChecked([{ name: "documents/a.md", text }], { today: "2027-01-01" }));
    expect(judged.map(line)).toEqual(["documents/a.md:8: [nhắc] chưa ghi check_after: xem lại vào ngày nào"]);
  });

  it("is past its day on the day after, and no fault", async () => {
    const past = { heading: "Một?", notes: ["check_after: 2027-05-30"] };
    expect(await found([past])).toEqual([
      expect.stringMatching(/\[nhắc\] đã quá ngày xem lại 30\/05\/2027/u),
    ]);
    expect(await found([{ ...past, notes: [DAY] }])).toEqual([]);
  });

  it("has an address, unless it says that nothing is known", async () => {
    const bare = { heading: "Một?", source: "Báo A" };
    expect(await found([bare])).toEqual([expect.stringContaining("[lỗi] dòng Nguồn không có địa chỉ")]);
    expect(await found([{ ...bare, notes: [DAY, "confirmed: no"] }])).toEqual([]);
  });

  it("names its sources in what a phone shows", async () => {
    const named = (length: number) => ({
      heading: "Một?",
      source: `${"Báo".padEnd(length, "o")} | https://vi-du.example/a`,
    });
    expect(await found([named(160)])).toEqual([]);
    expect(await found([named(161)])).toEqual([expect.stringContaining("[nhắc] dòng Nguồn dài 161 ký tự")]);
  });

  it("is a fault where an ingest refuses it", async () => {
    const lines = await found([{ heading: "Một?", notes: ["check_after: mai"] }]);
    expect(lines).toContainEqual(expect.stringMatching(/a\.md:8: \[lỗi\] bị từ chối khi nạp: check_after/u));
  });

  it("says itself that it is still to come", async () => {
    const ahead = { heading: "Một?", notes: [DAY, "valid_from: 2027-07-01"], text: "Mức phạt là như sau." };
    expect(await found([ahead])).toEqual([expect.stringContaining("đến 01/07/2027 mới có hiệu lực")]);
    for (const text of ["Mức phạt sẽ như sau.", "Từ 1/7/2027, mức phạt là như sau."])
      expect(await found([{ ...ahead, text }])).toEqual([]);
  });
});

describe("what two sections are asked by", () => {
  it("is a fault where it is the same but for marks", async () => {
    const two = [
      { heading: "Phạt pháo bao nhiêu?" },
      { heading: "Hai?", asks: "khác | phat phao bao nhieu" },
    ];
    expect(await found(two)).toEqual([
      expect.stringMatching(/\[lỗi\] câu hỏi “phat phao bao nhieu” cũng có ở documents\/a\.md:8/u),
    ]);
  });

  it("is a reminder where only the order or polite words differ", async () => {
    const two = [{ heading: "Khi nào gọi 114?" }, { heading: "Hai?", asks: "gọi 114 khi nào vậy ạ" }];
    expect(await found(two)).toEqual([
      expect.stringContaining("[nhắc] câu hỏi “gọi 114 khi nào vậy ạ” gần như"),
    ]);
  });

  it("is nothing where a word differs, or where both are one section's", async () => {
    expect(await found([{ heading: "Khi nào gọi 114?" }, { heading: "Khi nào gọi 115?" }])).toEqual([]);
    expect(await found([{ heading: "Khi nào gọi 114?", asks: "gọi 114 khi nào | khi nao goi 114" }])).toEqual(
      [],
    );
  });
});

describe("a law that was replaced", () => {
  const old = {
    heading: "Mức phạt cũ là bao nhiêu?",
    notes: ["superseded_by: 282/2025/NĐ-CP"],
    source: "Nghị định 144/2021/NĐ-CP, Điều 7 | https://vi-du.example/a",
  };
  const naming = (text: string, source = "Báo A | https://vi-du.example/a") => ({
    heading: "Hai?",
    text,
    source,
  });

  it.each([
    naming("Theo Nghị định 144/2021, bị phạt."),
    naming("Bị phạt.", "Nghị định 144/2021/NĐ-CP, Điều 9 | https://vi-du.example/a"),
  ])("is told as if in force: %j", async (section) => {
    expect(await found([old, section])).toEqual([
      expect.stringMatching(/\[lỗi\] Nghị định 144\/2021.* đã được thay bằng Nghị định 282\/2025\/NĐ-CP/iu),
    ]);
  });

  it.each([
    "Nghị định 144/2021 đã hết hiệu lực.",
    "Nghị định 282/2025/NĐ-CP, khác Nghị định 144/2021, phạt nặng hơn.",
    "Thông tư 144/2021/TT-BCA vẫn dùng.",
    "Ngày 14/4/2021 có họp.",
  ])("isn't where it says so, or means another one: %s", async (text) => {
    expect(await found([old, naming(text)])).toEqual([]);
  });

  it("isn't known where the section cites two of its kind", async () => {
    const source = "Nghị định 144/2021/NĐ-CP; Nghị định 137/2020/NĐ-CP | https://vi-du.example/a";
    expect(await found([{ ...old, source }, naming("Theo Nghị định 144/2021.")])).toEqual([]);
  });
});

describe("what is told of a law", () => {
  it("names its kind rightly", async () => {
    expect(await found([{ heading: "Một?", text: "Theo Thông tư 282/2025/NĐ-CP thì phạt." }])).toEqual([
      expect.stringContaining("[lỗi] Nghị định 282/2025/NĐ-CP bị gọi là thông tư"),
    ]);
    const text = "Nghị quyết 98/2023/QH15, Luật Tố cáo 25/2018/QH14 và Thông tư liên tịch 01/2017/TTLT-BCA.";
    expect(await found([{ heading: "Một?", text }])).toEqual([]);
  });

  it("gives one day from which it holds", async () => {
    const one = { heading: "Một?", text: "Luật Phòng cháy 55/2024/QH15 có hiệu lực từ 01/07/2025." };
    const other = { heading: "Hai?", text: "Luật 55/2024 có hiệu lực từ ngày 1 tháng 7 năm 2024." };
    expect(await found([one, other])).toEqual([
      expect.stringMatching(/\[nhắc\] .*55\/2024 có hiệu lực từ 01\/07\/2024, nhưng .* ghi 01\/07\/2025/u),
    ]);
    expect(await found([one, { ...other, text: "Luật 55/2024 có hiệu lực từ 1/7/2025." }])).toEqual([]);
  });
});

describe("amounts of money", () => {
  const source = "Nghị định 282/2025/NĐ-CP, Điều 8 khoản 3 | https://vi-du.example/a";
  const fine = (heading: string, text: string, more: Partial<Written> = {}): Written => ({
    heading,
    text,
    ...more,
  });
  const one = fine("Gọi 113 trêu đùa phạt bao nhiêu?", "Bị phạt 3–4 triệu đồng.");

  it.each([
    [one, fine("Trêu đùa gọi 113 thì phạt bao nhiêu tiền?", "Bị phạt 2–3 triệu đồng.")],
    [{ ...one, source }, fine("Nháy máy tổng đài?", "Phạt 5.000.000 đồng.", { source })],
  ])("contradict each other: %j %j", async (some, other) => {
    expect(await found([some, other])).toEqual([expect.stringContaining("[nhắc]")]);
  });

  it.each([
    ["of other things", fine("Nuôi chó thả rông phạt bao nhiêu?", "Bị phạt 1–2 triệu đồng.")],
    [
      "of which one has more",
      fine("Trêu đùa gọi 113 thì phạt bao nhiêu tiền?", "Phạt 3–4 triệu đồng; tổ chức 8 triệu đồng."),
    ],
    [
      "of an old rule",
      fine("Trêu đùa gọi 113 thì phạt bao nhiêu tiền?", "Bị phạt 2–3 triệu đồng.", {
        notes: [DAY, "superseded_by: 282/2025/NĐ-CP"],
      }),
    ],
  ])("don't where they are %s", async (_, other) => {
    expect(await found([one, other])).toEqual([]);
  });
});

describe("words of a source", () => {
  const source =
    "Người dân khi phát hiện cháy phải báo ngay cho lực lượng chức năng gần nhất để kịp thời xử lý.";

  it("are nine in a row at most eight times", async () => {
    const nine = "Hãy nhớ: khi phát hiện cháy phải báo ngay cho lực lượng khác.";
    expect(await found([{ heading: "Một?", text: nine }], [source])).toEqual([
      expect.stringMatching(/\[lỗi\] 10 chữ liền nhau chép từ nguon-0\.txt/u),
    ]);
    const eight = "Hãy nhớ: phát hiện cháy phải báo ngay cho lực khác.";
    expect(await found([{ heading: "Một?", text: eight }], [source])).toEqual([]);
  });

  it("may be names", async () => {
    const name = "Luật Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở";
    const section = {
      heading: "Một?",
      text: `${name} là luật mới.`,
      source: `${name} | https://vi-du.example/a`,
    };
    expect(await found([section], [`Quốc hội thông qua ${name} hôm qua`])).toEqual([]);
  });
});

describe("a section that catches others' questions", () => {
  const checked = checkedOf([
    {
      heading: "Pháo hoa mua ở đâu, đốt khi nào, phạt bao nhiêu?",
      asks: "đốt pháo nổ phạt bao nhiêu | đốt pháo nổ bị phạt thế nào | đốt pháo nổ có bị phạt không | phạt đốt pháo nổ mấy triệu",
    },
    {
      heading: "Hai?",
      asks: "đốt pháo nổ bị phạt bao nhiêu tiền | đốt pháo nổ phạt thế nào | đốt pháo nổ bị phạt không | đốt pháo nổ phạt mấy triệu",
    },
  ]);

  it("is found by asking what it wasn't told", async () => {
    const { findings, asked, wanted, missed } = await attraction(checked, () => false);
    expect([asked, wanted]).toEqual([8, 8]);
    expect(missed).toBeGreaterThanOrEqual(3);
    expect(findings[0]?.why).toMatch(/^hút \d câu hỏi của mục khác, như “đốt pháo nổ/u);
  });

  it("keeps to its time", async () => {
    let left = 3;
    const { asked } = await attraction(checked, () => left-- <= 1);
    expect(asked).toBeLessThan(3);
  });
});
