import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readExamples } from "../../../../test/examples.ts";
import { type OwnDetail, ownDetails, readable } from "../../../language/privacy/own/own-details.ts";
import { plainText } from "../../../messaging/reply.ts";
import { cardReply } from "../duty/card.ts";
import type { Report } from "../report.ts";
import { beginDraft, choose } from "./dialogue.ts";
import { type Choice, idOf, namesHome, screen, withoutHomes } from "./screen.ts";
import { screenDraft } from "./screen-draft.ts";

const NOW = Date.UTC(2026, 10, 28);
const safe = (...texts: string[]) => screen(texts.map((text) => ({ text }))).texts;

describe("screen", () => {
  it("decides once for all texts", () => {
    expect(safe("em là Kiều Trinh, sđt em 0935246810", "0935.246.810", "Kiều Trinh")).toEqual([
      "em là [đã che], sđt em [đã che]",
      "[đã che]",
      "[đã che]",
    ]);
    expect(safe("nó gọi bằng số 0987654321", "0987654321")).toEqual([
      "nó gọi bằng số 0987654321",
      "0987654321",
    ]);
  });

  it("asks where the same number is said to be both", () => {
    const { findings } = screen([{ text: "số em 0935246810. nó gọi bằng số 0935246810" }]);
    expect(findings).toMatchObject([{ whose: "unclear", shown: "hidden" }]);
  });

  it("hides in a part what is hidden in the whole", () => {
    expect(safe("nhà em ở số 31 ngách 9, phường Tam Thanh bị trộm", "ngách 9, phường Tam Thanh")[1]).toBe(
      "[đã che], phường Tam Thanh",
    );
  });

  it("does as the citizen chose, either way", () => {
    const text = "0935246810; thằng trộm dùng số 0987654321";
    const { findings } = screen([{ text }]);
    const [first] = findings;
    const chosen = (choice: Choice) => screen([{ text }], { choices: { [first?.id ?? ""]: choice } });
    expect(chosen("pass").texts).toEqual([text]);
    expect(chosen("pass").findings).toMatchObject([{ shown: "chosen", isChosen: true }]);
    expect(chosen("hide").texts).toEqual(["[đã che]; thằng trộm dùng số 0987654321"]);
  });

  it("in a danger passes on the home and the number, nothing else", () => {
    const text = "em là Kiều Trinh, nhà em ở số 31 ngách 9, gọi em 0935246810, cccd 020088007006";
    const { texts, findings } = screen([{ text }], { danger: true });
    expect(texts).toEqual(["em là [đã che], nhà em ở số 31 ngách 9, gọi em 0935246810, cccd [đã che]"]);
    expect(findings.filter(({ shown }) => shown === "told").map(({ kind }) => kind)).toEqual([
      "address",
      "phone",
    ]);
  });

  it("takes the answer to our question for the accused's number as theirs, but not one's own", () => {
    const answers = "numbers of the accused" as const;
    expect(screen([{ text: "0987654321", answers }]).texts).toEqual(["0987654321"]);
    expect(screen([{ text: "sđt em 0935246810", answers }]).texts).toEqual(["sđt em [đã che]"]);
  });

  it("passes on what answers that question, and says so: it can be hidden", () => {
    const texts = [{ text: "0987654321", answers: "numbers of the accused" as const }];
    const { findings } = screen(texts);
    expect(findings).toMatchObject([{ shown: "presumed", isChosen: false }]);
    const choices = { [findings[0]?.id ?? ""]: "hide" as const };
    expect(screen(texts, { choices }).texts).toEqual(["[đã che]"]);
  });

  it("finds a number that is told in pieces, and a name that comes again", () => {
    expect(safe("có trộm ở chợ\nsố em 091", "2345678")).toEqual([
      "có trộm ở chợ\nsố em [đã che]",
      "[đã che]",
    ]);
    expect(safe("em là Trần Thị Lan", "nó doạ giết Lan")).toEqual(["em là [đã che]", "nó doạ giết [đã che]"]);
  });

  it("takes two words in answer to the question for the place as a place", () => {
    expect(screen([{ text: "Mẫu Sơn", answers: "the place" }]).findings).toEqual([]);
  });

  it("hides no commune whose name could be a person's where the place names it too, and hides it where somebody is called so", () => {
    const place = { text: "số nhà 3 tổ 2, Đoàn Kết", answers: "the place" } as const;
    const told = "hôm qua ở số nhà 3 tổ 2, Đoàn Kết: mất con chó";
    expect(screen([{ text: told }, place]).texts).toEqual([told, place.text]);
    expect(screen([{ text: "em tên Đoàn Kết, mất con chó" }, place]).texts[0]).not.toContain("Đoàn Kết");
  });

  it("knows a home where it happened from another", () => {
    expect(namesHome("nhà em ở số 31 ngách 9 bị trộm")).toBe(true);
    expect(withoutHomes("nhà em ở số 31 ngách 9 bị trộm")).toContain("ngách 9");
    expect(withoutHomes("nhà em ở số 31 ngách 9, ở chợ có đánh bạc")).not.toContain("ngách 9");
    expect(namesHome("ở số 31 ngách 9 có đánh bạc")).toBe(false);
  });
});

describe("a card", () => {
  const line = fc.constantFrom(...readExamples("own-details").map(({ text }) => text));
  const choice = fc.constantFrom<Choice | undefined>("hide", "pass", undefined);

  function cardOf(lines: readonly string[], choices: readonly (Choice | undefined)[]) {
    let { draft } = beginDraft(lines.join(". "), NOW);
    draft = { ...draft, danger: false };
    for (const [i, finding] of screenDraft(draft).findings.entries()) {
      const say = choices[i % choices.length];
      if (say !== undefined) draft = choose(draft, say, [finding]);
    }
    const { content, findings } = screenDraft(draft);
    const report: Report = {
      code: "TB-AAAA-BBBB",
      lane: "crime",
      category: draft.category,
      state: "received",
      content,
      receivedAt: NOW,
      dueAt: NOW,
      likelySpam: false,
      version: 1,
    };
    const card = plainText(cardReply(report, { now: NOW, duplicates: [], undelivered: 0 }));
    return {
      card,
      content,
      passed: new Set(findings.filter(({ shown }) => shown !== "hidden").map(({ id }) => id)),
    };
  }

  it.each([1, 4, 138])("has no number that nobody said to be another's (%i)", (seed) => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 3 }),
        fc.array(choice, { minLength: 1, maxLength: 3 }),
        (lines, choices) => {
          const { card, content, passed } = cardOf(lines, choices);
          // Said once to be another's, by plain words, it is another's wherever it stands.
          const theirs = new Set(
            ownDetails(readable(lines.join(". ")))
              .filter(({ whose }) => whose === "other")
              .map(({ key }) => key),
          );
          const open = (text: string) =>
            ownDetails(readable(text)).filter(
              ({ whose, key }) => whose !== "other" && !theirs.has(key) && !passed.has(idOf(key)),
            );
          // What the shown place is called is nobody's name, unless somebody is introduced by it.
          const isOfPlace = ({ kind, whose, words, isIntroduced }: OwnDetail) =>
            kind === "name" &&
            whose === "unclear" &&
            isIntroduced !== true &&
            content.where?.words?.includes(words) === true;
          expect(open(content.what).filter((one) => !isOfPlace(one))).toEqual([]);
          const numbers = card.split("\n").flatMap((oneLine) => open(oneLine));
          expect(numbers.filter(({ kind }) => /phone|paper|number/u.test(kind))).toEqual([]);
        },
      ),
      { numRuns: 150, seed },
    );
  });
});

describe("the names of a place", () => {
  const shown = (what: string, where: string) =>
    screen([{ text: what }, { text: where, answers: "the place" }]).texts;
  it.each([
    ["bon no dua xe", "duong 234 doan Na Thuoc"],
    ["thấy túi lạ ở ghế đá", "bờ hồ Phai Loan"],
    ["ồn lắm", "quán nhậu Sơn Ca, đường Bông Lau"],
  ])("aren't hidden: %s, %s", (what, where) => expect(shown(what, where)).toEqual([what, where]));

  it("stand in the story too, and so do communes", () => {
    const what = "khong phai Huu Lien, ben Yen Thinh cu nhung gio thuoc Huu Lien, dua xe o doan Na Thuoc";
    expect(shown(what, "doan Na Thuoc, xa Huu Lien")[0]).toBe(what);
  });

  it.each([
    ["em là Nông Thị Hồng", "nhà Nông Thị Hồng, thôn Nà Pàn"],
    ["Bảo vệ trường Trịnh Văn Đức báo", "trường Trịnh Văn Đức"],
  ])("don't show whoever is named with them: %s", (what, where) => {
    for (const text of shown(what, where)) expect(text).not.toMatch(/Nông Thị Hồng|Trịnh Văn Đức/u);
  });

  it.each([
    ["có đánh bạc. Em là Hạnh đây", "quán Hồng Hạnh", "Em là Hạnh"],
    ["có đánh nhau, em là Tuấn Anh chủ quán", "quán Tuấn Anh", "em là Tuấn Anh"],
    ["mất trộm gà. em là Hồng", "nhà Hồng thôn Nà Lốc", "Hồng"],
    ["Lan xin báo có trộm trâu", "thôn Lang Can", "Lan xin"],
    ["có đánh bạc. Minh Tuấn, 0977 123 123", "quán Minh Tuấn", "Minh Tuấn,"],
  ])("don't excuse whoever is introduced by one of them: %s, %s", (what, where, own) => {
    for (const text of shown(what, where)) expect(text).not.toContain(own);
  });

  it("stay whole where the reporter is called like their end", () => {
    expect(shown("em là Hạnh, có đánh bạc", "quán Hồng Hạnh")[1]).toBe("quán Hồng Hạnh");
    expect(shown("phá rừng, em Sơn báo", "Mẫu Sơn")[1]).toBe("Mẫu Sơn");
  });

  it("are a host's as the telling says, where the place was cut out of it", () => {
    const what = "ở nhà ông Nông Văn Quý có sòng xóc đĩa";
    expect(shown(what, "nhà ông Nông Văn Quý")).toEqual([what, "nhà ông Nông Văn Quý"]);
  });

  it("a time names nobody", () =>
    expect(screen([{ text: "dem kia, sang day", answers: "the time" }]).texts).toEqual([
      "dem kia, sang day",
    ]));
});

describe("the place of a report", () => {
  const placed = (text: string) => beginDraft(text, NOW).draft;

  it("keeps its commune where it is the reporter's home, unless they chose to hide it", () => {
    const draft = placed("đêm qua bọn nó chặt trộm hồi nhà tôi ở thôn Còn Nưa xã Văn Quan");
    const { content, findings } = screenDraft(draft);
    expect(content.where?.words).toMatch(/\[đã che\], xã Văn Quan$/u);
    expect(content.what).not.toContain("Còn Nưa");
    expect(screenDraft(choose(draft, "hide", findings)).content.where?.words).not.toContain("Văn Quan");
  });

  it("is a hamlet where somebody only says they are, not one that is theirs while it happened elsewhere", () => {
    const { content, findings } = screenDraft(placed("em ở khối 11 phường Kỳ Lừa, có đám đánh nhau"));
    expect(findings).toEqual([]);
    expect(content.where?.words).toContain("khối 11 phường Kỳ Lừa");
    const elsewhere = screenDraft(placed("em ở thôn Bản Lải, thấy ở chợ Ba Xã có sòng xóc đĩa"));
    expect(elsewhere.findings.map(({ words, shown }) => [words, shown])).toEqual([
      ["thôn Bản Lải", "hidden"],
    ]);
    expect(elsewhere.content.where?.words).toContain("chợ Ba Xã");
  });

  it("keeps its neighbours' names and its day", () => {
    const told = placed(
      "hen gap o nga ba Po Leo ngay 12/10, gan nha ong Luc Van Tho, mot anh toc dai ten la Dat",
    );
    const { content, findings } = screenDraft(told);
    expect(findings).toEqual([]);
    expect(content.what).not.toContain("[đã che]");
  });

  it("is not where the reporter works, where something else is told as the place", () => {
    const { content } = screenDraft(
      placed("em làm kế toán ở công ty Phú Mỹ, thấy ở chợ Giếng Vuông có trộm móc túi"),
    );
    expect(content.where?.words).toContain("chợ Giếng Vuông");
    expect(JSON.stringify(content)).not.toContain("Phú Mỹ");
    const atWork = screenDraft(placed("em làm ở quán Sao Mai, quán hay có người bán ma tuý"));
    expect(atWork.content.where?.words).toContain("quán Sao Mai");
  });

  it("takes a commune's name for nobody's", () => {
    const { texts } = screen([{ text: "hang Tam Thanh, xa Khang Chien", answers: "the place" }]);
    expect(texts).toEqual(["hang Tam Thanh, xa Khang Chien"]);
  });
});
