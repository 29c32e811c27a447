import { describe, expect, it } from "vitest";
import { correct } from "./correct.ts";
import { answer } from "./dialogue.ts";
import { type Draft, EMPTY_DRAFT } from "./draft.ts";
import { putsRight, rightTime } from "./plain-correction.ts";

const NOW = Date.parse("2026-12-01T11:45:00Z");

const told = (story: string): Draft => ({
  ...answer({ ...EMPTY_DRAFT, step: "summary" }, { kind: "text", text: story }, NOW).draft,
  step: "summary",
});

function corrected(story: string, said: string): Draft {
  const draft = told(story);
  expect(putsRight(draft, said, NOW)).toBe(true);
  const change = correct(draft, said, NOW);
  if (change.kind !== "done") throw new Error(`not done: ${change.kind}`);
  return change.progress.draft;
}

describe("what is said to be wrong", () => {
  it.each([
    [
      "tối qua tầm 9h có xe đổ rác ở bãi sau chợ",
      "em nói nhầm, tối kia mới đúng chứ tối qua em đi trực",
      "tối kia",
    ],
    [
      "toi qua khoang 10h nhieu nguoi vao",
      "toi nho lai roi, toi hom kia co, toi qua toi o nha chi",
      "toi hom kia",
    ],
    ["tối nào cũng mở loa từ 8h đến 12h đêm", "à quên, không phải tối nào, cuối tuần thôi ạ", "cuối tuần"],
    ["sáng nay 6h có người chích cá ở suối", "em ghi lộn, 5h chiều qua cơ", "5h chiều qua"],
    ["nó giật túi lúc 7h tối thứ 6", "nhớ nhầm ngày, thứ 5 ạ", "thứ 5"],
  ])("gives way to the right time: %s / %s", (story, said, words) => {
    const { when } = corrected(story, said);
    expect(when?.words).toMatch(new RegExp(`^${words}`, "u"));
  });

  it("keeps the hours of another day", () => {
    const { when } = corrected(
      "đêm nào cũng hát từ 9h đến 1h sáng",
      "không phải đêm nào, chỉ thứ 5 với thứ 7 thôi",
    );
    expect(when).toEqual({ words: "thứ 5 với thứ 7, từ 9h đến 1h sáng" });
  });

  it("gives way to the right beginning of a plate, the right number of a lane, the right count", () => {
    expect(corrected("xe tải biển 16C chở lợn chết", "soi ảnh thì 15C chứ không phải 16C").what).toContain(
      "biển 15C",
    );
    const lane = corrected("hút chích ở nhà trọ ngõ 3 đường Lê Lợi", "ngõ 8 mới đúng chứ không phải ngõ 3");
    expect(lane.where?.words).toBe("nhà trọ ngõ 8 đường Lê Lợi");
    expect(corrected("chúng nó có 7 đứa chặn đường", "à mà 9 đứa cơ, em đếm sót").what).toContain("9 đứa");
  });

  it("leaves the place alone where things are counted anew", () => {
    const { where, what } = corrected(
      "khối 2 phường Kỳ Lừa, nhà mình mất 2 bình gas",
      "xem lại là 3 bình gas chứ không phải 2",
    );
    expect(where?.words).toContain("khối 2");
    expect(what).toContain("3 bình gas");
  });

  it("takes several days, and the hours up to a part of the day", () => {
    const { when } = corrected(
      "toi nao cung mo loa tu 7h toi den nua dem",
      "nham a, chi thu 7 voi chu nhat thoi",
    );
    expect(when).toEqual({ words: "thu 7 voi chu nhat, tu 7h toi den nua dem" });
  });

  it("gives no named place up for one without", () => {
    const change = correct(
      told("nó đánh bà ở ngõ 4 đường Bông Lau"),
      "mình không phải người nhà",
      NOW,
      "place",
    );
    expect(change).toMatchObject({ progress: { draft: { where: { words: "ngõ 4 đường Bông Lau" } } } });
  });

  it.each([
    ["tối qua nó trộm gà", "à quên, tối qua nó còn cầm theo dao"],
    ["chiều qua mất xe ở cổng chợ", "em nhầm, xe màu đen, hôm nay em mới nhớ ra"],
  ])("is no other time where none is told: %s / %s", (story, said) => {
    expect(rightTime(told(story), said, NOW)).toBeNull();
  });
});
