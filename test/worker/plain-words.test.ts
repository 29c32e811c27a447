import { beforeEach, describe, expect, it } from "vitest";
import { HOUR } from "../../src/platform/time.ts";
import { AlarmDesk, GROUP } from "./alarm-desk.ts";
import { book, T0 } from "./reports-fixture.ts";

const [CHIEF, NGA, PAO, STRANGER] = ["138000001", "2601", "2602", "2699"] as const;
const CALM = { lane: "crime", category: "theft" } as const;

let desk: AlarmDesk;
beforeEach(async () => {
  desk = await AlarmDesk.quiet(T0, CHIEF, { [NGA]: "Trần Thu Nga", [PAO]: "Giàng Páo" });
});

async function taken(by: string = NGA) {
  const one = await desk.report(CALM);
  await desk.moves(by, one.code, "accepted");
  return one;
}

const lastButtons = () =>
  desk.told.findLast(({ chat, reply }) => chat === GROUP && (reply.buttons?.length ?? 0) > 0)?.reply
    .buttons ?? [];
const tap = (label: RegExp) => lastButtons().find((one) => label.test(one.label))?.payload ?? "";

describe("plain words in the duty group", () => {
  it("give a case away only by the tap under them", async () => {
    const { code } = await taken();
    expect(await desk.says(NGA, "giao vụ này cho Páo giúp tôi")).toContain("Chưa thay đổi gì");
    expect(await book.ownerOf(code)).toBe(NGA);
    await desk.says(NGA, tap(/^Giao Giàng Páo$/u));
    expect(await book.ownerOf(code)).toBe(PAO);
  });

  it("put a case off until the time that they say", async () => {
    const { code } = await taken();
    await desk.says(NGA, "gác vụ này sau 3 tiếng nhé");
    await desk.says(NGA, tap(/^Tạm gác/u));
    expect((await book.get(code))?.desk?.snoozedUntil).toBe(T0 + 3 * HOUR);
  });

  it("show one's own cases, and who has one", async () => {
    const { code } = await taken();
    expect(await desk.says(NGA, "em đang giữ mấy vụ")).toContain(code);
    expect(await desk.says(PAO, "em đang giữ mấy vụ")).toContain("Không có tin nào");
    expect(await desk.says(PAO, "ai đang giữ vụ này thế")).toContain("Trần Thu Nga");
  });

  it("of a stranger are answered with nothing, and no supervisor hears of them", async () => {
    const { code } = await taken();
    const before = desk.told.length;
    await desk.says(STRANGER, "giao vụ này cho Páo");
    expect(desk.told.length).toBe(before);
    expect(await book.ownerOf(code)).toBe(NGA);
  });
});

describe("a shift", () => {
  it("goes whole when who takes it taps, and nobody else can", async () => {
    const [one, other] = [await taken(), await taken()];
    expect(await desk.says(NGA, "bàn giao ca cho Páo")).toContain(
      "Giao cả 2 tin của Trần Thu Nga cho Giàng Páo?",
    );
    const payload = tap(/^Giao hết$/u);
    await desk.enlist("2603", "Lù Seo");
    await desk.says("2603", payload);
    expect(await book.ownerOf(one.code)).toBe(NGA);
    await desk.says(PAO, payload);
    expect([await book.ownerOf(one.code), await book.ownerOf(other.code)]).toEqual([PAO, PAO]);
    expect((await book.history(one.code)).at(-1)?.actor).toMatchObject({
      label: "Giàng Páo (nhận ca của Trần Thu Nga)",
    });
  });
});

it("who closes another's case is told whose it is, and the owner hears of it", async () => {
  const { code } = await taken();
  expect(await desk.moves(PAO, code, "resolved")).toContain("Trần Thu Nga đang giữ tin này");
  await desk.result(PAO, code, "Đã tìm thấy xe.");
  expect(desk.to(NGA).at(-1)).toContain("Giàng Páo đã chuyển tin");
});
