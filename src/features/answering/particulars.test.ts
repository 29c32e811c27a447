import { expect, it } from "vitest";
import type { DocumentRef } from "../../knowledge/knowledge-index.ts";
import { particularOf } from "./particulars.ts";

const LAW: DocumentRef = {
  id: "luat",
  title: "Luật mẫu",
  number: "12/2030/QH15",
  issuer: "Quốc hội",
  issued: "2030-01-02",
  effective: "2030-07-01",
  asOf: "2030-01-03",
  audience: "public",
};

it.each([
  ["ai ban hành", /Quốc hội ban hành ngày 02\/01\/2030/u],
  ["bao giờ có hiệu lực", /hiệu lực từ ngày 01\/07\/2030/u],
  ["ai ký", /chưa có thông tin về người ký/u],
])("the front matter answers “%s”", (asked, said) =>
  expect(particularOf(asked, LAW, false)?.text).toMatch(said),
);

it("says nothing where a passage says it, or nothing is asked of it", () => {
  expect(particularOf("bao giờ có hiệu lực", LAW, true)).toBeNull();
  expect(particularOf("phạt bao nhiêu", LAW, false)).toBeNull();
});
