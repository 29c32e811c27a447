import { dayOf } from "../../../platform/workbook/sheet-cells.ts";

/** Serial numbers of days from 1980 to 2079. */
const SERIAL = { from: 29_221, to: 65_746 };

/**
 * A day as YYYY-MM-DD: "31/12/2025", "1-12-25", "ngày 5 tháng 1 năm 2026", a serial number of a spreadsheet; undefined
 * where it is none.
 */
export function readOfficeDay(raw: string): string | undefined {
  const text = raw.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/u.exec(text);
  if (iso !== null) return real(iso[1], iso[2], iso[3]);
  const serial = /^\d{5}(?:\.\d+)?$/u.test(text) ? Number(text) : 0;
  if (serial >= SERIAL.from && serial <= SERIAL.to) return dayOf(serial);
  const said =
    /^(?:ngày\s+)?(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})$/iu.exec(text) ??
    /^ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})$/iu.exec(text);
  if (said === null) return undefined;
  const [, day, month, year = ""] = said;
  return real(year.length === 2 ? `20${year}` : year, month, day);
}

function real(year = "", month = "", day = ""): string | undefined {
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : undefined;
}
