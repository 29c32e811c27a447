import { beforeAll, describe, expect, it } from "vitest";
import { dutyNotices } from "../../src/features/reporting/duty/duty-notices.ts";
import { plainText } from "../../src/messaging/reply.ts";
import { MINUTE } from "../../src/platform/time.ts";
import { bindings, migrate } from "./bindings.ts";
import { CitizenChat } from "./citizen-chat.ts";
import { book } from "./reports-fixture.ts";

beforeAll(migrate);

let people = 0;
const CODE = /TB-[0-9A-Z]{4}-[0-9A-Z]{4}/u;

/** Somebody in danger, on Telegram; what the desk gets is read from the book. */
class Frightened extends CitizenChat {
  constructor() {
    super({ id: `7771999${++people}`, channel: "telegram" });
  }

  /** Presses the button with this label. */
  async press(label: string): Promise<string> {
    const found = this.last.flatMap(({ buttons = [] }) => buttons).find((button) => button.label === label);
    if (found === undefined) throw new Error(`no button ${label}`);
    return this.hear({ kind: "text", text: found.payload, tapped: true });
  }

  photo(caption?: string): Promise<string> {
    return this.hear({
      kind: "media",
      media: [{ kind: "image", ref: "f" }],
      ...(caption !== undefined && { caption }),
    });
  }

  cases = () => book.reportsOf({ channel: "telegram", chat: this.id });

  /** All that the desk was sent of the only case: its card, then what was added. */
  async desk(): Promise<string[]> {
    const [only, ...others] = await this.cases();
    if (only === undefined || others.length > 0) throw new Error(`${others.length + 1} cases`);
    const ours = (await book.pendingDispatches(5_000)).filter(
      ({ target, code }) => target === "duty" && code === only.code,
    );
    const replies = await Promise.all(ours.map(({ body }) => dutyNotices(book, only.code, body, this.now)));
    expect(JSON.stringify(replies)).not.toContain(this.id);
    return replies.flat().map(plainText);
  }
}

const FIRST_NUMBER = /^[^\n]*\b11[1-5]\b/u;

describe("an open danger", () => {
  it("goes to the desk at one tap with the address on the urgent card, and grows; no account is with it", async () => {
    const chat = new Frightened();
    expect(await chat.say("có trộm đang cạy cửa nhà tôi")).toMatch(FIRST_NUMBER);
    expect(await chat.cases()).toHaveLength(0);
    await chat.say("số 8 ngách 3 phố Thân Cảnh Vân");
    expect(await chat.press("Chuyển cho trực ban")).toMatch(
      /113[\s\S]*không có tài khoản[\s\S]*quyenriengtu/u,
    );
    expect((await chat.cases())[0]).toMatchObject({ lane: "urgent" });
    expect(await chat.say("có hai thằng, một đứa đội mũ đen")).toMatch(FIRST_NUMBER);
    await chat.photo();
    await chat.hear({ kind: "location", lat: 21.8531, lng: 106.7612 });
    await chat.hear({ kind: "edited", text: "có ba thằng chứ không phải hai" });
    const [card = "", ...more] = await chat.desk();
    expect(card).toMatch(/Nơi: .*số 8 ngách 3 phố Thân Cảnh Vân/u);
    expect(card).toContain("cạy cửa");
    expect(more.join("\n")).toMatch(/hai thằng[\s\S]*21\.8531, 106\.7612[\s\S]*\(sửa lại\) có ba thằng/u);
    // Three messages and the correction, each with the card anew; once more with the place on the map.
    expect(more).toHaveLength(9);
    expect(more.at(-1)).toContain("có ba thằng");
    expect(more.filter((words) => words.includes("maps.google.com")).length).toBeGreaterThan(0);
  });

  it("goes at once where somebody can't call, and takes what comes before the tap with it", async () => {
    const chat = new Frightened();
    await chat.say("nó đang cầm dao đuổi chém em");
    await chat.photo();
    const words = await chat.say("em không gọi điện được");
    expect(words).toMatch(FIRST_NUMBER);
    expect(words).toMatch(CODE);
    expect(words).toContain("Chưa có nơi");
    expect((await chat.desk())[0]).toMatch(/Kèm: 1 ảnh/u);
    expect(await chat.say("xóm Bãi, sau cây xăng")).toContain("Đã chuyển thêm");
    expect((await chat.desk()).slice(-2).join("\n")).toMatch(
      /Nơi: xóm Bãi, sau cây xăng[\s\S]*Nơi: xóm Bãi, sau cây xăng/u,
    );
  });

  it("asks where it is though a place was told that nobody finds", async () => {
    const chat = new Frightened();
    await chat.say("có trộm đang trong nhà tôi");
    expect(await chat.press("Chuyển cho trực ban")).toContain("Chưa có nơi");
    await chat.hear({ kind: "location", lat: 21.85, lng: 106.76 });
    expect((await chat.desk()).join("\n")).toContain("21.85, 106.76");
  });

  it("has on its card what is told of the place later; the vaguer words stay in the history", async () => {
    const chat = new Frightened();
    await chat.say("có trộm đang trong nhà tôi");
    await chat.press("Chuyển cho trực ban");
    expect(await chat.say("số 9 ngõ 12 đường Nhị Thanh")).toContain("Đã chuyển thêm");
    const card = (await chat.desk()).at(-1) ?? "";
    expect(card).toMatch(/Nơi: số 9 ngõ 12 đường Nhị Thanh/u);
    expect(card).not.toContain("Nơi: trong nhà tôi");
    const code = CODE.exec(card)?.[0] ?? "";
    expect(
      (await book.history(code)).filter(({ action }) => action === "placed").map(({ text }) => text),
    ).toEqual(["trong nhà tôi"]);
    await chat.say("nó chạy ra phía chợ Kỳ Lừa");
    expect((await book.get(code))?.content.where?.words).toBe("số 9 ngõ 12 đường Nhị Thanh");
  });

  it("says of a place and of a photo that they wait for the tap", async () => {
    const chat = new Frightened();
    await chat.say("chồng tôi đang đánh tôi");
    expect(await chat.say("thôn Nà Sla xã Tân Liên")).toMatch(/113[\s\S]*Đã ghi nơi này, chưa chuyển/u);
    expect(await chat.photo()).toMatch(/113[\s\S]*Đã giữ, chưa chuyển/u);
    expect(await chat.hear({ kind: "location", lat: 21.85, lng: 106.76 })).toContain("chưa chuyển");
  });

  it("isn't over because help has come: it is told, and the number stays", async () => {
    const chat = new Frightened();
    await chat.say("nhà hàng xóm đang cháy to");
    expect(await chat.say("xe chữa cháy tới rồi")).toMatch(/^[^\n]*114[\s\S]*(?:Người giúp tới|“ổn rồi”)/u);
    expect(chat.session).toHaveProperty("danger");
  });

  it("tells who has no credit that the call is free, and passes nothing unasked", async () => {
    const chat = new Frightened();
    await chat.say("có người cầm dao đuổi theo cháu");
    expect(await chat.say("máy cháu hết tiền rồi không gọi được")).toMatch(
      /113[\s\S]*(?:không cần tiền|Hết tiền vẫn)/u,
    );
    expect(await chat.cases()).toHaveLength(0);
  });

  it("doesn't tell who can't call to call", async () => {
    const chat = new Frightened();
    await chat.say("nước lũ ngập nửa nhà tôi rồi");
    await chat.say("không gọi điện được, mất sóng");
    expect(await chat.say("nhà có năm người")).toMatch(/^Không gọi được thì nhờ người khác gọi 11/u);
  });

  it("goes on for hours where the desk has it: the late message reaches the case", async () => {
    const chat = new Frightened();
    await chat.say("nước lũ ngập nửa nhà tôi rồi");
    await chat.press("Chuyển cho trực ban");
    chat.now += 90 * MINUTE;
    expect(await chat.say("vẫn chưa thấy thuyền, điện thoại sắp hết pin")).toMatch(FIRST_NUMBER);
    expect((await chat.desk()).at(-1)).toContain("chưa thấy thuyền");
  });

  it("answers a question that nobody can answer with the next step", async () => {
    const chat = new Frightened();
    await chat.say("nhà hàng xóm đang cháy to");
    const words = await chat.say("bảo hiểm nhân thọ có đền tiền nhà không nhỉ?");
    expect(words).toMatch(FIRST_NUMBER);
    expect(words).not.toContain("chưa có thông tin");
  });

  it("has a bare address as the place of the card", async () => {
    const chat = new Frightened();
    await chat.say("chồng tôi đang đánh tôi");
    await chat.say("sau nhà văn hoá Bản Liếp");
    await chat.press("Chuyển cho trực ban");
    expect((await chat.desk())[0]).toMatch(/Nơi: .*nhà văn hoá Bản Liếp/u);
  });

  it("asks about a voice, and takes it with a yes", async () => {
    const chat = new Frightened();
    await chat.say("cứu với có người đập cửa đòi giết tôi");
    await chat.press("Chuyển cho trực ban");
    const asked = await chat.hear({ kind: "media", media: [{ kind: "audio", ref: "v" }] });
    expect(asked).toMatch(FIRST_NUMBER);
    expect(asked).toContain("vẫn gửi kèm?");
    expect(await chat.press("Gửi kèm")).toContain("Đã chuyển cho cán bộ trực");
  });

  it("is held by “Đừng chuyển” before it is passed, until somebody asks", async () => {
    const chat = new Frightened();
    await chat.say("hàng xóm đang cầm dao chém nhau");
    expect(await chat.say("đừng chuyển")).toMatch(/113[\s\S]*không chuyển gì/u);
    await chat.say("em không gọi được");
    expect(await chat.cases()).toHaveLength(0);
    await chat.say("chuyển cho trực ban");
    expect(await chat.cases()).toHaveLength(1);
  });

  it("is taken back after it was passed: the desk hears it, then nothing more, then the same case again", async () => {
    const chat = new Frightened();
    await chat.say("có người cầm mã tấu ngoài cổng nhà tôi");
    await chat.press("Chuyển cho trực ban");
    expect(await chat.press("Đừng chuyển")).toMatch(/113[\s\S]*rút lại/u);
    expect((await chat.desk()).at(-1)).toContain("xin rút lại");
    await chat.say("nó có hai đứa");
    expect((await chat.desk()).join()).not.toContain("hai đứa");
    await chat.say("chuyển cho trực ban");
    expect((await chat.desk()).at(-1)).toMatch(/nhờ giúp lại[\s\S]*hai đứa/u);
  });

  it("ends by “ổn rồi”: the desk hears it, and the next words are no danger's", async () => {
    const chat = new Frightened();
    await chat.say("có trộm đang trong nhà tôi");
    await chat.press("Chuyển cho trực ban");
    expect(await chat.say("ổn rồi ạ, nó đi rồi")).toMatch(/113[\s\S]*Nếu mọi người đã an toàn/u);
    expect((await chat.desk()).at(-1)).toContain("đã ổn");
    expect(chat.session).not.toHaveProperty("danger");
  });

  it("says at the end that nothing was sent, with the button", async () => {
    const chat = new Frightened();
    await chat.say("có trộm đang trong nhà tôi");
    expect(await chat.say("ổn rồi ạ")).toContain("chưa gửi cho ai");
    expect(await chat.press("Báo tin này")).toMatch(/trong nhà tôi|ở đâu/u);
  });

  it("hands nothing on where that is forbidden, and where whoever hides only wants no answer", async () => {
    const chat = new Frightened();
    await chat.say("chồng em đang cầm dao đập cửa");
    await chat.say("thoi de toi goi truong thon hoa giai truoc, dung gui");
    expect(await chat.cases()).toHaveLength(0);
    expect(await chat.say("đừng nhắn lại nữa, anh ấy thấy")).toBe("");
    expect(await chat.cases()).toHaveLength(0);
    const held = new Frightened();
    await held.say("em bị bán sang Trung Quốc, đang bị nhốt trong phòng");
    expect(await held.say("nó về rồi đừng nhắn lại")).toBe("");
    expect(await held.cases()).toHaveLength(1);
  });

  it("is over after half an hour without a word", async () => {
    const chat = new Frightened();
    await chat.say("có trộm đang trong nhà tôi");
    chat.now += 29 * MINUTE;
    expect(await chat.say("nhà số 5 thôn Pò Cại")).toMatch(FIRST_NUMBER);
    chat.now += 31 * MINUTE;
    expect(await chat.say("cảm ơn")).not.toMatch(FIRST_NUMBER);
  });

  it("speaks low with somebody who can't speak: short, a digit is an answer, no sound", async () => {
    const chat = new Frightened();
    await chat.say("có người đột nhập vào nhà em");
    const low = await chat.say("em đang trốn, không nói được, nó nghe thấy mất");
    expect(low).toMatch(/^113\.\n/u);
    // Who can't speak is passed on at once, and can take it back.
    expect(low).toMatch(CODE);
    expect(chat.last.flatMap(({ buttons = [] }) => buttons).map(({ label }) => label)).toContain(
      "Đừng chuyển",
    );
    expect(low.length).toBeLessThan(200);
    expect(await chat.say("tu quan ao tang 2")).toContain("chọn Xóa");
    expect(await chat.say("nha so 3 thon Ha")).toContain("Có ai bị thương không? 1 = có, 2 = không.");
    expect(await chat.say("2")).toMatch(/^113\./u);
    expect((await chat.desk()).at(-1)).toContain("Có ai bị thương không? Không.");
  });

  it("answers a question in between from the danger that is open, and another kind with its whole card", async () => {
    const chat = new Frightened();
    await chat.say("bố tôi bị máy cưa cắt tay chảy máu nhiều quá");
    expect(await chat.say("có nên garô không")).toMatch(/115[\s\S]*Đừng garô/u);
    expect(await chat.say("cháy nhà rồi, lửa to lắm")).toMatch(/^[^\n]*114[\s\S]*bò thấp/u);
  });

  it("takes “Báo tin này” and “gửi” of a report for the same: no second case", async () => {
    const chat = new Frightened();
    await chat.say("/baocao có người cầm dao chém nhau ở chợ Giếng Vuông");
    expect(await chat.say("gửi")).toMatch(CODE);
    await chat.say("báo công an giúp em với");
    await chat.say("chuyển cho trực ban");
    await chat.say("cổng sau chợ");
    expect((await chat.desk()).join("\n")).toContain("cổng sau chợ");
  });

  it("begins no second case where the same half hour has one", async () => {
    const chat = new Frightened();
    await chat.say("có trộm đang trong nhà tôi ở thôn Nà Tềnh");
    await chat.press("Chuyển cho trực ban");
    await chat.say("ổn rồi ạ, nó đi rồi");
    await chat.say("nó quay lại rồi, đang phá cửa nhà tôi");
    await chat.press("Chuyển cho trực ban");
    expect((await chat.desk()).at(-1)).toContain("phá cửa");
  });
});

/** Random numbers that are the same in every run. */
function* randoms(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    yield state / 4_294_967_296;
  }
}

const ALARMS = [
  "có trộm đang cạy cửa nhà tôi",
  "nha toi dang chay to lam",
  "con toi bi ran can o chan",
  "chồng tôi đang cầm dao dí tôi",
];
const FOLLOW_UPS = [
  "xóm 4 xã Hữu Kiên",
  "goi mai khong ai bat may",
  "chua thay ai den ca",
  "không gọi được đâu",
  "nó vào được nhà rồi",
  "trong nha con ba cu voi hai dua nho",
  "báo công an giúp tôi",
  "vâng",
  "ko",
  "cảm ơn nhé",
  "đã gọi rồi ạ",
  "giờ phải làm sao",
  "chuyển cho trực ban",
  "đừng chuyển",
  "báo tin này",
  "1",
] as const;

it("random walks never lose the number from the first line, nor make two cases", async () => {
  const random = randoms(138);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random.next().value * from.length)] as T;
  const lost: string[] = [];
  for (let walk = 0; walk < 12; walk += 1) {
    const chat = new Frightened();
    await chat.say(pick(ALARMS));
    const said: string[] = [];
    for (let step = 0; step < 9; step += 1) {
      const words = pick([...FOLLOW_UPS, "photo", "pin"]);
      const heard =
        words === "photo"
          ? await chat.photo()
          : words === "pin"
            ? await chat.hear({ kind: "location", lat: 21.85, lng: 106.76 })
            : await chat.say(words);
      if (!FIRST_NUMBER.test(heard)) lost.push(`${words}: ${heard}`);
      said.push(heard);
      if (said.length > 2 && new Set(said.slice(-3)).size === 1) lost.push(`thrice: ${heard}`);
    }
    if ((await chat.cases()).length > 1) lost.push("two cases");
    expect(JSON.stringify(chat.session)).not.toMatch(/Hữu Kiên|cạy cửa/u);
  }
  expect(lost).toEqual([]);
}, 60_000);

it("what was told of a danger rests sealed in the ledger", async () => {
  const chat = new Frightened();
  await chat.say("có trộm đang cạy cửa nhà tôi ở ngõ Thạch Đạn 77");
  await chat.press("Chuyển cho trực ban");
  const { results } = await bindings.LEDGER.prepare("SELECT * FROM reports").all();
  expect(JSON.stringify(results)).not.toMatch(/Thạch Đạn|7771999/u);
});
