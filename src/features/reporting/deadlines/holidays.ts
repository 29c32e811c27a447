/**
 * Public holidays on which no working day is counted, as data. A librarian checks this file every year, when the
 * Government announces the calendar: the second day of the National Day holiday (01/09 or 03/09), the fifth day of
 * Tết, days off in lieu and swapped days differ from year to year and are left out here until known. A day left out
 * makes a deadline earlier, never later.
 */

/** The same every year, as MM-DD: New Year, Reunification Day, Labour Day, National Day. */
export const FIXED_HOLIDAYS: readonly string[] = ["01-01", "04-30", "05-01", "09-02"];

/** The first day of the lunar year. The day before and the two after are holidays in every yearly calendar. */
export const LUNAR_NEW_YEAR: Readonly<Record<number, string>> = {
  2026: "2026-02-17",
  2027: "2027-02-06",
  2028: "2028-01-26",
};

/** Giỗ Tổ Hùng Vương, the 10th of the third lunar month. */
export const HUNG_KINGS_DAY: Readonly<Record<number, string>> = {
  2026: "2026-04-26",
  2027: "2027-04-16",
  2028: "2028-04-04",
};
