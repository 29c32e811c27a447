import { beforeAll, describe, expect, it } from "vitest";
import { REPORT } from "../../src/features/reporting/citizen/citizen-session.ts";
import { bytesOf } from "../../src/messaging/media.ts";
import type { KeyRing } from "../../src/platform/crypto/key-ring.ts";
import { PAUSE_AT } from "../../src/turn/session.ts";
import { migrate } from "./bindings.ts";
import { CitizenChat } from "./citizen-chat.ts";
import { photo } from "./photo.ts";
import { book, bookContext, ringOf } from "./reports-fixture.ts";

const T0 = Date.UTC(2026, 10, 23, 8, 0);

beforeAll(migrate);

class Chat extends CitizenChat {
  constructor(id: string, ring?: KeyRing) {
    super({ id, ring, now: T0 });
  }

  photo(caption?: string, album?: string): Promise<string> {
    const one = { kind: "image" as const, ref: "https://photo.zdn.vn/a.jpg" };
    return this.hear({
      kind: "media",
      media: [one],
      ...(caption !== undefined && { caption }),
      ...(album !== undefined && { album }),
    });
  }
}

const codeIn = (words: string): string => /TB-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(words)?.[0] ?? "";

describe("a report in one message", () => {
  it("goes to the summary, and with gửi into the book", async () => {
    const chat = new Chat("7001");
    expect(await chat.photo("/baocao tối qua 22h ở chợ Kỳ Lừa có nhóm đánh bạc")).toMatch(
      /chưa gửi[\s\S]*chợ Kỳ Lừa[\s\S]*1 ảnh/,
    );
    const done = await chat.say("gửi");
    const code = codeIn(done);
    const report = await book.get(code);
    expect(report).toMatchObject({ lane: "crime", category: "gambling", state: "received" });
    expect(report?.content.media).toHaveLength(1);
    const kept = await chat.media.read(report?.content.media[0]?.key ?? "");
    expect(kept === null ? null : await bytesOf(kept)).toEqual(photo());
    expect(chat.carried).toBe(1);
    expect(chat.session.report).toBeUndefined();
    expect(await chat.say(`/tracuu ${code.toLowerCase()}`)).toContain("chờ tiếp nhận");
    expect(await chat.say("/tincuatoi")).toContain(code);
    expect(await chat.say(code)).toContain("chờ tiếp nhận");
  });

  it("keeps what was told in the session only sealed", async () => {
    const chat = new Chat("7002");
    await chat.say("/baocao bí mật của tôi ở thôn Pò Mỏ");
    expect(JSON.stringify(chat.session)).not.toMatch(/bí mật|Pò Mỏ/);
  });
});

describe("a report step by step", () => {
  it("asks, takes files and a position, shows, corrects, sends", async () => {
    const chat = new Chat("7003");
    expect(await chat.say("báo tin")).toMatch(/^Đang nguy hiểm: gọi ngay 113/);
    expect(await chat.say("nhà em bị trộm mất con trâu")).toContain("ở đâu");
    expect(await chat.hear({ kind: "location", lat: 21.85, lng: 106.76 })).toContain("lúc nào");
    expect(await chat.say("không nhớ")).toContain("Mất những gì");
    expect(await chat.say("bỏ qua")).toContain("21.85000, 106.76000");
    expect(await chat.photo(undefined, "a1")).toContain("1 ảnh");
    expect(await chat.photo(undefined, "a1")).toBe("");
    expect(await chat.say("sửa nơi")).toContain("ở đâu");
    expect(await chat.say("thôn Nà Pàn")).toMatch(/Nà Pàn[\s\S]*2 ảnh/);
    expect(codeIn(await chat.say("gui di"))).not.toBe("");
  });

  it("cancels when asked, and a later gửi sends nothing", async () => {
    const chat = new Chat("7004");
    await chat.say("/baocao ở chợ Kỳ Lừa có đánh bạc");
    expect(await chat.say("huỷ")).toContain("Xoá tin đang viết?");
    expect(await chat.say("giữ lại")).toMatch(/chưa gửi[\s\S]*chợ Kỳ Lừa/);
    expect(await chat.say("xoá")).toContain("Xoá tin đang viết?");
    expect(await chat.say("xoá")).toContain("Đã huỷ");
    expect(await chat.say("gửi")).toContain("Chưa có tin báo nào");
  });

  it("goes on after the question whether to delete, and nothing is lost by it", async () => {
    const chat = new Chat("7040");
    await chat.say("/baocao có đánh bạc");
    await chat.say("huỷ");
    expect(await chat.say("ở chợ Kỳ Lừa")).toMatch(/chưa gửi[\s\S]*có đánh bạc[\s\S]*chợ Kỳ Lừa/);
    expect(await chat.say("huỷ")).toContain("Xoá tin đang viết?");
    expect(codeIn(await chat.say("gửi"))).not.toBe("");
  });

  it("cancels at once where nothing was told", async () => {
    const chat = new Chat("7041");
    await chat.say("/baocao");
    expect(await chat.say("huỷ")).toContain("Đã huỷ");
  });

  it.each(["1", "ok", "ừ"])("“%s” at the summary sends, at a question it sends nothing", async (yes) => {
    const chat = new Chat(`7042${yes}`);
    await chat.say("/baocao");
    await chat.say("nhà em bị trộm mất con trâu");
    if (yes !== "1") {
      expect(await chat.say(yes)).toContain("Xảy ra ở đâu?");
      expect(chat.session).toHaveProperty("report");
    }
    await chat.say("chợ Kỳ Lừa");
    await chat.say("tối qua");
    await chat.say("bỏ qua");
    const report = await book.get(codeIn(await chat.say(yes)));
    expect(report?.content).toMatchObject({ what: "nhà em bị trộm mất con trâu", details: {} });
  });

  it("lets other commands through and goes on after", async () => {
    const chat = new Chat("7005");
    await chat.say("/baocao");
    expect(await chat.say("/help")).not.toContain("Xảy ra");
    expect(await chat.say("có người bán pháo")).toContain("Xảy ra ở đâu");
  });

  it("declines an identity paper and keeps nothing of it", async () => {
    const chat = new Chat("7006");
    await chat.say("/baocao");
    expect(await chat.photo("đây là căn cước của tôi")).toContain("không nhận ảnh giấy tờ");
    expect(await chat.say("có đánh nhau ở chợ Kỳ Lừa")).not.toContain("1 ảnh");
  });

  it("an edit is read anew; one into a question is asked, one of a command or of thanks is none", async () => {
    const chat = new Chat("7016");
    expect(await chat.hear({ kind: "edited", text: "khu dân cư là gì" })).toContain("chưa có thông tin");
    expect(await chat.hear({ kind: "edited", text: "cám ơn nhé" })).toBe("");
    await chat.say("/baocao có đánh bạc ở chợ Kỳ Lừa");
    const edited = await chat.hear({ kind: "edited", text: "/baocao có đánh bạc ở chợ Đông Kinh" });
    expect(edited).toContain("Nơi: chợ Đông Kinh");
    expect(edited).not.toContain("Kỳ Lừa");
    for (const text of ["có đánh bạc ở chợ Đông Kinh", "/help", "gửi"])
      expect(await chat.hear({ kind: "edited", text })).toBe("");
    expect(codeIn(await chat.say("gửi"))).not.toBe("");
  });

  it("comes back after a pause once, then lets go", async () => {
    const chat = new Chat("7007");
    await chat.say("/baocao có người bán pháo");
    chat.now = PAUSE_AT.of(chat.session) ?? 0;
    expect(await chat.hear({ kind: "pause" })).toContain("chưa được gửi");
    chat.now = PAUSE_AT.of(chat.session) ?? 0;
    expect(await chat.hear({ kind: "pause" })).toContain("hết hạn");
    expect(chat.session).not.toHaveProperty("report");
    expect(chat.session).not.toHaveProperty("pauseAt");
  });

  it("is resumed by the words of the button, typed", async () => {
    const chat = new Chat("7043");
    await chat.say("/baocao");
    await chat.say("có người bán pháo");
    await chat.say("chợ Kỳ Lừa");
    chat.now = PAUSE_AT.of(chat.session) ?? 0;
    await chat.hear({ kind: "pause" });
    expect(await chat.say("Viết tiếp")).toContain("Xảy ra lúc nào?");
  });

  it("an urgent one is asked about within two minutes, once, and a yes sends it", async () => {
    const chat = new Chat("7044");
    await chat.say("/baocao nó đang cầm dao chém người ở chợ Kỳ Lừa");
    const at = PAUSE_AT.of(chat.session) ?? 0;
    expect(at - chat.now).toBeLessThanOrEqual(2 * 60_000);
    chat.now = at;
    expect(await chat.hear({ kind: "pause" })).toContain("Gửi ngay cho cán bộ trực?");
    expect(PAUSE_AT.of(chat.session)).toBeGreaterThan(chat.now + 60 * 60_000);
    expect(codeIn(await chat.say("1"))).not.toBe("");
  });

  it("goes on with a draft that an older version wrote", async () => {
    const chat = new Chat("7045");
    const inbound = chat.inbound({ kind: "pause" });
    const sealed = await bookContext.ring.seal(
      JSON.stringify({
        step: "where",
        done: ["what", "when", "details"],
        category: "gambling",
        danger: false,
        what: "có đánh bạc",
        details: {},
        media: [],
        lostMedia: [],
      }),
      `session/draft/${inbound.channel}:${inbound.chat}`,
    );
    chat.session = REPORT.with({ sealed, at: chat.now });
    expect(await chat.say("chợ Kỳ Lừa")).toMatch(/chưa gửi[\s\S]*có đánh bạc[\s\S]*chợ Kỳ Lừa/);
  });
});

describe("what isn't plainly the report's", () => {
  const GAMBLING = "/baocao có nhóm đánh bạc ở nhà văn hoá thôn Nà Pàn tối qua";

  it.each(["công an phường Đông Kinh ở đâu", "có mất phí gì không em"])(
    "a question is answered beside it, and isn't in it: %s",
    async (question) => {
      const chat = new Chat(`7050${question.length}`);
      await chat.say(GAMBLING);
      expect(await chat.say(question)).toContain("Tin báo đang viết vẫn giữ");
      const report = await book.get(codeIn(await chat.say("gửi")));
      expect(report?.content.what).not.toContain(question);
    },
  );

  it("an official's corruption is refused when it is told, not when it is sent", async () => {
    const chat = new Chat("7051");
    await chat.say("/baocao");
    expect(await chat.say("ông chủ tịch xã nhận tiền đất của dân")).toContain("không nhận qua tin nhắn");
    expect(chat.session).not.toHaveProperty("report");
  });

  it("… and the report that was told before it stays", async () => {
    const chat = new Chat("7052");
    await chat.say(GAMBLING);
    const refused = await chat.say("ông chủ tịch xã nhận tiền đất của dân");
    expect(refused).toMatch(/không nhận qua tin nhắn[\s\S]*Tin báo đang viết vẫn giữ/);
    const report = await book.get(codeIn(await chat.say("gửi")));
    expect(report?.content.what).not.toContain("chủ tịch");
  });

  it("another wrong is asked about once; apart, it is offered when this one is sent", async () => {
    const chat = new Chat("7053");
    await chat.say(GAMBLING);
    const other = "thằng con nhà hàng xóm bị lừa mất tiền trên facebook";
    expect(await chat.say(other)).toContain("có phải cùng việc đang báo không?");
    expect(await chat.say("báo riêng")).toMatch(/để riêng[\s\S]*chưa gửi/);
    const sent = await chat.say("gửi");
    expect(sent).toContain("Còn việc khác");
    expect((await book.get(codeIn(sent)))?.content.what).not.toContain("facebook");
    expect(await chat.say("báo tin này")).toContain("lúc nào");
    expect(await chat.say("không nhớ")).toContain("facebook");
  });

  it("sent without an answer, it is shown first", async () => {
    const chat = new Chat("7054");
    await chat.say(GAMBLING);
    await chat.say("thằng con nhà hàng xóm bị lừa mất tiền trên facebook");
    expect(await chat.say("gửi")).toMatch(/chưa gửi[\s\S]*facebook/);
    expect(codeIn(await chat.say("gửi"))).not.toBe("");
  });
});

describe("putting right in plain words", () => {
  it("a place at once, a name hidden, from the beginning", async () => {
    const chat = new Chat("7055");
    await chat.say("/baocao có nhóm đánh bạc ở chợ Kỳ Lừa tối qua");
    expect(await chat.say("không phải Kỳ Lừa, ở chợ Giếng Vuông cơ")).toContain("Nơi: chợ Giếng Vuông");
    expect(await chat.say("không, ý tôi là thôn Pò Mỏ")).toContain("Nơi: thôn Pò Mỏ");
    expect(await chat.say("đừng ghi tên tôi nhé")).toContain("không đi cùng tin");
    expect(await chat.say("làm lại từ đầu đi")).toContain("kể lại từ đầu?");
    expect(await chat.say("giữ lại")).toContain("Nơi: thôn Pò Mỏ");
    await chat.say("làm lại từ đầu đi");
    expect(await chat.say("mất ba con gà ở bản Nà Pàn đêm qua")).toMatch(/Việc: mất ba con gà/);
  });
});

describe("danger first", () => {
  it("the number, then the report, in that order", async () => {
    const chat = new Chat("7008");
    const words = await chat.say("/baocao có người cầm dao chém nhau ở chợ Kỳ Lừa");
    expect(words.split("\n")[0]).toContain("113");
    expect(words).toContain("chưa gửi");
    const code = codeIn(await chat.say("gửi"));
    expect(await book.get(code)).toMatchObject({ lane: "urgent" });
  });

  it("one tap makes an urgent case of what was told without a command", async () => {
    const chat = new Chat("7009");
    expect(await chat.say("cứu với cháy nhà ở thôn Pò Mỏ")).toMatch(/114/);
    const code = codeIn(await chat.say("báo tin này"));
    expect(await book.get(code)).toMatchObject({
      lane: "urgent",
      content: { where: { words: "thôn Pò Mỏ" } },
    });
  });

  it("an incident told gets advice first and the offer", async () => {
    const chat = new Chat("7010");
    await chat.say("tôi vừa bị mất xe máy ở chợ Đông Kinh");
    expect(await chat.say("báo tin này")).toMatch(/xe máy[\s\S]*chợ Đông Kinh/);
  });
});

describe("codes", () => {
  it("a slip is told, not looked up; guessing pauses looking up, never reporting", async () => {
    const chat = new Chat("7011");
    expect(await chat.say("/tracuu TB-7K2M-9QPU")).toContain("gõ sai");
    const { newReportCode } = await import("../../src/language/report-code.ts");
    for (let n = 0; n < 10; n++)
      expect(await chat.say(`/tracuu ${newReportCode()}`)).toContain("Không có tin báo");
    expect(await chat.say(`/tracuu ${newReportCode()}`)).toContain("thử lại sau");
    expect(await chat.say("/baocao có đánh bạc ở chợ Kỳ Lừa")).toContain("chưa gửi");
  });

  it("a receipt is for who reported, and verifies", async () => {
    const chat = new Chat("7012");
    await chat.say("/baocao có đánh bạc ở chợ Kỳ Lừa");
    const code = codeIn(await chat.say("gửi"));
    expect(await new Chat("7013").say(`/bienlai ${code}`)).toContain("Chỉ người đã gửi");
    const receipt = (await chat.say(`/bienlai ${code}`)).split("\n\n")[1] ?? "";
    expect(await new Chat("7014").say(`/xacminh ${receipt}`)).toContain("Biên lai đúng");
    expect(
      await chat.say(
        `/xacminh ${receipt.replace(/[0-9](?=[^0-9]*$)/, (digit) => String((Number(digit) + 1) % 10))}`,
      ),
    ).toContain("không đúng");
  });

  it("a receipt whose key has left the ring isn't called false, and nothing pasted neither", async () => {
    const chat = new Chat("7017");
    await chat.say("/baocao có đánh bạc ở chợ Kỳ Lừa");
    const receipt = await chat.say(`/bienlai ${codeIn(await chat.say("gửi"))}`);
    const later = new Chat("7018", ringOf(2));
    expect(await later.say(`/xacminh ${receipt}`)).toMatch(
      /không còn kiểm tra được.*không có nghĩa là biên lai sai/,
    );
    for (const typed of ["/xacminh", "/xacminh biên lai của tôi"]) {
      const told = await later.say(typed);
      expect(told).toContain("dán nguyên biên lai");
      expect(told).not.toContain("không đúng");
    }
  });
});

describe("talking with the handlers", () => {
  it("what follows a handler's question goes to them, commands don't", async () => {
    const chat = new Chat("7015");
    await chat.say("/baocao có đánh bạc ở chợ Kỳ Lừa");
    const code = codeIn(await chat.say("gửi"));
    chat.asked = { code, at: chat.now };
    expect(await chat.say("khoảng 5 người ạ")).toContain(`Đã chuyển cho cán bộ trực (${code})`);
    expect((await book.history(code)).at(-1)).toMatchObject({
      action: "told_duty",
      text: "khoảng 5 người ạ",
    });
    expect(await chat.say("nó đang cầm dao đuổi chém người ta")).toMatch(
      /^[^\n]*113[\s\S]*Đã chuyển cho cán bộ trực/,
    );
    expect(await chat.say("/help")).not.toContain("Đã chuyển");
    expect(await chat.say("hỏi việc khác")).toContain("hỏi đi");
    expect(await chat.say("khu dân cư là gì")).not.toContain("Đã chuyển");
  });
});

describe("who can read a report", () => {
  const READERS_TOLD = /người quản trị trang Zalo này/gu;
  const countIn = (words: string) => words.match(READERS_TOLD)?.length ?? 0;

  it.each([
    ["by the command", ["/baocao", "có đánh bạc", "ở chợ Kỳ Lừa", "tối qua", "bỏ qua", "gửi"]],
    ["in one message", ["/baocao tối qua có đánh bạc ở chợ Kỳ Lừa", "gửi"]],
    ["resumed", ["/baocao có đánh bạc", "/baocao", "ở chợ Kỳ Lừa", "gửi"]],
  ])("is told once, with the first answer: %s", async (_, messages) => {
    const chat = new Chat(`70${20 + messages.length}`);
    const told: number[] = [];
    for (const message of messages) told.push(countIn(await chat.say(message)));
    expect(told).toEqual([1, ...messages.slice(1).map(() => 0)]);
  });

  it("is told with a photo that begins one", async () => {
    expect(countIn(await new Chat("7030").photo())).toBe(1);
  });

  it("doesn't keep somebody in danger", async () => {
    const chat = new Chat("7031");
    const told = [await chat.say("/baocao nó đang cầm dao chém người ở chợ Kỳ Lừa"), await chat.say("gửi")];
    expect(codeIn(told[1] ?? "")).not.toBe("");
    expect(told.map(countIn)).toEqual([0, 0]);
    expect(told[1]).toContain("/quyenriengtu");
  });
});
