import { beforeAll, describe, expect, it } from "vitest";
import { dutyNotices } from "../../src/features/reporting/duty/duty-notices.ts";
import { migrate } from "./bindings.ts";
import { CitizenChat } from "./citizen-chat.ts";
import { book, DUTY, fresh } from "./reports-fixture.ts";

const T0 = Date.UTC(2026, 10, 28, 8, 0);

beforeAll(migrate);

let people = 0;

/** A citizen on Telegram; what the duty group gets is read from the book. */
class Citizen extends CitizenChat {
  constructor() {
    super({ id: `82${++people}`, channel: "telegram", now: T0 });
  }

  /** Presses the first button whose label begins so. */
  async press(label: string): Promise<string> {
    const buttons = this.last.flatMap((reply) => reply.buttons ?? []);
    const found = buttons.find((button) => button.label.startsWith(label));
    if (found === undefined) throw new Error(`no button "${label}" among ${buttons.map((one) => one.label)}`);
    expect(new TextEncoder().encode(found.payload).length).toBeLessThanOrEqual(60);
    return this.hear({ kind: "text", text: found.payload, tapped: true });
  }

  /** Sends the report that is open. */
  async send(): Promise<string> {
    // What hasn't been shown yet is shown first.
    const sent = (said: string) => /TB-[0-9A-Z]{4}-[0-9A-Z]{4}/u.exec(said)?.[0];
    const code = sent(await this.say("gửi")) ?? sent(await this.say("gửi"));
    if (code === undefined) throw new Error("not sent");
    return code;
  }

  /** A handler asks, and the citizen's next words answer. */
  async isAsked(code: string, question: string): Promise<void> {
    await book.relayToReporter({
      code,
      text: question,
      media: [],
      at: this.now,
      key: fresh(),
      actor: DUTY,
    });
    this.asked = { code, at: this.now };
  }
}

/** Everything of this case that the duty group and a handler's look-up show, and all that is stored with it. */
async function groupSees(code: string): Promise<string> {
  const ours = (await book.pendingDispatches(5_000)).filter(
    (dispatch) => dispatch.target === "duty" && dispatch.code === code,
  );
  const replies = await Promise.all(ours.map(({ body }) => dutyNotices(book, code, body, T0)));
  const stored = [
    await book.get(code),
    (await book.history(code)).filter(({ actor }) => actor === "reporter"),
  ];
  return JSON.stringify([replies, stored]).normalize("NFC");
}

/** In other words than any example's. */
const INTRODUCTIONS: readonly (readonly [words: string, ...markers: string[]])[] = [
  ["Em xin phép giới thiệu em là Kiều Trinh, trực lễ tân", "Kiều Trinh"],
  ["Liên lạc lại tôi theo 0935.246.810", "0935.246.810", "246.810"],
  ["cháu Bùi Đức Trọng đây ạ, số bố cháu 0 9 6 4 1 3 5 7 9 1", "Bùi Đức Trọng", "1 3 5 7"],
  ["toi la vi van kheo, cccd 020 088 007 006", "vi van kheo", "088 007"],
  ["Họ tên người báo: Sầm Thị Ngọc Ánh\nĐịa chỉ: 17/4 Nguyễn Du", "Ngọc Ánh", "17/4"],
  ["nhà mình ngay số 31 ngách 9 phố Thân Thừa Quý", "số 31", "ngách 9", "Thân Thừa Quý"],
  ["số e không tám tám ba một một hai hai ba ba", "một một hai hai"],
  ["fb: facebook.com/kieu.trinh.2k, cứ nhắn em", "kieu.trinh.2k"],
  ["mail mình trinh.kieu@example.vn nha", "trinh.kieu"],
  ["Ký tên: Lã Thị Thơm, o977 o11 o22", "Lã Thị Thơm", "o11 o22"],
  ["Cảm ơn các anh.\nMạc Văn Thiện\n+84 (38) 765 4321", "Mạc Văn Thiện", "765 4321"],
  ["tui tên Út Mười, ở ấp Bờ Kè, alo số 0779 135 246 là gặp", "Út Mười", "Bờ Kè", "135 246"],
];

const STORY = "Ở quán nước cạnh bến xe hay có tụ tập cá độ bóng đá.";

describe("twelve who say who they are", () => {
  it.each(INTRODUCTIONS)("in one message that is sent at once: %s", async (words, ...markers) => {
    const citizen = new Citizen();
    const summary = await citizen.say(`/baocao ${STORY} ${words}`);
    expect(summary).toMatch(/anh\/chị\?[\s\S]*đang che|đang che[\s\S]*:/u);
    const code = await citizen.send();
    const seen = await groupSees(code);
    expect(seen).toContain("cá độ bóng đá");
    expect(markers.filter((marker) => seen.includes(marker))).toEqual([]);
  });

  it.each(INTRODUCTIONS)("in the answers to the dialogue's questions: %s", async (words, ...markers) => {
    const citizen = new Citizen();
    await citizen.say("/baocao");
    await citizen.say("hay có tụ tập cá độ bóng đá");
    await citizen.say(words);
    await citizen.say(words);
    const code = await citizen.send();
    const seen = await groupSees(code);
    expect(markers.filter((marker) => seen.includes(marker))).toEqual([]);
  });

  it.each(INTRODUCTIONS)(
    "in what is added, put right, written under a photo, answered: %s",
    async (words, ...markers) => {
      const citizen = new Citizen();
      await citizen.say(`/baocao ${STORY}`);
      await citizen.hear({ kind: "edited", text: `${STORY} ${words}` });
      await citizen.hear({
        kind: "media",
        media: [{ kind: "image", ref: "f", name: `${words}.jpg` }],
        caption: words,
      });
      await citizen.hear({ kind: "location", lat: 21.85, lng: 106.76, label: words });
      const code = await citizen.send();
      for (const question of ["cho xin họ tên, số điện thoại và số nhà", "có mấy người?"]) {
        await citizen.isAsked(code, question);
        expect(await citizen.say(words)).toMatch(/là của anh\/chị\?|đang che/u);
        await citizen.hear({ kind: "edited", text: words });
        await citizen.hear({ kind: "media", media: [{ kind: "image", ref: "g" }], caption: words });
        await citizen.hear({ kind: "location", lat: 21.123456, lng: 106.654321, label: words });
      }
      const seen = await groupSees(code);
      expect(markers.filter((marker) => seen.includes(marker))).toEqual([]);
      expect(seen).not.toContain("106.654321");
    },
  );
});

describe("whose home a shared place is called", () => {
  it("is neither on the card nor in what comes after it", async () => {
    const citizen = new Citizen();
    await citizen.say(`/baocao ${STORY}`);
    await citizen.hear({ kind: "location", lat: 21.85, lng: 106.76, label: "Nhà Nguyễn Văn An" });
    const code = await citizen.send();
    await citizen.hear({ kind: "location", lat: 21.85, lng: 106.76, label: "Nhà Nguyễn Văn An" });
    expect(await groupSees(code)).not.toContain("Nguyễn Văn An");
  });
});

describe("bare answers to a handler who asks", () => {
  it.each([
    ["anh tên gì ạ", "Thiện", "Thiện"],
    ["cho xin họ tên", "mạc văn thiện", "thiện"],
    ["số điện thoại của chị?", "0387654321", "0387654321"],
    ["chị cho số đi", "0387 654", "0387 654"],
    ["nhà anh ở đâu", "thôn Khuổi Tát", "Khuổi Tát"],
    ["địa chỉ nhà mình số mấy", "số 31 ngách 9", "ngách 9"],
    ["đọc số căn cước", "020088007006", "088007"],
  ])("%s: %s is held, not sent", async (question, answer, marker) => {
    const citizen = new Citizen();
    await citizen.say(`/baocao ${STORY}`);
    const code = await citizen.send();
    await citizen.isAsked(code, question);
    expect(await citizen.say(answer)).toContain("Tôi chưa chuyển");
    expect((await book.history(code)).at(-1)?.action).toBe("told_reporter");
    expect(await groupSees(code)).not.toContain(marker);
    await citizen.press("Cứ chuyển");
    expect(await groupSees(code)).toContain(marker);
  });

  it("goes only by the newest question's button, and not after Che", async () => {
    const citizen = new Citizen();
    await citizen.say(`/baocao ${STORY}`);
    const code = await citizen.send();
    await citizen.isAsked(code, "số điện thoại của chị?");
    await citizen.say("0387654321");
    const old = citizen.last;
    await citizen.press("Che");
    await citizen.say("0399999888");
    citizen.last = old;
    expect(await citizen.press("Cứ chuyển")).toContain("không chuyển thêm gì");
    const seen = await groupSees(code);
    expect(seen).not.toMatch(/0387654321|0399999888/u);
  });

  it("what else was said goes at once, and the held part after it", async () => {
    const citizen = new Citizen();
    await citizen.say(`/baocao ${STORY}`);
    const code = await citizen.send();
    await citizen.isAsked(code, "chúng gọi từ số nào, có mấy người?");
    const said = await citizen.say("có ba đứa đi xe máy đỏ, 0387654321");
    expect(said).toMatch(/Đã chuyển[\s\S]*đang che: “0387654321”/u);
    expect(await groupSees(code)).toContain("ba đứa đi xe máy đỏ");
    expect(await groupSees(code)).not.toContain("0387654321");
    await citizen.press("Của người bị báo");
    expect(await groupSees(code)).toContain("Của người bị báo: có ba đứa đi xe máy đỏ, 0387654321");
  });
});

describe("the summary asks", () => {
  it("one thing by its two buttons, and does what was chosen", async () => {
    const citizen = new Citizen();
    const asked = await citizen.say(`/baocao ${STORY} 0387654321`);
    expect(asked).toContain("“0387654321” là của anh/chị?");
    expect(asked).toContain("[đã che]");
    expect(await citizen.press("Của người bị báo")).toMatch(/Chuyển nguyên[^\n]*“0387654321”/u);
    expect(await groupSees(await citizen.send())).toContain("0387654321");
  });

  it("several together, or one by one", async () => {
    const citizen = new Citizen();
    await citizen.say(`/baocao ${STORY} Em tên Thiện, 0387654321; 0399999888`);
    await citizen.press("Chọn từng chỗ");
    await citizen.press("0399999888");
    const code = await citizen.send();
    const seen = await groupSees(code);
    expect(seen).toContain("0399999888");
    expect(seen).not.toMatch(/Thiện|0387654321/u);
  });

  it("says exactly what was hidden, and doesn't keep it with the case", async () => {
    const citizen = new Citizen();
    await citizen.say(`/baocao ${STORY} Em tên Thiện`);
    const sent = await citizen.say("gửi");
    expect(sent).toContain("Đã che, không lưu cùng tin: “Thiện”");
    const plain = new Citizen();
    await plain.say(`/baocao ${STORY}`);
    expect(await plain.say("gửi")).not.toMatch(/che/iu);
  });

  it("nothing where only the accused is told of", async () => {
    const citizen = new Citizen();
    const asked = await citizen.say(
      "/baocao bị lừa ở chợ Kỳ Lừa, nó gọi bằng số 0987654321, stk của nó 19034567890123",
    );
    expect(asked).not.toContain("đang che");
    expect(await groupSees(await citizen.send())).toMatch(/0987654321[\s\S]*19034567890123/u);
  });

  it("the number of a swindler that our own question asked for goes as it is", async () => {
    const citizen = new Citizen();
    await citizen.say("/baocao");
    await citizen.say("tôi bị lừa chuyển tiền qua mạng");
    await citizen.say("không nhớ");
    await citizen.say("hôm qua");
    const summary = await citizen.say("0987654321");
    expect(summary).not.toContain("đang che");
    expect(await groupSees(await citizen.send())).toContain("0987654321");
  });
});

describe("in a danger", () => {
  it("the place and the number go as told, the name doesn't, and the same answer says so", async () => {
    const citizen = new Citizen();
    const answer = await citizen.say(
      "cứu với, em là Thiện, chồng em đang cầm dao đuổi chém em, nhà em ở số 31 ngách 9, gọi em 0387654321",
    );
    expect(answer).toMatch(/113[\s\S]*chuyển cả nơi anh\/chị nói[\s\S]*số gọi lại “0387654321”/u);
    const passed = await citizen.press("Chuyển cho trực ban");
    expect(passed).toMatch(/Đã chuyển khẩn [^\n]*cả số 0387654321/u);
    const seen = await groupSees(/TB-[0-9A-Z]{4}-[0-9A-Z]{4}/u.exec(passed)?.[0] ?? "");
    expect(seen).toMatch(/số 31 ngách 9/u);
    expect(seen).toContain("0387654321");
    expect(seen).not.toContain("Thiện");
  });

  it("goes back to hidden where the citizen wants it", async () => {
    const citizen = new Citizen();
    await citizen.say("/baocao có người đang cầm dao chém nhau ở chợ Kỳ Lừa, sđt em 0387654321");
    await citizen.press("Che lại");
    expect(await groupSees(await citizen.send())).not.toContain("0387654321");
  });
});
