import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readUpdate } from "../../../src/channels/telegram/update.ts";
import { readEvent } from "../../../src/channels/zalo/zalo-events.ts";
import { plainDecimal, readCell } from "../../../src/features/figure-updates/read-cell.ts";
import { readTable } from "../../../src/features/figure-updates/read-file.ts";
import { readQuestion } from "../../../src/features/figures/parse/figure-reading.ts";
import { understand } from "../../../src/features/figures/parse/understand.ts";
import { screen } from "../../../src/features/reporting/dialogue/screen.ts";
import { readWhen } from "../../../src/features/reporting/dialogue/when.ts";
import { fold, normaliseTone } from "../../../src/language/fold.ts";
import { readReportCode } from "../../../src/language/report-code.ts";
import { readUtterance } from "../../../src/language/utterance.ts";
import { readMessage } from "../../../src/reading/read-message.ts";
import { hostile, mutated } from "../hostile.ts";
import { runs } from "../runs.ts";
import { telegramUpdate, zaloEvent } from "../updates.ts";

const cases = (short: number, share: number) => ({ numRuns: runs(process.env.FUZZ, short, share) });
const NOW = Date.UTC(2026, 10, 23, 2, 0);

/** Words, numbers and dates as people write them, put together as nobody would. */
const piece = fc.oneof(
  fc.constantFrom(
    ..."năm 2022 2023 tỷ lệ xã phường thôn khu dân cư cơ quan doanh nghiệp nhà trường đạt chuẩn bao nhiêu chưa so với và từ đến tăng giảm tổng hiệu phần trăm % / . , - quý iii 6 tháng đầu 31/02/2022 30-2 99/99/9999 1.686/1.727 97,63% -5 1e9 0,0,0 ⅔ ² ١٢٣ constructor __proto__ toString xa phuong ko dc hôm qua thứ 8 25h 12h60 tuần sau mùng 32 tết".split(
      " ",
    ),
  ),
  fc.integer().map(String),
  fc.double().map(String),
  fc.date({ noInvalidDate: true }).map((date) => date.toLocaleDateString("vi-VN")),
  fc.string({ unit: "grapheme", maxLength: 12 }),
);
const question = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(" "));
const anyText = fc.oneof(question, fc.string({ unit: "binary", maxLength: 300 }));

describe("readers of what people write", () => {
  it("an utterance never throws, and reading what was read changes nothing", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { clean } = readUtterance(text);
        expect(readUtterance(clean).clean).toBe(clean);
        expect(fold(fold(clean))).toBe(fold(clean));
        expect(normaliseTone(normaliseTone(clean))).toBe(normaliseTone(clean));
      }),
      cases(400, 0.15),
    );
  });

  it("a figure's question never throws and is understood the same way twice", () => {
    fc.assert(
      fc.property(question, fc.boolean(), (text, forced) => {
        const read = () =>
          understand(readQuestion(readUtterance(text), NOW), { now: NOW, forced, thread: undefined });
        expect(read()).toEqual(read());
      }),
      cases(400, 0.15),
    );
  });

  it("danger never throws, whatever is written", () => {
    fc.assert(
      fc.property(anyText, (text) => void readMessage(text).danger),
      cases(200, 0.05),
    );
  });

  it("a time is within reach and in order", () => {
    fc.assert(
      fc.property(question, (text) => {
        const when = readWhen(text, NOW);
        if (when?.from === undefined || when.to === undefined) return;
        expect(Number.isFinite(when.from) && Number.isFinite(when.to)).toBe(true);
        expect(when.from).toBeLessThanOrEqual(when.to);
      }),
      cases(400, 0.1),
    );
  });

  it("covering a reporter up covers up nothing more the second time", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [once = ""] = screen([{ text }]).texts;
        expect(screen([{ text: once }]).texts).toEqual([once]);
      }),
      cases(200, 0.05),
    );
  });

  it("a code is a code, a slip or nothing", () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, bare) => {
        expect(["none", "typo", "code"]).toContain(readReportCode(text, { bare }).kind);
      }),
      cases(300, 0.05),
    );
  });
});

describe("readers of what platforms send", () => {
  const account = { appId: "138", oaId: "1380", files: "https://openapi.zalo.me" };

  it("an event comes to a message of our own form, or to a word for the counter", () => {
    fc.assert(
      fc.property(fc.oneof(hostile, mutated(zaloEvent(account))), (body) => {
        const reading = readEvent(body, account.oaId);
        if (reading.kind === "ignored") return void expect(reading.event).toMatch(/^[a-z_]{1,48}$/u);
        const { inbound } = reading;
        expect([typeof inbound.key, typeof inbound.chat, typeof inbound.sender]).toEqual([
          "string",
          "string",
          "string",
        ]);
        expect(JSON.stringify(inbound).length).toBeLessThan(80_000);
      }),
      cases(300, 0.15),
    );
  });

  it("an update too", () => {
    fc.assert(
      fc.property(fc.oneof(hostile, mutated(telegramUpdate)), (body) => {
        const reading = readUpdate(body, { id: "138" }, NOW);
        if (reading.kind !== "inbound") return;
        expect([typeof reading.inbound.key, typeof reading.inbound.chat]).toEqual(["string", "string"]);
        expect(JSON.stringify(reading.inbound).length).toBeLessThan(80_000);
      }),
      cases(300, 0.15),
    );
  });
});

describe("readers of files", () => {
  const cell = fc.oneof(
    fc.constantFrom(
      "",
      "=1+1",
      "@SUM(A1)",
      "+84",
      "-5",
      '"',
      '""',
      "\t",
      "1.686",
      "97,63",
      "1,686",
      "\u202e1",
      "đạt",
    ),
    fc.string({ unit: "binary", maxLength: 20 }),
  );

  it("a table is rows of texts or a problem by name", async () => {
    const csv = fc
      .array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 })
      .map((rows) => new TextEncoder().encode(rows.map((row) => row.join(",")).join("\n")));
    const bytes = fc.oneof(
      csv,
      fc.uint8Array({ maxLength: 400 }),
      fc.uint8Array({ maxLength: 400 }).map((rest) => new Uint8Array([0x50, 0x4b, 3, 4, ...rest])),
      fc.uint8Array({ maxLength: 200 }).map((rest) => new Uint8Array([0xff, 0xfe, ...rest])),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (file) => {
        const read = await readTable(new Uint8Array(file));
        expect(read.problem === undefined || read.sheets === undefined).toBe(true);
        for (const row of read.sheets?.flatMap(({ rows }) => rows) ?? [])
          expect(row.cells.every((text) => typeof text === "string")).toBe(true);
      }),
      cases(300, 0.05),
    );
  });

  it("a cell is a text without formula or hidden letters, or a reason; reading it again changes nothing", () => {
    const column = fc.constantFrom("numerator", "denominator", "value", "source", "period", "note");
    fc.assert(
      fc.property(column, cell, (name, raw) => {
        const { text } = readCell(name, raw);
        if (text === undefined) return;
        expect(text).not.toMatch(/[\p{Cc}\u200b-\u200f\u202a-\u202e]/u);
        if (name !== "value") expect(text).not.toMatch(/^\s*[=+\-@]/u);
        if (name === "numerator" || name === "denominator") expect(readCell(name, text).text).toBe(text);
        if (name === "value") expect(readCell(name, text, "number").text).toBe(text);
      }),
      cases(500, 0.1),
    );
    fc.assert(
      fc.property(fc.integer(), fc.nat(999), (whole, part) => {
        const once = plainDecimal(`${whole}.${part}`);
        expect(plainDecimal(once)).toBe(once);
      }),
      cases(100, 0.02),
    );
  });
});
