import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { BackupRefused } from "./backup-refused.ts";
import { restoreBackup } from "./restore.ts";
import { takeBackup } from "./take.ts";

const dir = mkdtempSync(join(tmpdir(), "tro-ly-138-restore-"));
const file = join(dir, "file");
writeFileSync(file, "not a backup");
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe("a place that can't be right is named in one sentence", () => {
  it.each([
    [file, `${file} không phải là bản sao lưu: cần thư mục hoặc tệp .tar.gz.`],
    [join(dir, "none"), `Không có bản sao lưu ${join(dir, "none")}.`],
    [join(dir, "none/none.tar.gz"), `Không có bản sao lưu ${join(dir, "none/none.tar.gz")}.`],
  ])("restoring from %s", async (from, sentence) => {
    await expect(restoreBackup({ from, stateDir: join(dir, "state") })).rejects.toThrow(
      new BackupRefused(sentence),
    );
  });

  it("a state that is a file", async () => {
    const sentence = `${file} không phải là thư mục dữ liệu.`;
    await expect(
      takeBackup({ stateDir: file, to: join(dir, "to"), erasures: join(dir, "list") }),
    ).rejects.toThrow(new BackupRefused(sentence));
  });
});
