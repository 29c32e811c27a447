import { describe, expect, it } from "vitest";
import { payloadOf, readListQuery } from "./list-query.ts";

describe("what stands after /tin", () => {
  it.each([
    ["", { group: "open", page: 1 }],
    ["KHẨN", { group: "open", lane: "urgent", page: 1 }],
    ["cua toi qua han", { group: "overdue", whose: "mine", page: 1 }],
    ["Kỳ Lừa", { group: "open", commune: "Kỳ Lừa", page: 1 }],
    ["mới xã Thất Khê trang 3", { group: "new", commune: "Thất Khê", page: 3 }],
    ["đã xong, phường ky lua", { group: "closed", commune: "Kỳ Lừa", page: 1 }],
    ["xe wave đỏ 12B1-345.67", { group: "all", words: "xe wave đỏ 12B1-345.67", page: 1 }],
    ["đã xong xe wave", { group: "closed", words: "xe wave", page: 1 }],
    ["tìm mới mua", { group: "all", words: "mới mua", page: 1 }],
    ["tam gac", { group: "resting", page: 1 }],
    ["chưa giao khẩn", { group: "open", whose: "nobody", lane: "urgent", page: 1 }],
  ] as const)("reads %j, and its button again", (typed, query) => {
    expect(readListQuery(typed)).toEqual(query);
    const payload = payloadOf({ ...query, page: 2 });
    expect(readListQuery(payload?.replace(/^\/tin ?/u, "") ?? "")).toMatchObject({
      group: query.group,
      page: 2,
      ...("commune" in query && { commune: query.commune }),
    });
    expect(new TextEncoder().encode(payload ?? "").length).toBeLessThanOrEqual(60);
  });

  it("has no button where the words are too long for one", () => {
    expect(payloadOf({ ...readListQuery("một câu rất dài ".repeat(6)), page: 2 })).toBeNull();
  });
});
