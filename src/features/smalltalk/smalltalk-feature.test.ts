import { describe, expect, it } from "vitest";
import { contextOf } from "../../../test/turn-context.ts";
import { MAX_TEXT } from "../../channels/zalo/zalo-wire.ts";
import type { InboundContent } from "../../messaging/inbound.ts";
import { plainText, type Reply } from "../../messaging/reply.ts";
import type { Feature, TurnContext } from "../../turn/feature.ts";
import { RETENTION } from "../reporting/retention/retention-schedule.ts";
import { nonText } from "./non-text.ts";
import { commands as commandsOf } from "./smalltalk-commands.ts";
import { smalltalk as smalltalkOf } from "./smalltalk-feature.ts";
import * as wording from "./smalltalk-wording.ts";

const context = (content: InboundContent, isPrivate = true): TurnContext =>
  contextOf(content, { session: { greeted: true }, channel: "zalo", isPrivate });
/** A server of one's own without anything that is optional. */
const CLOSED = { takesReports: false, isOwnServer: true, asksModel: false, searchesElsewhere: false };
const OPEN = { ...CLOSED, takesReports: true };
const commands = commandsOf(CLOSED);
const smalltalk = smalltalkOf(CLOSED);

async function say(feature: Feature, text: string, isPrivate = true): Promise<Reply | undefined> {
  return (await feature.take(context({ kind: "text", text }, isPrivate)))?.replies[0];
}

describe("smalltalk", () => {
  it.each([
    ["xin chào", wording.GREETING],
    ["chào bạn", wording.GREETING],
    ["alo ad ơi", wording.GREETING],
    ["cảm ơn bạn nhiều nhé", wording.THANKS],
    ["tks ad", wording.THANKS],
    ["tạm biệt", wording.GOODBYE],
    ["ok", wording.ACKNOWLEDGED],
    ["bạn là người hay máy", wording.WHO_AM_I],
    ["may la bot a", wording.WHO_AM_I],
    ["cho gặp người thật", wording.HUMAN],
    ["tôi muốn nói chuyện với cán bộ trực", wording.HUMAN],
    ["có người trực không", wording.HUMAN],
    ["chúc buổi sáng tốt lành", wording.WISHED],
    ["test", wording.GREETING],
    ["tuyệt vời", wording.THANKS],
    ["ngủ ngon nha", wording.GOODBYE],
    ["ừm", wording.ACKNOWLEDGED],
    ["không cần đâu", wording.ACKNOWLEDGED],
    ["hihi", wording.ACKNOWLEDGED],
    ["ai lam ra con bot nay", wording.WHO_AM_I],
    ["bạn có phải công an không", wording.WHO_AM_I],
    ["bạn dùng chatgpt à", wording.WHO_AM_I],
    ["ban biet lam gi", wording.HELP],
    ["có thể hỏi gì ở đây", wording.HELP],
    ["bot lưu những gì của tôi", wording.privacy(CLOSED)],
    ["tôi buồn quá", wording.SAD],
    ["asdfgh", wording.UNCLEAR],
    ["z", wording.UNCLEAR],
    ["kkkk", wording.UNCLEAR],
    ["7", wording.UNCLEAR],
    ["안녕하세요", wording.IN_ENGLISH],
    ["警察はどこですか", wording.IN_ENGLISH],
    ["bonjour, où est la police", wording.IN_ENGLISH],
    ["hola, me robaron el pasaporte", wording.IN_ENGLISH],
    ["Здравствуйте", wording.IN_ENGLISH],
    ["谢谢", wording.IN_CHINESE],
    ["hello, I lost my passport, where is the police station?", wording.IN_ENGLISH],
    ["how can i report a crime", wording.IN_ENGLISH],
    ["你好，我的护照丢了", wording.IN_CHINESE],
  ])("%s", async (text, reply) => expect(await say(smalltalk, text)).toEqual(reply));

  it.each([
    "chào anh, năm 2022 bao nhiêu xã đạt?",
    "phong trào là gì",
    "chào bạn, cho mình hỏi thông tư 124 là gì",
    "hi, phong trao la gi",
    "đến đâu để gặp công an phường",
    "bị comment xấu trên facebook",
    "la lang di mua ma",
    "113",
    "2022",
    "124",
    "vneid",
    "to can bo xa the",
  ])("passes on: %s", async (text) => expect(await say(smalltalk, text)).toBeUndefined());

  it("leaves a question that is put right, though it begins with a no", async () => {
    expect(await say(smalltalk, "khong, y e la chau lon co, be kia e chua lam voi")).toBeUndefined();
    expect(await say(smalltalk, "không, ý em là cảm ơn bạn nhiều nhé")).toBe(wording.THANKS);
  });

  it("stays silent to a greeting in a group", async () => {
    expect(await smalltalk.take(context({ kind: "text", text: "chào cả nhà" }, false))).toMatchObject({
      replies: [],
      outcome: "ignored",
    });
  });

  it("says who it is to a first greeting", async () => {
    const first = { ...context({ kind: "text", text: "xin chào" }), session: {} };
    expect((await smalltalk.take(first))?.replies).toEqual([wording.WELCOME]);
  });
});

describe("commands", () => {
  it.each([
    ["/start", wording.WELCOME],
    ["/start abc", wording.WELCOME],
    ["/HELP", wording.HELP],
    ["menu", wording.HELP],
    ["help", wording.HELP],
    ["tro giup", wording.HELP],
    ["start", wording.WELCOME],
    ["quyen rieng tu", wording.privacy(CLOSED)],
    ["xóa dữ liệu", wording.ERASURE],
    ["xoa du lieu cua toi", wording.ERASURE],
    ["/quyenriengtu", wording.privacy(CLOSED)],
    ["quyền riêng tư", wording.privacy(CLOSED)],
    ["/xoadulieu", wording.ERASURE],
    ["/xyz", wording.UNKNOWN_COMMAND],
    ["/constructor", wording.UNKNOWN_COMMAND],
  ])("%s", async (text, reply) => expect(await say(commands, text)).toEqual(reply));

  it.each(["/baocao", "báo cáo", "tố giác", "bao tin", "tôi muốn tố giác", "/baocao gì đó"])(
    "is honest about reports: %s",
    async (text) => expect(plainText((await say(commands, text)) as Reply)).toContain("chưa nhận tin báo"),
  );

  it("advises on what follows /baocao", async () => {
    expect(plainText((await say(commands, "/baocao mất trộm xe máy")) as Reply)).toContain("hiện trường");
  });

  it.each(["/tracuu TB-ABCD-1234", "TB-ABCD-1234"])("is honest about %s", async (text) =>
    expect(plainText((await say(commands, text)) as Reply)).toContain("chưa tra cứu được"),
  );

  it.each([
    "/solieu",
    "/solieu 2022",
    "/bieudo",
    "/bieudo 2022",
    "Muốn tố giác thì đến đâu?",
    "báo cáo số liệu năm 2022",
  ])("passes on: %s", async (text) => expect(await say(commands, text)).toBeUndefined());

  it("leaves an unknown command in a group to other bots", async () => {
    expect(await commands.take(context({ kind: "text", text: "/xyz" }, false))).toMatchObject({
      outcome: "ignored",
    });
  });
});

describe("where reports are taken by message", () => {
  it.each(["/quyenriengtu", "quyền riêng tư", "bot lưu những gì của tôi"])(
    "%s tells what is kept of reports, and how long, in one message",
    async (text) => {
      const reply = (await say(commandsOf(OPEN), text)) ?? (await say(smalltalkOf(OPEN), text));
      expect(reply).toEqual(wording.privacy(OPEN));
      const told = plainText(reply as Reply);
      for (const { words } of RETENTION) expect(told).toContain(words);
      expect(told).toContain("cơ quan vận hành phải quyết định");
      const known = { ...OPEN, backupDays: 14 };
      const after = (await say(commandsOf(known), text)) ?? (await say(smalltalkOf(known), text));
      expect(plainText(after as Reply)).toContain("Bản sao lưu niêm phong hết hạn sau 14 ngày.");
    },
  );

  it("says what goes to the desk in a danger, only where there is one", () => {
    const told = (takesReports: boolean) =>
      plainText(
        wording.privacy({ takesReports, isOwnServer: true, asksModel: false, searchesElsewhere: false }),
      );
    expect(told(true)).toMatch(/Đang nguy hiểm[\s\S]*không chuyển tài khoản. Bấm Đừng chuyển/u);
    expect(told(false)).not.toContain("Chuyển cho trực ban");
  });

  it("is one message wherever it runs", () => {
    const most = { takesReports: true, isOwnServer: false, asksModel: true, searchesElsewhere: true };
    expect(plainText(wording.privacy({ ...most, backupDays: 1_000 })).length).toBeLessThan(MAX_TEXT);
  });

  it("what it can do is told with reports", async () => {
    expect(await say(smalltalkOf(OPEN), "ban biet lam gi")).toBe(wording.HELP_WITH_REPORTS);
  });
});

describe("nonText", () => {
  it.each<InboundContent>([
    { kind: "sticker" },
    { kind: "location", lat: 21.8, lng: 106.7 },
    { kind: "unsupported", what: "poll" },
    { kind: "text", text: "😀👍" },
    { kind: "text", text: "❤️" },
    { kind: "text", text: "???" },
    { kind: "text", text: "" },
    ...(["image", "video", "audio", "file"] as const).map((kind) => ({
      kind: "media" as const,
      media: [{ kind, ref: "r" }],
    })),
  ])("has a word for $kind", async (content) => {
    const result = await nonText.take(context(content));
    expect(plainText(result?.replies[0] as Reply)).toContain("113");
    expect(await nonText.take(context(content, false))).toMatchObject({ outcome: "ignored" });
  });

  it("greets who opens the chat, and says that it is a machine", async () => {
    const result = await nonText.take(context({ kind: "opened" }));
    expect(plainText(result?.replies[0] as Reply)).toContain("không phải người");
  });

  it.each<InboundContent>([{ kind: "left" }, { kind: "withdrawn" }, { kind: "operator", text: "chào chị" }])(
    "says nothing to $kind",
    async (content) =>
      expect(await nonText.take(context(content))).toEqual({ replies: [], outcome: "ignored" }),
  );

  it("lets a caption and a message go on", async () => {
    expect(await nonText.take(context({ kind: "text", text: "1" }))).toBeNull();
    const captioned: InboundContent = {
      kind: "media",
      media: [{ kind: "image", ref: "r" }],
      caption: "mất xe",
    };
    expect(await nonText.take(context(captioned))).toBeNull();
  });
});

describe("buttons", () => {
  it("are at most five, and each payload can be typed and fits", () => {
    expect(wording.MENU.length).toBeLessThanOrEqual(5);
    for (const { payload } of wording.MENU) {
      expect(new TextEncoder().encode(payload).length).toBeLessThanOrEqual(60);
    }
  });
});

describe("/help to an official", () => {
  const helpTo = async (role: "viewer" | "supervisor" | null) => {
    const asked = context({ kind: "text", text: "/help" });
    const feature = commandsOf({ ...CLOSED, officials: { roleOf: async () => role } });
    const result = await feature.take(asked);
    return result?.replies.map(plainText).join("\n") ?? "";
  };

  it("names what their role allows, and nobody else's", async () => {
    expect(await helpTo("supervisor")).toMatch(/\/sotin[\s\S]*\/moi/u);
    expect(await helpTo("viewer")).toContain("Số liệu nội bộ");
    expect(await helpTo("viewer")).not.toMatch(/\/sotin|\/moi|\/capnhat/u);
    expect(await helpTo(null)).not.toContain("Số liệu nội bộ");
  });
});
