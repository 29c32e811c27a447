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
      "luc toi thu 3 tuan nay, tai nha tro duong Nhi Thanh p Tam Thanh",
      "báo tin này",
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

describe("a story that begins with a question", () => {
  const ASKED = "mat xe may thi bao o dau vay chu";
  const TOLD_ON = "e de xe truoc cua hang ban vai trong cho ky lua, vao mua co 15p ra la mat roi";

  it("is advised on as a whole, and holds what was asked without the asking", async () => {
    const chat = new CitizenChat();
    await chat.say(ASKED);
    expect(JSON.stringify(chat.session)).not.toContain("mat xe");
    expect(await chat.say(TOLD_ON)).toContain("Giữ nguyên hiện trường");
    const shown = await chat.say("báo tin này");
    await chat.say("sang nay tam 9h");
    const summary = `${shown}\n${await chat.say("xem lại")}`;
    expect(summary).toMatch(/mat xe may\n/u);
    expect(summary).not.toContain("thi bao o dau");
  });

  it("is offered where the question surely tells, and advised on where nothing answers it", async () => {
    const said = await saying("nhà e bị trộm bắt mất 2 con chó đêm qua thì có báo được không");
    expect(said).toContain("Giữ nguyên hiện trường");
    expect(said).toContain("Báo tin này");
  });

  it("has nothing of a question of rules, nor of one of an hour ago", async () => {
    const asked = "đánh bạc bị phạt bao nhiêu";
    expect(await saying(asked, STOLEN, "báo tin này")).toContain("Việc: tối qua tôi bị mất");
    const chat = new CitizenChat();
    await chat.say(ASKED);
    chat.now += 3_600_000;
    await chat.say(TOLD_ON);
    expect(await chat.say("báo tin này")).not.toContain("mat xe may");
  });
});

describe("a piece of a story", () => {
  const SEEN = "o cai nha hoang canh tram bien ap co may thanh nien hay vao chich hut";

  it.each([
    ["has the form of a question somewhere", "e ra tan noi thi ng ta bao k co ai thue j het"],
    ["is read as of no matter", "bh van dang tu tap ne, hon 10h r"],
    ["is read as talk", "a nham, co 4 dua nhe, ba run qua viet lon"],
  ])("is kept though it %s", async (_, piece) => {
    expect(await saying(SEEN, piece)).toMatch(/Tôi (?:ghi thêm|sửa) rồi|Lúc:/u);
  });

  it("is no wish to send, to think it over, or to have it added", async () => {
    const pieces = [SEEN, "tối qua, cho em bổ sung với ạ", "de e nghi", "à mà thôi để mai"];
    const said = await saying(...pieces, "khoan");
    expect(said).toContain("chich hut");
    expect(said).not.toMatch(/bổ sung|de e nghi/u);
    expect(await saying(...pieces, "uh dung roi gui giup e")).toContain("TB-");
  });

  it("puts right the plate, the sum and the place that were told", async () => {
    const said = await saying(
      "tối qua tôi bị mất xe máy ở cổng chợ Giếng Vuông, biển 12H1 045.32",
      "a nham 045.23 nhe",
      "Không phải, xem lại thì ở ngã tư Đồng Đăng cơ, chợ Giếng Vuông là hôm khác",
      "mất cả túi có 3tr2",
      "à 3tr7 mới đúng, còn 500k em để trong cốp",
      "báo tin này",
    );
    expect(said).toMatch(/Nơi: ngã tư Đồng Đăng\n/u);
    expect(said).toMatch(/Biển số: 12H1 045\.23/u);
    expect(said).not.toMatch(/045\.32|3tr2/u);
  });

  it("is answered where a reporter asks in the middle of it", async () => {
    expect(await saying(SEEN, "co hoi ten ba khong, ba so lam")).toContain("không thấy tên");
  });
});

it("sends on a plain yes with thanks, not on thanks alone", async () => {
  const summary = [STOLEN, "báo tin này"] as const;
  expect(await saying(...summary, "cảm ơn nhé")).not.toMatch(/Mã: TB-/u);
  expect(await saying(...summary, "uh ok cam on")).toMatch(/Mã: TB-/u);
});
