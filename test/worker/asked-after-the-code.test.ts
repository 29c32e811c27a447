import { beforeAll, describe, expect, it } from "vitest";
import { migrate } from "./bindings.ts";
import { CitizenChat } from "./citizen-chat.ts";
import { book } from "./reports-fixture.ts";

const HOUR = 3_600_000;
const CODE = /TB-[0-9A-Z]{4}-[0-9A-Z]{4}/u;

beforeAll(migrate);

class Citizen extends CitizenChat {
  async files(story = "tối qua có tụ tập đánh bạc ở chợ Kỳ Lừa"): Promise<string> {
    await this.say(`/baocao ${story}`);
    const [code] = CODE.exec(await this.say("gửi")) ?? [];
    if (code === undefined) throw new Error("not sent");
    this.now += 3 * 60_000;
    return code;
  }

  get labels() {
    return this.last.flatMap((reply) => reply.buttons ?? []).map(({ label }) => label);
  }

  photo(): Promise<string> {
    return this.hear({ kind: "media", media: [{ kind: "image", ref: "https://photo.zdn.vn/a.jpg" }] });
  }
}

const told = async (code: string) =>
  (await book.history(code)).filter(({ action }) => action === "told_duty").map(({ text }) => text);

describe("a question after the code", () => {
  it.each([
    ["liệu nhà nó có biết tôi báo không nhỉ", /không thấy tên/u],
    ["mấy hôm thì công an xuống vậy em", /không hẹn được giờ/u],
    ["bat duoc no roi danh no co sao khong", /Không đánh/u],
  ])("%s: is answered, and nothing goes to the desk", async (asked, answer) => {
    const chat = new Citizen();
    const code = await chat.files();
    const said = await chat.say(asked);
    expect(said).toMatch(answer);
    expect(said).not.toContain("chưa có thông tin");
    expect(await told(code)).toEqual([]);
  });

  it("is no news that it is over, and isn't pushed into the case", async () => {
    const chat = new Citizen();
    const code = await chat.files("sáng nay em mất xe máy ở chợ Kỳ Lừa");
    await chat.say("thế em có được trả lại xe không ạ");
    await chat.say("cháu nhà tôi cũng nghiện rồi, giờ làm sao đưa đi cai đây");
    expect(await told(code)).toEqual([]);
  });
});

describe("what waits for a tap", () => {
  it("is named once with the next answer, and goes along with further words", async () => {
    const chat = new Citizen();
    const code = await chat.files();
    await chat.photo();
    expect(await chat.say("cảm ơn em")).toContain("Còn 1 ảnh");
    expect(await chat.say("cảm ơn nhiều")).not.toContain("1 ảnh");
    expect(await chat.say("em nhớ thêm: nó hay đội mũ cối, đi xe Dream")).toContain("Kèm 1 ảnh");
    expect((await book.history(code)).some(({ action }) => action === "told_duty")).toBe(true);
    expect(await chat.say(`/them ${code}`)).toContain("Không có gì đang chờ");
  });

  it("leaves a place for its own tap", async () => {
    const chat = new Citizen();
    const code = await chat.files();
    await chat.hear({ kind: "location", lat: 21.85, lng: 106.76 });
    await chat.photo();
    await chat.say("em nhớ thêm: nó hay đội mũ cối, đi xe Dream");
    expect(JSON.stringify(await told(code))).not.toContain("21.85");
    await chat.say(`/them ${code}`);
    expect(JSON.stringify(await told(code))).toContain("21.85");
  });

  it("is said to be gone after a day, and is", async () => {
    const chat = new Citizen();
    const code = await chat.files();
    await chat.photo();
    chat.now += 24 * HOUR;
    expect(await chat.hear({ kind: "pause" })).toContain("1 ảnh mà chưa bấm chuyển");
    expect(await chat.say(`/them ${code}`)).toContain("Không có gì đang chờ");
  });
});

describe("the report that was sent", () => {
  it.each(["gửi", "báo tin này"])("%s: has gone already", async (said) => {
    const chat = new Citizen();
    const code = await chat.files();
    expect(await chat.say(said)).toContain(`Tin ${code} đã gửi rồi`);
  });

  it("is withdrawn at the second word, or stays, and why is passed on", async () => {
    const chat = new Citizen();
    const code = await chat.files();
    await chat.say("thôi cho em rút tin");
    expect(await chat.say("ừ đúng rồi, rút hộ em với")).toContain("xin rút tin");
    const other = new Citizen();
    const second = await other.files();
    await other.say("thôi cho em rút tin");
    expect(await other.say("khoan, đừng rút nữa, nó vẫn chưa trả tiền")).toContain("vẫn giữ như cũ");
    expect(await told(second)).toEqual(["khoan, đừng rút nữa, nó vẫn chưa trả tiền"]);
    expect(code).not.toBe(second);
  });

  it("huỷ with nothing being written deletes nothing", async () => {
    const chat = new Citizen();
    const code = await chat.files();
    expect(await chat.say("huỷ")).toContain(`Tin ${code} đã gửi rồi`);
    expect(chat.labels).toContain("Rút tin");
  });
});

describe("the wish to report", () => {
  it("makes a report of what was told, with what the same message tells", async () => {
    const chat = new CitizenChat();
    await chat.say("hàng xóm em mở sới bạc, đêm nào cũng đông");
    const shown = await chat.say("ở đầu ngõ 5 đường Bà Triệu, em muốn báo công an");
    expect(shown).toMatch(/chưa gửi\. Cán bộ sẽ thấy/u);
    expect(shown).toContain("ngõ 5 đường Bà Triệu");
    expect(shown).not.toContain("muốn báo công an");
  });

  it("begins one where nothing was told", async () => {
    const chat = new CitizenChat();
    expect(await chat.say("chau mun bao tin")).toContain("chuyện gì xảy ra, ở đâu, lúc nào");
  });
});

it("the kind follows the whole story, and its advice comes once", async () => {
  const chat = new CitizenChat();
  await chat.say("có người gọi cho mẹ em xưng là công an, bảo mẹ dính vụ án");
  const gone = await chat.say("mẹ em đã chuyển khoản cho nó 60 triệu, mất hết rồi");
  expect(gone).toMatch(/Gọi ngay ngân hàng|gọi ngay ngân hàng/u);
  expect(gone).not.toContain("chính mình");
  expect(await chat.say("số nó gọi là 0868 123 987")).not.toContain("Báo cho:");
});

describe("what a reporter asks of the own case", () => {
  it.each(["vụ của em ai đang lo rồi", "em có cần làm gì thêm nữa không", "lỡ xóa mất mã tin rồi thì sao"])(
    "%s: is answered from it",
    async (asked) => {
      const chat = new Citizen();
      const code = await chat.files();
      expect(await chat.say(asked)).toContain(`${code}: Đã nhận tin`);
      expect(await told(code)).toEqual([]);
    },
  );

  it("of two is the one whose words are said", async () => {
    const chat = new Citizen();
    const first = await chat.files("tối nào quán ốc phố Muối cũng mở loa ầm ĩ");
    const second = await chat.files("đêm qua mất trộm đàn ngan ở thôn Pò Lèo");
    expect(await chat.say("cái vụ đàn ngan sao rồi")).toContain(`${second}:`);
    expect(await chat.say("vụ quán ốc ấy đến đâu rồi")).toContain(`${first}:`);
  });
});

describe("a plain correction after the code", () => {
  it("stands on the card, with what stood there in the history, and is said", async () => {
    const chat = new Citizen();
    const code = await chat.files("tối qua có đua xe ở đường Lê Lợi");
    const said = await chat.say("sửa giúp em, không phải đường Lê Lợi mà là đường Trần Đăng Ninh");
    expect(said).toContain("Thẻ của cán bộ nay ghi nơi: đường Trần Đăng Ninh");
    expect((await book.get(code))?.content.where?.words).toBe("đường Trần Đăng Ninh");
    expect((await book.history(code)).find(({ action }) => action === "placed")?.text).toContain("Lê Lợi");
  });
});
