import { beforeAll, describe, expect, it } from "vitest";
import { migrate } from "./bindings.ts";
import { CitizenChat } from "./citizen-chat.ts";

beforeAll(migrate);

/** What somebody says one after another; the last answer. */
async function saying(...words: readonly string[]): Promise<string> {
  const chat = new CitizenChat({ channel: "zalo" });
  let said = "";
  for (const text of words) said = await chat.say(text);
  return said;
}

const STOLEN = "tối qua tôi bị mất cái máy bơm ở ruộng Nà Chuông xã Hoàng Văn Thụ";

describe("what was told stays told", () => {
  it("takes a piece with a place and a time, though it looks like something to look up", async () => {
    const shown = await saying(
      "em bi lua nap tien lam nhiem vu tren telegram mat 12 trieu",
      "toi thu 3 tuan nay, e o tro duong Nhi Thanh p Tam Thanh",
      "báo tin này",
      "gửi",
    );
    expect(shown).toContain("Nhi Thanh");
    expect(shown).toMatch(/toi thu 3 tuan nay/u);
  });

  it("says what it understood of a piece, so that a slip is seen at once", async () => {
    expect(await saying("nhà tôi bị trộm mất con trâu", "ở bản Nà Mười xã Thống Nhất")).toContain("Nà Mười");
  });

  it.each(["gui chua?", "đã gửi đi chưa ạ", "bao nhieu lau roi ma khong thay ai"])(
    "keeps the story of a report beside %j",
    async (asked) => {
      const said = await saying(STOLEN, "báo tin này", asked, "có phải ghi tên không", "xem lại");
      expect(said).toContain("máy bơm");
    },
  );

  it("answers whether it has gone", async () => {
    expect(await saying(STOLEN, "báo tin này", "gui chua")).toContain("chưa gửi");
    expect(await saying(STOLEN, "gửi chưa em")).toContain("chưa gửi");
  });

  it("answers a question about what is told with the step that speaks of it", async () => {
    expect(await saying(STOLEN, "mà tôi có cần giữ nguyên hiện trường không")).toContain("hiện trường");
  });

  it("takes more of another wrong with it, until it is said whether it is one", async () => {
    const said = await saying(
      STOLEN,
      "báo tin này",
      "với lại quán net đầu phố cho học sinh chơi thâu đêm, mở nhạc ầm ĩ",
      "cả tuần nay rồi, từ 11 giờ đêm",
      "báo riêng",
    );
    expect(said).toContain("máy bơm");
    expect(said).not.toContain("11 giờ đêm");
  });
});

it("sends on a plain yes with thanks, not on thanks alone", async () => {
  const summary = [STOLEN, "báo tin này"] as const;
  expect(await saying(...summary, "cảm ơn nhé")).not.toMatch(/Mã: TB-/u);
  expect(await saying(...summary, "uh ok cam on")).toMatch(/Mã: TB-/u);
});
