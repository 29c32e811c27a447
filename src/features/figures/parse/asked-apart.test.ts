import { describe, expect, it } from "vitest";
import { answerText } from "../../../../test/figures/fixtures.ts";
import { readApart } from "./asked-apart.ts";

describe("two orders asked for in one message", () => {
  it.each([
    ["Loại nào chưa đạt nhiều nhất và loại nào tỷ lệ thấp nhất năm 2022?", ["41/1.727", "44/57"]],
    [
      "loai nao ti le cao nhat, loai nao nhieu don vi duoc xet nhat 2022",
      ["14/14", "1.727 khu dân cư được xét"],
    ],
  ])("are both answered: %s", async (question, wanted) => {
    const [head = ""] = (await answerText(question)).split("\n\n");
    for (const part of wanted) expect(head).toContain(part);
  });

  it("are one where only the end differs", async () => {
    expect(await answerText("loại nào cao nhất, loại nào thấp nhất năm 2022")).toContain("Chênh nhau 22,81");
  });

  it("are looked for only where two clauses name an end", () => {
    const reading = { tags: [], breaks: [], words: [] } as never;
    expect(readApart(reading, () => null)).toBeNull();
  });
});
