import { describe, expect, it } from "vitest";
import type { Hit } from "../../knowledge/knowledge-index.ts";
import { findPassages } from "./find-passages.ts";
import type { Search } from "./found.ts";

const THREAD = { documentId: "here", topic: "Báo tin giấu tên thế nào?", at: 0 };

function hit(document: string, heading: string, likeness: number): Hit {
  const passage = {
    id: `${document}#${heading}`,
    document: {
      id: document,
      title: document,
      url: "https://example.vn",
      asOf: "2026-11-01",
      audience: "public",
    },
    headings: [heading],
    text: heading,
    asks: [],
    citation: "Luật",
    sources: [],
  } as const;
  return { passage, score: 2 + likeness, coverage: 1, likeness, chance: likeness, nearest: heading };
}

/** What is found in the document spoken of, and anywhere. */
const found =
  (here: Hit, elsewhere: Hit): Search =>
  async (_question, within) =>
    within === undefined ? [elsewhere, here] : [here];

async function headingFor(question: string, here: Hit, elsewhere: Hit): Promise<string | undefined> {
  const result = await findPassages(found(here, elsewhere), question, THREAD);
  return result.kind === "answer" ? result.passages[0].headings[0] : undefined;
}

describe("a question after another", () => {
  it("stays with what was spoken of where a few words are asked there about as well", async () => {
    const [here, elsewhere] = [
      hit("here", "Tin ẩn danh bị từ chối?", 0.7),
      hit("there", "Bị từ chối?", 0.85),
    ];
    expect(await headingFor("có bị từ chối không", here, elsewhere)).toBe("Tin ẩn danh bị từ chối?");
  });

  it("goes where the few words are asked far better", async () => {
    const [here, elsewhere] = [
      hit("here", "Tin ẩn danh bị từ chối?", 0.2),
      hit("there", "Bị từ chối?", 0.85),
    ];
    expect(await headingFor("có bị từ chối không", here, elsewhere)).toBe("Bị từ chối?");
  });

  it("leaves for a whole question that is listed elsewhere, for all it begins with “thế”", async () => {
    const [here, elsewhere] = [hit("here", "Báo tin ở đâu?", 0.2), hit("there", "Công an có phải xét?", 0.9)];
    expect(await headingFor("thế cơ quan công an xã phường có phải xét không", here, elsewhere)).toBe(
      "Công an có phải xét?",
    );
  });
});

describe("a question that tells something besides", () => {
  const search: Search = async (question, within) =>
    within !== undefined || question.includes("máy bay")
      ? [hit("here", THREAD.topic, 0.05)]
      : [hit("here", "Bao lâu có kết quả?", 0.7)];

  it("is asked on by what asks in it, where all of it together finds nothing", async () => {
    const found = await findPassages(search, "bao lâu có ạ, tháng sau em cho cháu đi máy bay", THREAD);
    expect(found).toMatchObject({ kind: "answer", passages: [{ headings: ["Bao lâu có kết quả?"] }] });
    expect(await findPassages(search, "tháng sau em cho cháu đi máy bay", THREAD)).toMatchObject({
      kind: "none",
    });
  });
});

describe("a question with a story behind it", () => {
  const meant = hit("d", "Ban Chỉ đạo 138 là gì?", 0.2);
  const part = "ban chỉ đạo 138 là gì vậy ạ";
  const search =
    (alone: Hit): Search =>
    async (question) =>
      question === part ? [alone] : [meant];
  const kindOf = async (alone: Hit) =>
    (await findPassages(search(alone), `${part}, con đang làm bài dự thi`, null)).kind;

  it("is answered by what asks in it, if the whole of it found the same", async () => {
    expect(await kindOf({ ...meant, chance: 0.9 })).toBe("answer");
    expect(await kindOf(hit("d", "Trưởng ban là ai?", 0.9))).toBe("near");
    const barely = [{ ...meant, chance: 0.2 }, hit("d", "Trưởng ban là ai?", 0.02)];
    const found = await findPassages(
      async (question) => (question === part ? [hit("d", "Trưởng ban là ai?", 0.9)] : barely),
      `${part}, con đang làm bài dự thi`,
      null,
    );
    expect(found.kind).toBe("near");
  });
});

describe("what may be chosen from", () => {
  const near = (topic: number, meaning: number): Hit =>
    ({
      ...hit("d", "Mất trộm trâu thì báo ai?", 0.15),
      signals: { topic, meaning, asked: 1 },
    }) as unknown as Hit;
  const kindOf = async (first: Hit) => (await findPassages(async () => [first], "vết nứt báo ai", null)).kind;

  it("names what was asked about, or means nearly the same: never only what is asked of it", async () => {
    expect(await kindOf(near(0, 0.4))).toBe("none");
    expect(await kindOf(near(0.5, 0.4))).toBe("near");
    expect(await kindOf(near(0, 0.6))).toBe("near");
  });
});

describe("a rule that was replaced", () => {
  const old = hit("here", "Mức phạt cũ là bao nhiêu?", 0.9);
  const replaced: Hit = { ...old, passage: { ...old.passage, ageing: { supersededBy: "282/2025/NĐ-CP" } } };
  const present = hit("there", "Mức phạt nay là bao nhiêu?", 0.7);
  const first = async (question: string, ...hits: readonly Hit[]) => {
    const result = await findPassages(async () => hits, question, null);
    return result.kind === "answer" ? result.passages[0].headings[0] : result.kind;
  };

  it("stands back behind the one in force, unless the old one is asked for or nothing else is near", async () => {
    expect(await first("phạt bao nhiêu tiền", replaced, present)).toBe("Mức phạt nay là bao nhiêu?");
    expect(await first("mức phạt cũ bao nhiêu tiền", replaced, present)).toBe("Mức phạt cũ là bao nhiêu?");
    expect(await first("phạt bao nhiêu tiền", replaced)).toBe("Mức phạt cũ là bao nhiêu?");
  });
});

describe("a section that may be meant too", () => {
  const alsoOf = async (...chances: readonly number[]): Promise<string | undefined> => {
    const hits = chances.map((chance, i) => ({ ...hit(`d${i}`, `Mục ${i}?`, 0.5), chance }));
    const result = await findPassages(async () => hits, "mấy tuổi thì làm thẻ căn cước", null);
    return result.kind === "answer" ? result.also?.headings[0] : undefined;
  };

  it("is told beside the first, wherever it stands", async () => {
    expect(await alsoOf(0.5, 0.45)).toBe("Mục 1?");
    expect(await alsoOf(0.5, 0.1, 0.45)).toBe("Mục 2?");
  });

  it("isn't where the first is all but sure, or nothing else is likely", async () => {
    expect(await alsoOf(0.95, 0.45)).toBeUndefined();
    expect(await alsoOf(0.5, 0.3)).toBeUndefined();
  });
});
