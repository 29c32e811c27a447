import { z } from "zod";

/** A day of the calendar as data writes it: `2026-02-28`. */
export const calendarDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "ngày phải có dạng NĂM-THÁNG-NGÀY")
  .refine(isCalendarDay, "không có ngày này");

/**
 * How a section ages, as its `> name: value` lines say. Days are calendar days of Vietnam, `YYYY-MM-DD`.
 *
 * @example
 * > check_after: 2027-05-31
 * > valid_from: 2025-12-15
 * > superseded_by: 282/2025/NĐ-CP
 * > confirmed: weak
 */
export const ageing = z
  .strictObject({
    /** After this day somebody has to look whether it still holds. */
    check_after: calendarDay.optional(),
    /** The law that carries it is in force since then, or will be. */
    valid_from: calendarDay.optional(),
    /** The number of the document that has replaced what the section tells. */
    superseded_by: z.string().min(1).optional(),
    /** `yes`: found in a good source; `weak`: in one weak source, or inferred; `no`: the section says it isn't known. */
    confirmed: z.enum(["yes", "weak", "no"], "confirmed chỉ nhận yes, weak hoặc no").optional(),
  })
  .transform(({ check_after, valid_from, superseded_by, confirmed }) => ({
    ...(check_after !== undefined && { checkAfter: check_after }),
    ...(valid_from !== undefined && { validFrom: valid_from }),
    ...(superseded_by !== undefined && { supersededBy: superseded_by }),
    ...(confirmed !== undefined && { confirmed }),
  }));

export type Ageing = z.output<typeof ageing>;

/** How a section stands on a day: what it tells holds, was looked at too long ago, is the old rule, or is not in force yet. */
export type Standing = "holds" | "past" | "replaced" | "ahead";

/**
 * How a section stands.
 * @param today a calendar day of Vietnam, `YYYY-MM-DD`; the day of `check_after` itself still holds
 */
export function standingOf({ supersededBy, validFrom, checkAfter }: Ageing, today: string): Standing {
  if (supersededBy !== undefined) return "replaced";
  if (validFrom !== undefined && validFrom > today) return "ahead";
  return checkAfter !== undefined && checkAfter < today ? "past" : "holds";
}

/** Whether a day such as `2026-02-30` is in the calendar. */
function isCalendarDay(written: string): boolean {
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written);
}

/** What is wrong with the notes of a section, in words for whoever wrote it; empty where nothing is. */
export function faultsOfNotes(notes: Readonly<Record<string, string>>): string[] {
  const read = ageing.safeParse(notes);
  if (read.success) return [];
  return read.error.issues.map((issue) =>
    issue.code === "unrecognized_keys"
      ? `không hiểu dòng “> ${issue.keys.join(", ")}:”`
      : `${issue.path.join(".")}: ${issue.message}`,
  );
}
