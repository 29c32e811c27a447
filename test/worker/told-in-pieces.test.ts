import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { readUpdate } from "../../src/channels/telegram/update.ts";
import { readEvent } from "../../src/channels/zalo/zalo-events.ts";
import { GATHERED, PARKED, REPORT } from "../../src/features/reporting/citizen/citizen-session.ts";
import { openDraft, openGathered } from "../../src/features/reporting/citizen/sealed-draft.ts";
import type { Draft } from "../../src/features/reporting/dialogue/draft.ts";
import type { ChannelName, InboundContent } from "../../src/messaging/inbound.ts";
import { PAUSE_AT } from "../../src/turn/session.ts";
import { runs } from "../fuzz/runs.ts";
import { OA_ID, personEvent } from "../zalo/samples.ts";
import { bindings, migrate } from "./bindings.ts";
import { CitizenChat } from "./citizen-chat.ts";
import { book, bookContext, fresh } from "./reports-fixture.ts";

const HOUR = 3_600_000;
const MESSENGERS = ["zalo", "telegram"] as const;

beforeAll(migrate);

class Teller extends CitizenChat {
  show(kind: "image" | "video" | "audio" | "file", caption?: string, album?: string): Promise<string> {
    return this.hear({
      kind: "media",
      media: [{ kind, ref: "r" }],
      ...(caption !== undefined && { caption }),
      ...(album !== undefined && { album }),
    });
  }

  pin(lat = 21.85, lng = 106.76): Promise<string> {
    return this.hear({ kind: "location", lat, lng });
  }

  async take(piece: Piece): Promise<string> {
    if (typeof piece === "string") return this.say(piece);
    return "pin" in piece ? this.pin(...piece.pin) : this.show(piece.show, piece.caption);
  }

  /** The report under way. */
  draft(): Promise<Draft | null> {
    return openDraft(bookContext.ring, this.inbound({ kind: "pause" }), REPORT.of(this.session));
  }

  /** What was told without one. */
  told(slice: typeof GATHERED = GATHERED): Promise<Draft | null> {
    return openGathered(bookContext.ring, this.inbound({ kind: "pause" }), slice.of(this.session));
  }

  /** Everything kept of what this person told and showed. */
  async kept(): Promise<{ readonly words: string; readonly files: number }> {
    const all = [await this.draft(), await this.told(), await this.told(PARKED)].filter(
      (one) => one !== null,
    );
    return { words: JSON.stringify(all), files: all.reduce((sum, { media }) => sum + media.length, 0) };
  }

  get offers(): readonly string[] {
    return this.last.flatMap(({ buttons = [] }) => buttons.map(({ payload }) => payload));
  }
}

type Piece =
  | string
  | { readonly show: "image" | "video" | "audio"; readonly caption?: string }
  | { readonly pin: [number, number] };

/** Told in pieces: the pieces, a place and a time that must be found, how many files. */
const STORIES: readonly (readonly [
  pieces: readonly Piece[],
  found: { readonly where?: RegExp; readonly when?: true; readonly files?: number },
])[] = [
  [
    [
      "đêm qua chuồng nhà bác tôi bị mất hai con lợn giống",
      "khoảng 2 giờ sáng chó sủa dữ lắm",
      { show: "image", caption: "vết bánh xe trước cổng" },
      "ở bản Nà Mười, xã Thống Nhất",
    ],
    { where: /Nà Mười/u, when: true, files: 1 },
  ],
  [
    [
      "co may thanh nien hay tu tap hut hit sau nha kho hop tac xa",
      "chung 4 dua",
      { show: "image" },
      "toi qua luc 9h",
    ],
    { when: true, files: 1 },
  ],
  [
    [
      "em bị lừa mất 12 triệu khi mua tủ lạnh trên mạng",
      "hôm qua",
      { show: "image", caption: "ảnh chuyển tiền đây ạ" },
    ],
    { when: true, files: 1 },
  ],
  [
    [
      "nha hang xom mo loa keo keo ca dem khong ai ngu duoc",
      "o khoi 6 phuong Vinh Trai",
      "nhac roi ma no chui lai",
    ],
    { where: /Vinh Trai/u },
  ],
  [
    [
      "thấy có ô tô lạ đỗ trước cổng trường mấy hôm liền",
      "biển số 12A-334.56",
      { show: "video" },
      { pin: [21.85, 106.76] },
    ],
    { where: /21\.85/u, files: 1 },
  ],
  [
    ["có nhóm thanh niên đánh bạc ăn tiền", "tối qua từ 8 giờ", "ở nhà văn hoá thôn Pò Mỏ", "cỡ chục người"],
    { where: /Pò Mỏ/u, when: true },
  ],
  [
    ["mat cai dien thoai samsung o ben xe phia bac", "sang nay luc 10h", "mau xanh, op trong"],
    { where: /ben xe/u, when: true },
  ],
  [
    [
      "xe tải đổ trộm rác thải xuống suối",
      { pin: [21.9, 106.7] },
      { show: "image" },
      { show: "image" },
      "sáng nay lúc 5h",
    ],
    { where: /21\.9/u, when: true, files: 2 },
  ],
  [
    [
      "hang xom dot phao noi suot dem giao thua",
      { show: "video", caption: "video em quay tu cua so" },
      "o ngo 12 duong Ba Trieu",
    ],
    { where: /Ba Trieu/u, files: 1 },
  ],
  [
    [
      "có người bán ma tuý ở quán nước đầu ngõ",
      { show: "audio" },
      "chiều hôm qua tôi thấy đưa gói nhỏ",
      "ở ngõ 3 phố Bắc Sơn",
    ],
    { where: /Bắc Sơn/u, when: true, files: 1 },
  ],
];

describe("a wrong told in pieces", () => {
  it.each(STORIES.flatMap((story) => MESSENGERS.map((channel) => [channel, ...story] as const)))(
    "%s: holds together: %j",
    async (channel, pieces, { where, when, files = 0 }) => {
      const chat = new Teller({ channel });
      for (const piece of pieces) {
        expect(await chat.take(piece)).not.toBe("");
        // Who has told what, where and when is shown what will go, and the next "gửi" sends it.
        expect(chat.offers).toSatisfy(
          (all: string[]) => all.includes("báo tin này") || all.includes("gửi") || all.includes("gửi kèm"),
        );
      }
      if (chat.offers.includes("báo tin này")) await chat.say("báo tin này");
      const draft = await chat.draft();
      const all = JSON.stringify(draft);
      for (const piece of pieces) {
        const words = typeof piece === "string" ? piece : "show" in piece ? (piece.caption ?? "") : "";
        expect(all).toContain(words);
      }
      if (where !== undefined) expect(JSON.stringify(draft?.where)).toMatch(where);
      if (when === true) expect(draft?.when).toBeDefined();
      expect(draft?.media).toHaveLength(files);
      expect(draft?.danger).toBe(false);
    },
  );

  it.each([
    ["em ở ngay cổng chợ Kỳ Lừa ạ", "where", "nha em bi mat may cai ao phoi ngoai day"],
    ["dem qua", "when", "co thang trom ga nha toi o thon Na Chuong"],
  ] as const)("may begin with the place or the time alone: %s", async (first, part, then) => {
    const chat = new Teller();
    const asked = await chat.say(first);
    expect(asked).toContain("Chuyện gì xảy ra");
    expect(asked).not.toMatch(/Báo cho:|nguy/u);
    await chat.say(then);
    await chat.say("báo tin này");
    const draft = await chat.draft();
    expect(draft?.[part]).toBeDefined();
    expect(draft?.what).toContain(then);
  });

  it("has its advice once", async () => {
    const chat = new Teller();
    const first = await chat.say("nhà tôi bị trộm vào lấy mất xe máy");
    expect(first).toContain("Giữ nguyên hiện trường");
    const next = await chat.say("ở thôn Nà Pàn");
    expect(next).not.toContain("Giữ nguyên hiện trường");
    expect(next.length).toBeLessThan(250);
    for (const piece of ["sáng nay mới biết", "xe Wave đỏ"]) {
      const shown = await chat.say(piece);
      expect(shown).not.toContain("Giữ nguyên hiện trường");
      expect(shown).toMatch(/chưa gửi[\s\S]*Nơi: thôn Nà Pàn[\s\S]*Lúc: sáng nay/u);
    }
    expect(await chat.say("gửi")).toContain("TB-");
  });

  it("stays through questions and greetings, whose answers end with the offer", async () => {
    const chat = new Teller();
    await chat.say("hàng xóm đánh bạc ăn tiền suốt đêm");
    for (const aside of ["đánh bạc bị phạt bao nhiêu tiền", "xin chào", "/help"]) {
      const before = await chat.told();
      expect(await chat.say(aside)).toMatch(/vẫn giữ, chưa gửi ai/u);
      expect(chat.offers).toContain("báo tin này");
      expect(await chat.told()).toEqual(before);
    }
  });

  it.each(["báo tin này", "Bao tin nay giup em", "gửi tin này", "báo tin", "1"])(
    "becomes a report by the tap, by its number, or typed: %s",
    async (typed) => {
      const chat = new Teller();
      await chat.say("tối qua có nhóm đánh bạc ở chợ Kỳ Lừa");
      await chat.say(typed);
      expect((await chat.draft())?.what).toContain("đánh bạc ở chợ Kỳ Lừa");
      expect(await chat.say("gửi")).toMatch(/TB-[0-9A-Z]{4}-[0-9A-Z]{4}/u);
    },
  );

  it("waits for its tap the whole day, and not longer", async () => {
    const chat = new Teller();
    await chat.say("có nhóm đánh bạc ở chợ Kỳ Lừa");
    await chat.show("image");
    const key = (await chat.told())?.media[0]?.key ?? "";
    const { session, now } = chat;
    chat.now += 9 * HOUR;
    chat.session = JSON.parse(JSON.stringify(session));
    await chat.say("báo tin này");
    expect(JSON.stringify(await chat.draft())).toContain("chợ Kỳ Lừa");
    chat.session = session;
    chat.now = now + 25 * HOUR;
    expect(await chat.say("báo tin này")).toContain("đã xoá");
    expect(await chat.media.read(key)).toBeNull();
  });

  it("goes after a day by itself, with its files", async () => {
    const chat = new Teller();
    await chat.say("có nhóm đánh bạc ở chợ Kỳ Lừa");
    await chat.show("image");
    const key = (await chat.told())?.media[0]?.key ?? "";
    expect(await chat.media.read(key)).not.toBeNull();
    chat.now = PAUSE_AT.of(chat.session) ?? 0;
    expect(await chat.hear({ kind: "pause" })).toBe("");
    expect(chat.session).not.toHaveProperty("told");
    expect(chat.session).not.toHaveProperty("pauseAt");
    expect(await chat.media.read(key)).toBeNull();
  });

  it("rests sealed, and goes with its files when its teller wishes", async () => {
    for (const wish of ["thôi không báo nữa", "/xoadulieu"]) {
      const chat = new Teller();
      await chat.say("có nhóm đánh bạc ở chợ Kỳ Lừa");
      await chat.show("image");
      const key = (await chat.told())?.media[0]?.key ?? "";
      expect(JSON.stringify(chat.session)).not.toMatch(/chợ Kỳ Lừa/u);
      expect(await chat.say(wish)).toMatch(/xoá|xóa/u);
      expect(chat.session).not.toHaveProperty("told");
      expect(await chat.media.read(key)).toBeNull();
    }
  });

  it("isn't thrown away by a bare không", async () => {
    const chat = new Teller();
    await chat.say("có nhóm đánh bạc ở chợ Kỳ Lừa");
    expect(await chat.say("không")).toContain("vẫn giữ, chưa gửi ai");
    expect(await chat.told()).not.toBeNull();
    await chat.hear({ kind: "text", text: "xoá điều đã kể", tapped: true });
    expect(await chat.told()).toBeNull();
  });

  it("isn't thrown away by what only sounds like giving up", async () => {
    const chat = new Teller();
    await chat.say("có nhóm đánh bạc ở chợ Kỳ Lừa");
    for (const said of ["e so lam", "em sợ lắm ạ", "kệ nó"]) await chat.say(said);
    expect((await chat.told())?.what).toContain("đánh bạc");
  });

  it("that isn't taken by chat has its door and no offer", async () => {
    const chat = new Teller();
    expect(await chat.say("cán bộ xã đòi tiền mới làm giấy tờ cho tôi")).toContain("Tố cáo cán bộ");
    expect(chat.offers).not.toContain("báo tin này");
    expect(chat.session).not.toHaveProperty("told");
    expect(await chat.show("image", "cán bộ xã đòi tiền mới làm giấy tờ cho tôi")).toContain("Tố cáo cán bộ");
    expect(chat.session).not.toHaveProperty("told");
    expect(chat.fetched).toBe(0);
  });

  it("joins a danger, whose number comes first", async () => {
    const chat = new Teller();
    await chat.say("hàng xóm đánh bạc ăn tiền suốt đêm ở thôn Pò Mỏ");
    expect((await chat.say("chúng nó cầm dao chém nhau rồi")).split("\n")[0]).toContain("113");
    expect(chat.offers).toContain("chuyển cho trực ban");
    expect((await chat.told())?.what).toMatch(/đánh bạc[\s\S]*chém nhau/u);
    expect((await chat.told())?.danger).toBe(true);
  });

  it("of sixty pieces is whole, and beyond its length says so", async () => {
    const chat = new Teller();
    await chat.say("có nhóm đánh bạc ở chợ Kỳ Lừa");
    for (let n = 0; n < 60; n++) await chat.say(`chúng nó còn ghi đề, tờ phơi số ${n} tôi thấy`);
    const what = (await chat.told())?.what ?? "";
    for (let n = 0; n < 60; n++) expect(what).toContain(`số ${n} tôi`);
    expect(await chat.hear({ kind: "edited", text: "ghi đề ".repeat(1_400) })).toContain("Tin dài hơn");
    expect((await chat.told())?.what?.length).toBeLessThanOrEqual(10_000);
  });
});

describe("something of another kind", () => {
  const FIRST = "xe tải đổ trộm rác thải xuống suối Nà Sa";
  const SECOND = "có nhóm thanh niên đánh bạc ăn tiền ở nhà văn hoá thôn Nà Pàn";

  async function two(): Promise<Teller> {
    const chat = new Teller();
    await chat.say(FIRST);
    await chat.show("image");
    const told = await chat.say(SECOND);
    expect(told).toContain("Việc trước (“xe tải đổ trộm rác thải");
    expect(told).toContain("Không vào xem");
    return chat;
  }

  it("is asked about once, and what was told before waits", async () => {
    const chat = await two();
    expect(chat.offers).toEqual(["báo tin này", "báo việc trước", "cùng một việc"]);
    expect(await chat.say("tối nào cũng có")).not.toContain("Việc trước");
    await chat.say("báo tin này");
    expect((await chat.draft())?.what).not.toContain("rác thải");
    const sent = await chat.say("gửi");
    expect(sent).toMatch(/TB-[\s\S]*Việc trước/u);
    expect(chat.offers.at(-1)).toBe("báo tin này");
    await chat.say("báo tin này");
    expect(await chat.draft()).toMatchObject({ what: FIRST, media: [{ kind: "image" }] });
  });

  it("lets the one before be reported first", async () => {
    const chat = await two();
    await chat.say("2");
    expect((await chat.draft())?.what).toBe(FIRST);
    await chat.say("huỷ");
    expect(await chat.say("xoá")).toContain("Việc trước (“có nhóm");
    await chat.say("báo tin này");
    expect((await chat.draft())?.what).toBe(SECOND);
  });

  it.each(["cùng một việc", "báo cả hai"])("may be the same after all: %s", async (words) => {
    const chat = await two();
    await chat.say(words);
    const { words: all, files } = await chat.kept();
    expect(all).toMatch(/rác thải[\s\S]*đánh bạc/u);
    expect(files).toBe(1);
    expect(chat.session).not.toHaveProperty("parked");
  });

  it("told hours later sets the first aside too", async () => {
    const chat = new Teller();
    await chat.say(FIRST);
    chat.now += 3 * HOUR;
    expect(await chat.say(SECOND)).toContain("Việc trước");
    expect((await chat.told(PARKED))?.what).toBe(FIRST);
    await chat.say("/xoadulieu");
    expect(chat.session).not.toHaveProperty("parked");
  });

  it("by command or by a photo hours later loses nothing either", async () => {
    for (const next of ["/baocao có nhóm đánh bạc ở nhà văn hoá", { show: "image" } as const]) {
      const chat = new Teller();
      await chat.say(FIRST);
      chat.now += 3 * HOUR;
      await chat.take(next);
      expect(await chat.draft()).not.toBeNull();
      expect((await chat.told(PARKED))?.what).toBe(FIRST);
    }
  });
});

/** What people write under a photo, and whether it goes into the story. */
const CAPTIONS: readonly (readonly [caption: string, isStory: boolean])[] = [
  ["kẻ trộm cạy cửa nhà tôi đêm qua", true],
  ["no trom ga nha hang xom dem qua", true],
  ["bọn này đánh bạc ở nhà văn hoá thôn Pò Mỏ", true],
  ["xe nay cho go lau di qua ban luc nua dem", true],
  ["rác thải đổ trộm sau trường học", true],
  ["ga nay lua em mat 3 trieu tien coc hom qua", true],
  ["xe máy này dựng trước nhà tôi ba hôm không ai nhận", true],
  ["tai khoan lua dao em chuyen tien vao day", true],
  ["đây ạ", true],
  ["giấy này là thật hay giả vậy ạ?", false],
  ["gap cong an o dau de nop anh nay", false],
  ["hàng xóm đốt pháo suốt đêm", true],
];

const telegramPhoto = (caption: string): InboundContent => {
  const user = { id: 5512087463, is_bot: false, first_name: "Hà" };
  const reading = readUpdate(
    {
      update_id: 731204418,
      message: {
        message_id: 912,
        from: user,
        chat: { id: user.id, type: "private", first_name: "Hà" },
        date: 1763875200,
        photo: [{ file_id: "large", file_unique_id: "b", width: 1280, height: 720, file_size: 4_000 }],
        caption,
        media_group_id: "13900112233",
      },
    },
    { id: "138000138", username: "troly138_bot" },
  );
  if (reading.kind !== "inbound") throw new Error(reading.kind);
  return reading.inbound.content;
};

const zaloPhoto = (text: string): InboundContent => {
  const attachments = [{ type: "image", payload: { url: "https://photo.zdn.vn/a.jpg", description: text } }];
  const reading = readEvent(personEvent("image", { msg_id: "c7a2e5108b3f", text, attachments }), OA_ID);
  if (reading.kind !== "inbound") throw new Error(reading.reason);
  return reading.inbound.content;
};

const PHOTO: Readonly<Record<ChannelName, (caption: string) => InboundContent>> = {
  zalo: zaloPhoto,
  telegram: telegramPhoto,
};

describe("a photo with words under it", () => {
  const cases = CAPTIONS.flatMap(([caption, isStory]) =>
    MESSENGERS.map((channel) => [channel, caption, isStory] as const),
  );

  it.each(cases)("by %s isn't lost: %s", async (channel, caption, isStory) => {
    const chat = new Teller({ channel });
    const answer = await chat.hear(PHOTO[channel](caption));
    expect(answer).not.toMatch(/chưa xem được ảnh/u);
    expect(chat.offers).toContain("báo tin này");
    await chat.say("báo tin này");
    const draft = await chat.draft();
    expect(draft?.media).toHaveLength(1);
    if (isStory) expect(draft?.what).toContain(caption);
    else expect(draft?.what).toBeUndefined();
  });

  it.each(cases.slice(0, 6))("by %s joins what was told: %s", async (channel, caption) => {
    const chat = new Teller({ channel });
    await chat.say("hàng xóm đánh bạc ăn tiền suốt đêm");
    await chat.hear(PHOTO[channel](caption));
    expect(await chat.kept()).toMatchObject({ files: 1, words: expect.stringContaining(caption) });
  });

  it("comes with the rest of its album, which is answered once", async () => {
    const chat = new Teller();
    await chat.show("image", "rác thải đổ trộm sau trường học", "a1");
    expect(await chat.show("image", undefined, "a1")).toContain("1 ảnh");
    expect(await chat.show("image", undefined, "a1")).toBe("");
    expect((await chat.told())?.media).toHaveLength(3);
  });

  it("is named where it can't be had, and what was told stays", async () => {
    const chat = new Teller();
    chat.file = null;
    expect(await chat.show("image", "kẻ trộm cạy cửa nhà tôi đêm qua")).toContain("Không giữ được: ảnh");
    expect((await chat.told())?.what).toContain("cạy cửa");
  });

  it("of an identity paper is never taken", async () => {
    const chat = new Teller();
    await chat.say("có nhóm đánh bạc ở chợ Kỳ Lừa");
    expect(await chat.show("image", "đây là căn cước của tôi")).toContain("không nhận ảnh giấy tờ");
    expect(chat.fetched).toBe(0);
  });

  it("in a danger is kept too", async () => {
    const chat = new Teller();
    expect(await chat.show("image", "nhà tôi đang cháy to lắm cứu với")).toContain("114");
    expect(chat.offers).toContain("chuyển cho trực ban");
    expect((await chat.told())?.media).toHaveLength(1);
  });

  it("that tells of its maker waits for consent", async () => {
    const chat = new Teller();
    await chat.say("có nhóm đánh bạc ở chợ Kỳ Lừa");
    await chat.show("audio");
    expect(await chat.say("báo tin này")).toContain("vẫn gửi kèm?");
    expect(await chat.say("gửi")).toContain("chưa gửi kèm: 1 ghi âm");
    const code = /TB-[0-9A-Z]{4}-[0-9A-Z]{4}/u.exec(await chat.say("gửi"))?.[0] ?? "";
    expect((await book.get(code))?.content.media).toEqual([]);
  });
});

const WALKS = runs((bindings as unknown as { readonly FUZZ?: string }).FUZZ, 60, 0.02);

describe("whatever comes in whatever order", () => {
  const marked = (before: string, after: string) => () => {
    const mark = `dấu${fresh().replace("-", "")}`;
    return { text: `${before} ${mark} ${after}`, mark };
  };
  const telling = fc.constantFrom(
    marked("hàng xóm", "đánh bạc ăn tiền cả đêm"),
    marked("xe máy của", "bị lấy trộm ở chợ Kỳ Lừa"),
    marked("công ty", "đổ trộm rác thải ra bãi đất trống"),
  );
  const other = fc.constantFrom<Piece | "album">(
    { show: "image" },
    { show: "video" },
    { show: "image", caption: "ảnh chụp tối qua" },
    { pin: [21.85, 106.76] },
    { pin: [21.9, 106.7] },
    "đánh bạc bị phạt bao nhiêu tiền",
    "xin chào",
    "báo tin này",
    "cùng một việc",
    "báo việc trước",
    "/help",
  );
  const step = fc.oneof({ weight: 3, arbitrary: telling }, { weight: 4, arbitrary: other });

  it(`${WALKS} walks: everything told is kept, and an offer's button always works`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...MESSENGERS),
        fc.array(step, { minLength: 1, maxLength: 10 }),
        async (channel, steps) => {
          const chat = new Teller({ channel });
          const marks: string[] = [];
          let files = 0;
          for (const one of steps) {
            // What is said within a report is the report's own matter.
            if (typeof one !== "object" && (await chat.draft()) !== null) continue;
            const { text, mark } = typeof one === "function" ? one() : { text: "", mark: undefined };
            if (mark === undefined) await chat.take(one as Piece);
            else await chat.say(text);
            if (mark !== undefined) marks.push(mark);
            if (typeof one === "object" && "show" in one) files += 1;
            const kept = await chat.kept();
            for (const told of marks) expect(kept.words).toContain(told);
            expect(kept.files).toBe(files);
            for (const payload of chat.offers.filter((offer) =>
              /^báo (?:tin này|việc trước)$/u.test(offer),
            )) {
              const here = chat.session;
              await chat.hear({ kind: "text", text: payload, tapped: true });
              expect(await chat.draft()).not.toBeNull();
              expect((await chat.kept()).files).toBe(files);
              chat.session = here;
            }
          }
        },
      ),
      { numRuns: WALKS, endOnFailure: true },
    );
  });
});
