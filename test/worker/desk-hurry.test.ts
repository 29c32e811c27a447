import { beforeEach, describe, expect, it } from "vitest";
import { MINUTE } from "../../src/platform/time.ts";
import { AlarmDesk, GROUP } from "./alarm-desk.ts";
import { book, T0 } from "./reports-fixture.ts";

const [CHIEF, NGA, PAO, STRANGER] = ["138000001", "2501", "2502", "2599"] as const;
const CALM = { lane: "crime", category: "theft" } as const;

let desk: AlarmDesk;
beforeEach(async () => {
  desk = await AlarmDesk.quiet(T0, CHIEF, { [NGA]: "Nga", [PAO]: "Páo" });
});

async function taken() {
  const one = await desk.report(CALM);
  await desk.moves(NGA, one.code, "accepted");
  return one;
}

const buttonsOf = (label: RegExp) =>
  desk.told.findLast(
    ({ chat, reply }) => chat === GROUP && reply.buttons?.some((one) => label.test(one.label)),
  )?.reply.buttons ?? [];

describe("a wrong press at night", () => {
  it("is taken back by whoever is there, with one tap, and the reporter reads that what they heard wasn't it", async () => {
    const { code, reporter } = await taken();
    await desk.result(NGA, code, "Đã bắt hai người trộm chó.");
    const [back] = buttonsOf(/Bấm nhầm/u);
    expect(back?.payload).toContain(code);
    await desk.says(PAO, back?.payload ?? "");
    expect((await book.get(code))?.state).toBe("in_progress");
    expect(desk.to(reporter.chat).at(-1)).toContain("điều vừa báo trước đó chưa đúng");
    await desk.result(NGA, code, "Đã tìm thấy xe.");
    expect(desk.to(reporter.chat).at(-1)).toContain("Kết quả: Đã tìm thấy xe.");
  });

  it("is a supervisor's to correct once a quarter of an hour has passed", async () => {
    const { code } = await taken();
    await desk.result(NGA, code, "Đã xong.");
    const [back] = buttonsOf(/Bấm nhầm/u);
    desk.now += 16 * MINUTE;
    expect(await desk.says(NGA, back?.payload ?? "")).toContain("chỉ người giám sát");
    expect((await book.get(code))?.state).toBe("resolved");
    await desk.says(CHIEF, back?.payload ?? "");
    expect((await book.get(code))?.state).toBe("in_progress");
  });

  it("is nobody's without a role to take back", async () => {
    const { code } = await taken();
    await desk.result(NGA, code, "Đã xong.");
    await desk.says(STRANGER, buttonsOf(/Bấm nhầm/u)[0]?.payload ?? "");
    expect((await book.get(code))?.state).toBe("resolved");
  });
});

describe("a command in a hurry", () => {
  it("finds its case anywhere in the words", async () => {
    const { code } = await taken();
    expect(await desk.says(NGA, `/hẹn 2 tiếng ${code}`)).toContain("tạm gác");
    expect(await desk.says(NGA, `/giao ${code} Phao`)).toContain(`Giao ${code} cho ai?`);
    const toPao = buttonsOf(/^Páo$/u).find(({ label }) => label === "Páo");
    await desk.says(NGA, toPao?.payload ?? "");
    expect(await book.ownerOf(code)).toBe(PAO);
  });

  it("without a case offers one's own, and only these", async () => {
    const { code } = await taken();
    const other = await desk.report(CALM);
    expect(await desk.says(NGA, "/giao pao")).toContain("/giao: tin nào?");
    const [mine, ...others] = desk.told.at(-1)?.reply.buttons ?? [];
    expect(others).toEqual([]);
    expect(mine?.payload).toBe(`/giao ${code} pao`);
    expect(mine?.payload).not.toContain(other.code);
    await desk.says(NGA, mine?.payload ?? "");
    expect(await book.ownerOf(code)).toBe(PAO);
  });

  it("that doesn't exist shows the case's buttons and changes nothing; to a stranger nothing is shown", async () => {
    const { code, reporter } = await taken();
    const told = desk.to(reporter.chat).length;
    for (const typed of [`/xong ${code}`, `/nhan ${code}`, `/dong ${code} da xong`]) {
      expect(await desk.says(NGA, typed)).toContain("làm bằng nút");
      expect(await desk.says(STRANGER, typed)).not.toContain(code);
    }
    expect((await book.get(code))?.state).toBe("accepted");
    expect(await desk.says(NGA, "/xong", { about: code })).toContain("làm bằng nút");
    expect(await desk.says(NGA, "/tim khong co gi nhu the")).toContain("Không có tin nào");
    expect(desk.to(reporter.chat)).toHaveLength(told);
  });
});
