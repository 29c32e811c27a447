import type { CaseQuery } from "../../src/features/reporting/book/find/case-query.ts";
import { COMMUNES } from "../../src/features/reporting/book/find/commune.ts";
import type { ReportBook } from "../../src/features/reporting/book/report-book.ts";
import type { OfficialActor } from "../../src/features/reporting/case.ts";
import { createReportBook } from "../../src/features/reporting/create-report-book.ts";
import { handlingReport } from "../../src/features/reporting/statistics/handling.ts";
import { toBase64Url } from "../../src/platform/crypto/base64url.ts";
import { parseKeyRing } from "../../src/platform/crypto/key-ring.ts";
import { DAY, MINUTE } from "../../src/platform/time.ts";
import type { DeskTask, QUESTIONS } from "./tasks.ts";

/** The cases come over half a year, in which a few of seven stay open. */
const SPAN = 180 * DAY;
const CLOSED_OF_SEVEN = 5;
const BEGUN = Date.parse("2026-01-05T08:00:00+07:00");
const AFTER_RETENTION = 3 * 365 * DAY;
const LAN: OfficialActor = { kind: "official", id: "1", label: "Lan", role: "supervisor" };

const WHATS = [
  "mất xe máy Wave màu đỏ dựng trước cổng",
  "có nhóm thanh niên tụ tập đua xe đêm khuya",
  "quán mở nhạc quá to sau mười giờ đêm",
  "có người lạ gọi điện xưng công an đòi chuyển tiền",
  "thấy mấy người chơi bài ăn tiền trong quán",
  "xe tải đổ phế thải xây dựng ra bờ suối",
] as const;
const KINDS = ["theft", "publicDisorder", "publicDisorder", "fraud", "gambling", "environment"] as const;
const RARE = "Sầm Văn Khuyếch";

/** The production book over a D1 of its own; it does one task a request. */
export default {
  async fetch(request: Request, { LEDGER }: { readonly LEDGER: D1Database }): Promise<Response> {
    const ring = parseKeyRing(`bench:${toBase64Url(new Uint8Array(32).map((_, i) => (i * 37) % 251))}`);
    if (ring === null) throw new Error("no ring");
    const task = (await request.json()) as DeskTask;
    return Response.json((await doTask(createReportBook(LEDGER, ring), task)) ?? null);
  },
};

async function doTask(book: ReportBook, task: DeskTask): Promise<unknown> {
  const now = BEGUN + SPAN;
  switch (task.do) {
    case "fill":
      return fill(book, task);
    case "year":
      return yearOf(book);
    case "retention":
      return (await book.sweepRetention(now + AFTER_RETENTION, async () => undefined)).erased.length;
    case "ask": {
      const commune = { communes: [COMMUNES[0] ?? ""] };
      const queries: Readonly<Record<(typeof QUESTIONS)[number], Partial<CaseQuery>>> = {
        "a rare name": { words: RARE },
        "two common words": { words: "xe máy" },
        "a plate": { words: "12X1-00017" },
        "words in a commune": { words: "xe máy", ...commune },
        "a commune": commune,
        "the open ones": { group: "open" },
        "a page far behind": { offset: 1_000 },
      };
      return (await book.find({ group: "all", now, limit: 10, ...queries[task.question] })).total;
    }
  }
}

async function yearOf(book: ReportBook): Promise<string> {
  const { byOutcome, ...report } = handlingReport(await book.figures("2026-01", "2026-12"));
  // Rows have no order of their own.
  const outcomes = byOutcome.toSorted((a, b) => a.outcome.localeCompare(b.outcome));
  return JSON.stringify({ ...report, byOutcome: outcomes });
}

async function fill(book: ReportBook, { from, to, all }: Extract<DeskTask, { do: "fill" }>): Promise<void> {
  for (let i = from; i < to; i += 1) {
    const kind = i % WHATS.length;
    const at = BEGUN + Math.floor((i / all) * SPAN);
    const plate = `12X1-${String(i).padStart(5, "0")}`;
    const { code } = await book.submit({
      submissionKey: `bench-${i}`,
      reporter: { channel: "zalo", chat: `bench-${i}` },
      lane: kind === 2 ? "feedback" : "crime",
      category: KINDS[kind] ?? "other",
      content: {
        what: `${WHATS[kind]}, biển ${plate}${i === 17 ? `, thấy ${RARE} ở đó` : ""}`,
        where: { words: `thôn ${i % 40}, ${COMMUNES[i % COMMUNES.length]}` },
        details: { plate },
        media: [],
        lostMedia: [],
      },
      at,
      likelySpam: false,
    });
    if (i % 7 >= CLOSED_OF_SEVEN) continue;
    const move = { code, actor: LAN, at: at + (i % 4_000) * MINUTE } as const;
    await book.move({ ...move, to: "accepted", expectedVersion: 1, key: `a-${i}` });
    await book.move({ ...move, to: "resolved", note: "Xong", expectedVersion: 2, key: `r-${i}` });
  }
}
