import { beforeAll, expect, it } from "vitest";
import { dutyNotices } from "../../src/features/reporting/duty/duty-notices.ts";
import { NOISE } from "../../src/features/reporting/noise/noise-rules.ts";
import { MINUTE } from "../../src/platform/time.ts";
import { AlarmDesk, GROUP } from "./alarm-desk.ts";
import { migrate } from "./bindings.ts";
import { book, T0 } from "./reports-fixture.ts";

const { cards, cardsAfter, minutes, onList } = NOISE.rush;
const BOSS = "138000001";
let began = T0;
beforeAll(migrate);

/** So many report in the same minute of a desk that is quiet else. */
async function rush(n: number) {
  began += 3 * minutes * MINUTE;
  const desk = new AlarmDesk(began, BOSS);
  const codes: string[] = [];
  for (let i = 0; i < n; i += 1) {
    const { code } = await desk.report({ lane: "feedback", category: "theft", what: `mất con gà thứ ${i}` });
    codes.push(code);
  }
  return { desk, codes };
}

it("gives the first of many a card each, and the others one list that only changes", async () => {
  const { desk, codes } = await rush(cards + onList + 2);
  const slots = desk.told.filter(({ chat }) => chat === GROUP).map(({ reply }) => reply.slot ?? "");
  expect(slots.slice(0, cards)).toEqual(codes.slice(0, cards).map((code) => `card:${code}`));
  expect(new Set(slots.slice(cards)).size).toBe(2);
  const [first, second] = [desk.told.at(cards + onList - 1), desk.told.at(-1)].map(
    (told) => told?.words ?? "",
  );
  for (const code of codes.slice(cards, cards + onList)) expect(first).toContain(code);
  expect(first).toContain(`mất con gà thứ ${cards}”`);
  expect(second).toContain("2 tin");
  for (const code of codes.slice(cards + onList)) expect(second).toContain(code);
  expect(first?.length).toBeLessThan(4_096);
});

it("posts the card of one on the list as soon as somebody takes it, and says on the list that it is taken", async () => {
  const { desk, codes } = await rush(cards + 2);
  const [taken = "", other = ""] = codes.slice(-2);
  expect(desk.to(GROUP, taken).some((words) => words.includes("Nhận lúc"))).toBe(false);
  await desk.moves(BOSS, taken, "accepted");
  await desk.carry();
  expect(desk.told.some(({ reply }) => reply.slot === `card:${taken}`)).toBe(true);
  const [list] = await dutyNotices(book, other, { kind: "new_report" }, desk.now);
  expect(JSON.stringify(list)).toMatch(new RegExp(`${taken} · [^“]*Đã tiếp nhận`, "u"));
});

it("leaves the urgent, jokes and what has files alone, and begins anew with the next minutes", async () => {
  const { desk } = await rush(cards + 1);
  const { code } = await desk.report();
  expect(desk.told.some(({ reply }) => reply.slot === `card:${code}`)).toBe(true);
  desk.now += minutes * MINUTE;
  const later = await desk.report({ lane: "feedback", category: "theft", what: "mất con vịt" });
  expect(desk.told.at(-1)?.reply.slot).toBe(`card:${later.code}`);
});

it("gives fewer cards while it goes on, so that the lists come too", async () => {
  const { desk } = await rush(cards + 1);
  desk.now += minutes * MINUTE;
  const before = desk.told.length;
  for (let i = 0; i < cardsAfter + 1; i += 1)
    await desk.report({ lane: "feedback", category: "theft", what: `mất con cá thứ ${i}` });
  const slots = desk.told.slice(before).map(({ reply }) => reply.slot ?? "");
  expect(slots.filter((slot) => slot.startsWith("card:"))).toHaveLength(cardsAfter);
  expect(slots.at(-1)).toMatch(/^rush:/u);
});

it("names in a commune's group that group's cases only", async () => {
  const { desk, codes } = await rush(cards + 2);
  const [here = "", elsewhere = ""] = codes.slice(-2);
  const [list] = await dutyNotices(
    book,
    here,
    { kind: "new_report" },
    desk.now,
    undefined,
    async (code) => code === here,
  );
  expect(JSON.stringify(list)).toContain(here);
  expect(JSON.stringify(list)).not.toContain(elsewhere);
});
