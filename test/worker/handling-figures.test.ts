import { readSheet } from "read-excel-file/universal";
import { beforeAll, describe, expect, it } from "vitest";
import { MediaStore } from "../../src/features/reporting/media/media-store.ts";
import { handlingReport, SMALL } from "../../src/features/reporting/statistics/handling.ts";
import { DAY, HOUR, MINUTE } from "../../src/platform/time.ts";
import { bindings, migrate } from "./bindings.ts";
import { DeskGroup } from "./desk-group.ts";
import { bookContext, CONTENT, DUTY, dump, fresh, submission, T0 } from "./reports-fixture.ts";

const LAN = "4101";
const group = new DeskGroup();
const { book } = group;

beforeAll(async () => {
  await migrate();
  await group.open([LAN, "Lan ca đêm"]);
});

const reporter = () => ({ channel: "zalo", chat: fresh() }) as const;

async function submit(words: string, at: number, from = reporter()): Promise<string> {
  const content = { ...CONTENT, where: { words }, media: [] };
  return (await book.submit(submission({ reporter: from, lane: "feedback", content, at }))).code;
}

const move = (
  code: string,
  to: "accepted" | "resolved" | "in_progress",
  expectedVersion: number,
  at: number,
) =>
  book.move({
    code,
    to,
    expectedVersion,
    at,
    actor: { ...DUTY, role: "supervisor" },
    key: fresh(),
    note: "Xong",
  });

/** Received, taken on after some minutes, closed after some more. */
async function handled(
  words: string,
  at: number,
  take: number,
  close: number,
  from = reporter(),
): Promise<string> {
  const code = await submit(words, at, from);
  await move(code, "accepted", 1, at + take);
  await move(code, "resolved", 2, at + close);
  return code;
}

const YEAR = ["2026-01", "2026-12"] as const;
const report = async () => handlingReport(await book.figures(...YEAR));

describe("figures of handling", () => {
  it("count in time and late, by lane, commune, month and outcome, and are the same after everything was erased", async () => {
    for (let i = 0; i < 6; i++) await handled("chợ Kỳ Lừa", T0, 10 * MINUTE, (i + 1) * HOUR);
    for (let i = 0; i < 5; i++) await handled("xã Thất Khê", T0 - 40 * DAY, 20 * DAY, 30 * DAY);
    await handled("xã Ba Sơn", T0, MINUTE, HOUR);
    await handled("xã Bình Gia", T0, MINUTE, HOUR);
    const open = await submit("xã Hoa Thám", T0);
    const before = await report();
    expect(before.all).toMatchObject({
      received: 14,
      open: 1,
      accepted: { n: 8, of: 13 },
      handled: { n: 8, of: 13 },
    });
    expect(before.byMonth.map(({ name, received }) => [name, received])).toEqual([
      ["2026-10", 5],
      ["2026-11", 9],
    ]);
    expect(before.byMonth[1]?.median).toBe(150);
    expect(before.byOutcome).toEqual(expect.arrayContaining([{ outcome: "resolved", n: 13 }]));
    await move(open, "accepted", 1, T0 + HOUR);
    await move(open, "resolved", 2, T0 + 2 * HOUR);
    const closed = await report();
    const { erased } = await book.sweepRetention(T0 + 4 * 365 * DAY, async () => undefined);
    expect(erased).toHaveLength(14);
    const after = await report();
    const sorted = ({ byLane, byOutcome, ...rest }: typeof after) => ({
      ...rest,
      byLane: byLane.toSorted((a, b) => a.name.localeCompare(b.name)),
      byOutcome: byOutcome.toSorted((a, b) => a.outcome.localeCompare(b.outcome)),
    });
    expect(sorted(after)).toEqual(sorted(closed));
    const { results } = await bindings.LEDGER.prepare("SELECT code FROM case_figures").all<{
      code: string;
    }>();
    expect(results.filter(({ code }) => code.startsWith("TB-"))).toEqual([]);
  });

  it("show no commune with a few reports, by itself or by a difference", async () => {
    const { byCommune, all } = await report();
    expect(byCommune.map(({ name }) => name)).not.toEqual(
      expect.arrayContaining(["Ba Sơn", "Bình Gia", "Hoa Thám"]),
    );
    for (const one of byCommune) expect(one.received).toBeGreaterThanOrEqual(5);
    expect(byCommune.find(({ name }) => name === SMALL)?.received).toBeGreaterThanOrEqual(5);
    expect(byCommune.reduce((sum, { received }) => sum + received, 0)).toBe(all.received);
    const { words } = await group.say(LAN, "/baocaothang 2026");
    expect(words).not.toMatch(/Ba Sơn|Bình Gia|Hoa Thám/u);
    expect(await dump()).not.toMatch(/Thất Khê|Kỳ Lừa|Ba Sơn/u);
  });

  it("count a case once that was opened again, by its last end, and take the waiting off", async () => {
    const code = await handled("chợ Kỳ Lừa", Date.parse("2025-06-02T08:00:00+07:00"), MINUTE, HOUR);
    const june = async () => (await book.figures("2025-06", "2025-06"))[0];
    expect(await june()).toMatchObject({ outcome: "resolved", handledInTime: true, handledMinutes: 60 });
    const later = Date.parse("2025-06-20T08:00:00+07:00");
    await move(code, "in_progress", 3, later);
    expect(await june()).toMatchObject({ outcome: null, handledInTime: null, acceptedInTime: true });
    await book.relayToReporter({ code, text: "Ở đâu?", media: [], at: later, key: fresh(), actor: DUTY });
    await book.desk({ code, act: { kind: "wait" }, actor: DUTY, at: later, key: fresh() });
    await move(code, "resolved", 4, later + 2 * DAY);
    expect(await june()).toMatchObject({ outcome: "resolved", handledMinutes: 18 * 24 * 60 });
    expect(await book.figures("2025-06", "2025-06")).toHaveLength(1);
  });

  it("go out as words and as a workbook that another program reads", async () => {
    const said = await group.say(LAN, "/baocaothang 2026");
    expect(said.words).toContain("Xử lý tin báo năm 2026: nhận 14 tin");
    expect(said.words).toContain("Một nửa số tin xử lý xong trong");
    const file = await group.say(LAN, said.buttons["Tệp Excel"] ?? "", { where: LAN });
    const [attachment] = file.replies[0]?.attachments ?? [];
    expect(attachment?.name).toBe("xu-ly-tin-bao-2026.xlsx");
    const store = new MediaStore({
      bucket: bindings.MEDIA,
      db: bindings.LEDGER,
      ring: bookContext.ring,
      download: async () => {
        throw new Error("none");
      },
    });
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    const kept = await store.read(attachment?.key ?? "");
    for await (const piece of kept?.open() ?? []) pieces.push(new Uint8Array(piece));
    const rows = await readSheet(new Blob(pieces), "Theo tháng");
    expect(rows.map(([month, received]) => [month, received])).toEqual([
      ["Tháng nhận", "Nhận"],
      ["10/2026", 5],
      ["11/2026", 9],
    ]);
    expect((await group.say(LAN, "/baocaothang tháng 13")).words).toContain("Gõ /baocaothang");
    expect((await group.say(LAN, "/baocaothang 2019")).words).toContain("Chưa có tin nào");
  });
});
