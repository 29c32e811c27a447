import { describe, expect, it } from "vitest";
import { afterReportCommand } from "./report-command.ts";

describe("the command that begins a report", () => {
  it.each([
    ["/baocao", ""],
    ["/baocao@troly_bot mất xe ở chợ", "mất xe ở chợ"],
    ["/TOGIAC\nđánh bạc đêm qua", "đánh bạc đêm qua"],
  ])("%s", (text, told) => expect(afterReportCommand(text)).toBe(told));

  it.each(["/baocaothang 11/2026", "/solieu năm 2022", "báo cáo mất xe", "xem /baocao"])("isn't %s", (text) =>
    expect(afterReportCommand(text)).toBeNull(),
  );
});
