/**
 * A row of a table as a line that can stand alone: each cell with the name of its column.
 * @example rowText(["Đơn vị", "Số xã"], ["Đội 1", "5"]) // "- Đội 1; Số xã: 5"
 */
export function rowText(header: readonly string[], cells: readonly string[]): string {
  const told = cells.flatMap((cell, at) => {
    const name = header[at] ?? "";
    if (cell === "") return [];
    return at === 0 || name === "" || name === cell ? [cell] : [`${name}: ${cell}`];
  });
  return `- ${told.join("; ")}`;
}
