import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { describeIngest, prepareKnowledge } from "./ingest.ts";
import { ROOT } from "./root.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tro-ly-138-knowledge-"));
  cpSync(join(ROOT, "test/second-province"), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const told = async () =>
  describeIngest({ ...(await prepareKnowledge(folder)).summary, changed: true }).slice(1);

describe("what an ingest calls doubtful", () => {
  it("is nothing in a whole folder", async () => {
    expect(await told()).toEqual([]);
  });

  it("is a figure that nobody can ask for", async () => {
    const row =
      "MN2025-x,Mây Ngàn,Mây Ngàn,province,after,2025-01-01,2025-12-31,năm 2025,whole,models_neww,,,,,,3,mô hình,,31/12/2025,Báo cáo,https://mayngan.example/x,,,public";
    appendFileSync(join(folder, "figures/may-ngan.csv"), `${row}\n`);
    expect(await told()).toEqual([
      expect.stringMatching(
        /^ {2}Chú ý figures\/may-ngan\.csv:\d+ \[indicator\]: chỉ tiêu models_neww chưa có .*có phải models_new\?$/u,
      ),
    ]);
  });

  it("is a folder without documents", async () => {
    rmSync(join(folder, "documents"), { recursive: true });
    expect(await told()).toEqual([expect.stringContaining("  Chú ý documents: không có thư mục này")]);
    mkdirSync(join(folder, "documents"));
    expect(await told()).toEqual([expect.stringContaining("  Chú ý documents: không có tài liệu nào")]);
  });
});
