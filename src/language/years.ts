/** Years that people name when they look back or ask for figures, as a choice of a pattern: `năm (${ANY_YEAR})`. */
export const ANY_YEAR: string = Array.from({ length: 40 }, (_, n) => `20${String(n).padStart(2, "0")}`).join(
  "/",
);
