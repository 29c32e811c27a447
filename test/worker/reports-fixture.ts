import { AuditLog, type NewEntry } from "../../src/features/officials/audit.ts";
import { AlarmBook } from "../../src/features/reporting/alarm/alarm-book.ts";
import type { Submission } from "../../src/features/reporting/book/report-book.ts";
import type { OfficialActor, Reporter } from "../../src/features/reporting/case.ts";
import { createReportBook } from "../../src/features/reporting/create-report-book.ts";
import { ReplyDrafts } from "../../src/features/reporting/reply-drafts.ts";
import type { ReportContent } from "../../src/features/reporting/report.ts";
import { toBase64Url } from "../../src/platform/crypto/base64url.ts";
import { type KeyRing, parseKeyRing } from "../../src/platform/crypto/key-ring.ts";
import { bindings } from "./bindings.ts";

/** Words, ids and names that must be found nowhere in the ledger. */
export const PLANTED = {
  what: "Trộm cắt khoá lấy xe Wave đỏ ở cổng chợ Kỳ Lừa",
  place: "cổng chợ Kỳ Lừa",
  plate: "12X1-345.67",
  zaloId: "7731000000000138555",
  telegramId: "909138138",
  message: "Cháu tên Hoàng Thị Planted, gọi cháu nhé",
  note: "Nghi do nhóm Planted gây ra",
  reason: "Nguồn tin Planted cần bảo vệ khẩn",
  submission: "zalo:7731000000000138555:msg-planted-1",
  disclosure: "Điều tra viên Planted cần lời khai",
} as const;

export const T0 = Date.parse("2026-11-23T08:00:00+07:00");
export const ZALO: Reporter = { channel: "zalo", chat: PLANTED.zaloId };
export const TELEGRAM: Reporter = { channel: "telegram", chat: PLANTED.telegramId };
export const DUTY: OfficialActor = { kind: "official", id: "21", label: "Tổ trực số 2", role: "duty" };
export const OTHER_DUTY: OfficialActor = { kind: "official", id: "22", label: "Tổ trực số 3", role: "duty" };
export const SUPERVISOR: OfficialActor = {
  kind: "official",
  id: "31",
  label: "Lãnh đạo",
  role: "supervisor",
};

const keyOf = (fill: number): string => toBase64Url(new Uint8Array(32).fill(fill));

/** A ring of invented keys by number, the first encrypts. */
export function ringOf(...numbers: readonly number[]): KeyRing {
  const ring = parseKeyRing(numbers.map((n) => `k${n}:${keyOf(n)}`).join(","));
  if (ring === null) throw new Error("no ring");
  return ring;
}

export const bookContext = { db: bindings.LEDGER, ring: ringOf(1) };
export const book = createReportBook(bookContext.db, bookContext.ring);

export const CONTENT: ReportContent = {
  what: PLANTED.what,
  where: { words: PLANTED.place, lat: 21.853, lng: 106.761 },
  when: { words: "tối qua", from: T0 - 43_200_000, to: T0 - 36_000_000 },
  details: { plate: PLANTED.plate },
  media: [{ key: "media-one", kind: "image", bytes: 1000, contentType: "image/jpeg", clean: true }],
  lostMedia: [],
};

/** What handlers' acts need besides the book; what supervisors are told goes nowhere. */
export const desk = {
  alarms: new AlarmBook(bookContext.db),
  drafts: new ReplyDrafts(bookContext.db, bookContext.ring),
  log: async (entry: NewEntry) => void (await new AuditLog(bookContext.db, bookContext.ring).commit(entry)),
  forget: async () => undefined,
  tell: async () => undefined,
  tellSupervisors: async () => undefined,
};

let counter = 0;
/** A key that was never used before. */
export const fresh = (): string => {
  counter += 1;
  return `key-${counter}`;
};

export function submission(changes: Partial<Submission> = {}): Submission {
  return {
    submissionKey: fresh(),
    reporter: ZALO,
    lane: "crime",
    category: "theft",
    content: { ...CONTENT, media: [] },
    at: T0,
    likelySpam: false,
    ...changes,
  };
}

/** Submits a report and brings it to "resolved". */
export async function closedCase(changes: Partial<Submission> = {}, closedAt = T0 + 2): Promise<string> {
  const { code } = await book.submit(submission(changes));
  await book.move({ code, to: "accepted", actor: DUTY, expectedVersion: 1, key: fresh(), at: T0 + 1 });
  await book.move({
    code,
    to: "resolved",
    note: "Xong",
    actor: DUTY,
    expectedVersion: 2,
    key: fresh(),
    at: closedAt,
  });
  return code;
}

/** Every value of every column of every table of the ledger, as one text. */
export async function dump(): Promise<string> {
  const { results: tables } = await bindings.LEDGER.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_cf%' ESCAPE '\\'",
  ).all<{ name: string }>();
  const rows = await Promise.all(
    tables.map(({ name }) => bindings.LEDGER.prepare(`SELECT * FROM "${name}"`).all()),
  );
  return JSON.stringify(rows.map(({ results }, i) => [tables[i]?.name, results]));
}
