import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { ChannelName } from "../../src/messaging/inbound.ts";
import { migrate } from "./bindings.ts";
import { CitizenChat } from "./citizen-chat.ts";
import { book, DUTY, fresh } from "./reports-fixture.ts";

const T0 = Date.UTC(2026, 10, 28, 2, 0);
const HOUR = 3_600_000;
const CODE = /TB-[0-9A-Z]{4}-[0-9A-Z]{4}/gu;

beforeAll(migrate);

let people = 0;

class Citizen extends CitizenChat {
  constructor(channel: ChannelName = "zalo") {
    super({ id: `91${++people}`, channel, now: T0 });
  }

  /** Sends a report; its code. Afterwards some minutes pass. */
  async files(story = "tối qua có tụ tập đánh bạc ở chợ Kỳ Lừa"): Promise<string> {
    await this.say(`/baocao ${story}`);
    const [code] = (await this.say("gửi")).match(CODE) ?? [];
    if (code === undefined) throw new Error("not sent");
    this.now += 3 * 60_000;
    return code;
  }

  get buttons() {
    return this.last.flatMap((reply) => reply.buttons ?? []);
  }

  /** Presses the first button whose label begins so. */
  async press(label: string): Promise<string> {
    const found = this.buttons.find((button) => button.label.startsWith(label));
    if (found === undefined) throw new Error(`no "${label}" among ${this.buttons.map((one) => one.label)}`);
    return this.hear({ kind: "text", text: found.payload, tapped: true });
  }

  photo(caption?: string, album?: string): Promise<string> {
    return this.hear({
      kind: "media",
      media: [{ kind: "image", ref: "https://photo.zdn.vn/a.jpg" }],
      ...(caption !== undefined && { caption }),
      ...(album !== undefined && { album }),
    });
  }
}

/** What the desk was told of a case. */
const toldOf = async (code: string) =>
  (await book.history(code)).filter(({ action }) => action === "told_duty");
const wordsOf = async (code: string) => (await toldOf(code)).map(({ text }) => text);

async function close(code: string, at: number): Promise<void> {
  const move = { code, actor: DUTY, at } as const;
  await book.move({ ...move, to: "accepted", expectedVersion: 1, key: fresh() });
  await book.move({ ...move, to: "resolved", note: "Xong", expectedVersion: 2, key: fresh() });
}

describe.each(["zalo", "telegram"] as const)("after the result, on %s", (channel) => {
  /** A case that was closed days after it was sent, when the chat had long turned to other things. */
  async function answered(): Promise<{ chat: Citizen; code: string }> {
    const chat = new Citizen(channel);
    const code = await chat.files();
    chat.now += 6 * 24 * HOUR;
    await close(code, chat.now);
    chat.ended = { code, at: chat.now };
    chat.now += HOUR;
    return { chat, code };
  }

  it("plain words say that it goes on, days after the code, and open it again", async () => {
    const { chat, code } = await answered();
    expect(await chat.say("đã xong đâu anh ơi, đêm qua chúng nó lại tụ tập tiếp")).toContain(code);
    expect(await wordsOf(code)).toEqual(["đã xong đâu anh ơi, đêm qua chúng nó lại tụ tập tiếp"]);
    expect((await book.get(code))?.state).toBe("in_progress");
    expect(await chat.say("tầm 11 giờ đêm là đông nhất, thêm cả hai xe máy lạ")).toContain(code);
  });

  it("whose report was joined to another's opens the one case by the same tap", async () => {
    const [first, second] = [new Citizen(channel), new Citizen(channel)];
    const [main, joined] = [
      await first.files(`sới gà ở đồi sau đền ${channel === "zalo" ? "Bắc Lệ" : "Cửa Tây"} chiều qua`),
      await second.files(
        `hom qua choi ga an tien ca tram nguoi, phia sau ${channel === "zalo" ? "den Bac Le" : "den Cua Tay"}`,
      ),
    ];
    const now = second.now;
    await book.move({ code: main, actor: DUTY, at: now, to: "accepted", expectedVersion: 1, key: fresh() });
    await book.move({
      code: joined,
      actor: DUTY,
      at: now,
      to: "duplicate",
      duplicateOf: main,
      expectedVersion: 1,
      key: fresh(),
    });
    const { version = 0 } = (await book.get(main)) ?? {};
    await book.move({
      code: main,
      actor: DUTY,
      at: now,
      to: "resolved",
      note: "Xong",
      expectedVersion: version,
      key: fresh(),
    });
    second.ended = { code: joined, at: now };
    second.now += HOUR;
    await second.say("chưa dẹp được đâu, sáng nay lại chơi tiếp");
    await second.press("Chưa xong");
    expect((await book.get(main))?.state).toBe("in_progress");
  });

  it("plain words say that all is well; mere thanks don't", async () => {
    const glad = async (code: string) =>
      (await book.history(code)).some(({ action }) => action === "satisfied");
    const { chat, code } = await answered();
    await chat.say("cảm ơn nhé");
    expect(await glad(code)).toBe(false);
    await chat.say("ổn rồi, cảm ơn các anh nhiều");
    expect(await glad(code)).toBe(true);
  });
});

describe.each(["zalo", "telegram"] as const)("after the code, on %s", (channel) => {
  it("plain words reach the case, each time for two more days", async () => {
    const chat = new Citizen(channel);
    const code = await chat.files();
    expect(await chat.say("em nhớ thêm: nó hay đội mũ cối, đi xe Dream")).toContain(`cán bộ trực (${code})`);
    chat.now += 40 * HOUR;
    expect(await chat.say("thêm nữa là có một bà đứng canh ở đầu ngõ")).toContain(code);
    chat.now += 40 * HOUR;
    expect(await chat.say("bổ sung thêm: chủ nhật nào cũng có")).toContain(code);
    expect(await wordsOf(code)).toHaveLength(3);
  });

  it.each([
    (code: string) => `bổ sung cho ${code}: nó đeo kính đen, tóc vàng`,
    (code: string) => `nó còn có con xe tải nhỏ nhé, vụ ${code.toLowerCase()} ấy`,
    (code: string) => `${code} hôm nay nó lại mở sòng, đông hơn hôm trước`,
    (code: string) => `tin tb ${code}: chủ quán tên là Bảy`,
  ])("a code anywhere in the words chooses the case, whatever was spoken of last", async (worded) => {
    const chat = new Citizen(channel);
    const first = await chat.files();
    chat.now += 3 * 24 * HOUR;
    const second = await chat.files("có xe tải đổ rác xuống suối ở thôn Pò Mỏ hôm qua");
    expect(await chat.say(worded(first))).toContain(`cán bộ trực (${first})`);
    expect(await wordsOf(first)).toHaveLength(1);
    expect(await wordsOf(second)).toEqual([]);
  });

  it("what may be more or a new matter waits sealed for a tap; a new wrong is advised on as ever", async () => {
    const chat = new Citizen(channel);
    const code = await chat.files();
    const asked = await chat.say("hôm qua nhà tôi mất trộm con trâu");
    expect(asked).not.toContain("Đã chuyển");
    expect(chat.buttons.map(({ label }) => label)).toContain("Báo tin này");
    expect(await toldOf(code)).toEqual([]);
  });

  it("a photo waits sealed for its tap, and goes with its words", async () => {
    const chat = new Citizen(channel);
    const code = await chat.files();
    expect(await chat.photo("xe của thằng cầm đầu đây")).toContain("chưa chuyển");
    expect(JSON.stringify(chat.session)).not.toContain("cầm đầu");
    expect(await toldOf(code)).toEqual([]);
    expect(await chat.press("Thêm vào tin")).toContain(`cán bộ trực (${code})`);
    const [told] = await toldOf(code);
    expect(told).toMatchObject({ text: "xe của thằng cầm đầu đây" });
    expect(told?.media).toHaveLength(1);
    expect(await chat.photo()).toContain("chưa chuyển");
    expect(await chat.say("thêm vào tin đó đi")).toContain(`cán bộ trực (${code})`);
    await chat.photo();
    expect(await chat.say("1")).toContain(`cán bộ trực (${code})`);
    expect(await toldOf(code)).toHaveLength(3);
  });

  it("an album is asked about once and goes as one, its latecomers too", async () => {
    const chat = new Citizen(channel);
    const code = await chat.files();
    expect(await chat.photo(undefined, "a1")).toContain("1 ảnh");
    expect(await chat.photo(undefined, "a1")).toBe("");
    chat.last = [{ blocks: [], buttons: [{ label: "Thêm vào tin", payload: `/them ${code}` }] }];
    await chat.press("Thêm vào tin");
    expect((await toldOf(code))[0]?.media).toHaveLength(2);
    expect(await chat.photo(undefined, "a1")).toBe("");
    expect(await toldOf(code)).toHaveLength(2);
  });

  it("a voice waits twice: where it goes, and whether its speaker may be heard", async () => {
    const chat = new Citizen(channel);
    chat.file = Uint8Array.from(new TextEncoder().encode("#!AMR\n0123456789"));
    const code = await chat.files();
    await chat.hear({ kind: "media", media: [{ kind: "audio", ref: "v" }] });
    expect(await chat.press("Thêm vào tin")).toContain("vẫn gửi kèm?");
    expect(await toldOf(code)).toEqual([]);
    await chat.press("Gửi kèm");
    expect((await toldOf(code))[0]?.media).toHaveLength(1);
  });

  it("a place on the map, and with a photo both in one tap", async () => {
    const chat = new Citizen(channel);
    const code = await chat.files();
    expect(await chat.hear({ kind: "location", lat: 21.8531, lng: 106.7615 })).toContain("vị trí");
    expect(await chat.photo()).toContain("1 ảnh, vị trí");
    await chat.press("Thêm vào tin");
    const [told] = await toldOf(code);
    expect(told?.text).toContain("21.8531, 106.7615");
    expect(told?.media).toHaveLength(1);
  });

  it("what is another matter becomes a report of its own, or is deleted", async () => {
    const chat = new Citizen(channel);
    const code = await chat.files();
    await chat.photo("có người đổ rác trộm ở thôn Pò Mỏ hôm qua");
    expect(await chat.press("Tin mới")).not.toContain("Đã chuyển");
    const [second = ""] = (await chat.say("gửi")).match(CODE) ?? [];
    const { content } = (await book.get(second)) ?? {};
    expect(content?.media).toHaveLength(1);
    expect(JSON.stringify(content)).toContain("Pò Mỏ");
    chat.now += HOUR;
    await chat.photo();
    await chat.press("Bỏ");
    expect(await chat.say(`/them ${second}`)).toContain("Không có gì đang chờ");
    expect([await toldOf(code), await toldOf(second)]).toEqual([[], []]);
  });

  it("a reply to our message says its words to that case, and a wish in it is the wish", async () => {
    const chat = new Citizen(channel);
    const code = await chat.files();
    chat.now += 5 * 24 * HOUR;
    chat.about = code;
    expect(await chat.say("chúng nó chuyển sang nhà văn hoá rồi")).toContain(`cán bộ trực (${code})`);
    await chat.photo();
    expect((await toldOf(code)).at(-1)?.media).toHaveLength(1);
    expect(await chat.say("cho em rút tin này với ạ")).toContain(`Rút tin ${code}?`);
  });

  it("withdrawing is asked once, with what it does, and told to the desk with its words", async () => {
    const chat = new Citizen(channel);
    const code = await chat.files();
    const asked = await chat.say(`${code} em muốn rút, hai nhà làm lành rồi`);
    expect(asked).toMatch(/Rút tin TB-[\s\S]*tội phạm[\s\S]*\/xoadulieu/u);
    expect(JSON.stringify(chat.session)).not.toContain("làm lành");
    expect(await toldOf(code)).toEqual([]);
    expect(await chat.press("Rút")).toContain("xin rút tin");
    expect((await wordsOf(code))[0]).toMatch(/^Người báo xin rút tin\. [\s\S]*làm lành/u);
    expect((await book.get(code))?.state).toBe("received");
    await chat.say("thôi cho em rút tin");
    expect(await chat.say("thôi không rút nữa")).toContain("vẫn giữ");
    expect(await toldOf(code)).toHaveLength(1);
  });

  it("a tap that withdraws what nobody asked about asks first", async () => {
    const chat = new Citizen(channel);
    const code = await chat.files();
    expect(await chat.say(`/ruttin ${code}`)).toContain(`Rút tin ${code}?`);
    expect(await toldOf(code)).toEqual([]);
    expect(await chat.say("rút đi em")).toContain("xin rút tin");
  });

  it("how far it is, with the deadline and whether it has passed; the wish to talk, with when", async () => {
    const chat = new Citizen(channel);
    const code = await chat.files();
    expect(await chat.say("tin của em tới đâu rồi ạ")).toMatch(
      new RegExp(`${code}[\\s\\S]*Hạn tiếp nhận`, "u"),
    );
    const talk = await chat.say("cho tôi nói chuyện với cán bộ");
    expect(talk).toMatch(/cán bộ trực \(TB-[\s\S]*không hẹn được giờ[\s\S]*Hạn tiếp nhận/u);
    expect((await wordsOf(code))[0]).toMatch(/^Người báo muốn nói chuyện với cán bộ: /u);
    chat.now += 20 * 24 * HOUR;
    expect(await chat.say(`${code} sao lâu thế`)).toContain("đã quá hạn");
  });

  it("thanks are answered and pass nothing on", async () => {
    const chat = new Citizen(channel);
    const code = await chat.files();
    expect(await chat.say("cảm ơn các anh nhiều ạ")).not.toContain("Đã chuyển");
    expect(await toldOf(code)).toEqual([]);
  });

  it("the answer with the code says how", async () => {
    const chat = new Citizen(channel);
    await chat.say("/baocao tối qua có tụ tập đánh bạc ở chợ Kỳ Lừa");
    expect(await chat.say("gửi")).toMatch(/Nhớ thêm, muốn sửa, hỏi, rút hay gặp cán bộ: cứ nhắn/u);
  });
});

describe("another person's code", () => {
  it("passes nothing on: the same answer as for a missing one, by words, photo, tap and command", async () => {
    const code = await new Citizen().files();
    const stranger = new Citizen("telegram");
    const missing = await stranger.say("bổ sung cho TB-0000-0000: nó đeo kính đen");
    expect(missing).toContain("Không có tin báo nào");
    expect(await stranger.say(`bổ sung cho ${code}: nó đeo kính đen`)).toBe(missing);
    expect(await stranger.say(`${code} em muốn rút tin`)).toBe(missing);
    expect(await stranger.photo(`thêm vào ${code}`)).toBe(missing);
    expect(stranger.fetched).toBe(0);
    for (const command of ["/them", "/ruttin"])
      expect(await stranger.say(`${command} ${code}`)).not.toMatch(/Đã chuyển|Rút tin|Đã báo/u);
    expect(await toldOf(code)).toEqual([]);
  });

  it("with a case of one's own open: the words don't go there either", async () => {
    const code = await new Citizen().files();
    const chat = new Citizen();
    const own = await chat.files();
    await chat.say(`bổ sung cho ${code}: nó đeo kính đen`);
    expect([await toldOf(code), await toldOf(own)]).toEqual([[], []]);
  });

  it("guessing stops after a while", async () => {
    const { newReportCode } = await import("../../src/language/report-code.ts");
    const chat = new Citizen();
    for (let n = 0; n < 10; n++) await chat.say(`bổ sung cho ${newReportCode()}: nó đeo kính`);
    expect(await chat.say(`bổ sung cho ${newReportCode()}: nó đeo kính`)).toContain("thử lại sau");
  });

  it("a slip in one's own code is told, and nothing goes", async () => {
    const chat = new Citizen();
    const code = await chat.files();
    const slip = `${code.slice(0, -1)}${code.endsWith("0") ? "1" : "0"}`;
    expect(await chat.say(`bổ sung cho ${slip}: nó đeo kính đen`)).toContain("gõ sai");
    expect(await toldOf(code)).toEqual([]);
  });
});

describe("two cases", () => {
  it("sent one after the other: asked to which, and after that it is known", async () => {
    const chat = new Citizen();
    const first = await chat.files();
    const second = await chat.files("có xe tải đổ rác xuống suối ở thôn Pò Mỏ hôm qua");
    expect(await chat.say("em nhớ thêm: có biển số đuôi 88")).toContain("Thêm vào tin nào?");
    expect(JSON.stringify(chat.session)).not.toContain("đuôi 88");
    await chat.press(`Thêm vào tin ${first}`);
    expect(await wordsOf(first)).toEqual(["em nhớ thêm: có biển số đuôi 88"]);
    await chat.say("thêm nữa: hai đứa đều đội mũ đỏ");
    expect(await wordsOf(first)).toHaveLength(2);
    expect(await toldOf(second)).toEqual([]);
  });

  it("which one is withdrawn is the same one question", async () => {
    const chat = new Citizen();
    const first = await chat.files();
    const second = await chat.files("có xe tải đổ rác xuống suối ở thôn Pò Mỏ hôm qua");
    expect(await chat.say("cho em rút tin")).toContain("Rút tin nào?");
    await chat.press(`Rút ${second}`);
    expect(await wordsOf(second)).toHaveLength(1);
    expect(await toldOf(first)).toEqual([]);
  });
});

describe("a case that isn't open any more", () => {
  it("closed: the words go, and what can be done is said with its button", async () => {
    const chat = new Citizen();
    const code = await chat.files();
    await close(code, chat.now);
    expect(await chat.say("em nhớ thêm: nó vẫn mở sòng tối qua")).toMatch(/Tin này đã đóng[\s\S]*Chưa xong/u);
    expect(await toldOf(code)).toHaveLength(1);
    expect(await chat.say("cho em rút tin")).toContain("không cần rút");
    await chat.say(`bổ sung cho ${code}: nó vẫn mở sòng`);
    expect(await chat.press("Chưa xong")).toContain("Đã mở lại");
    expect((await book.get(code))?.state).toBe("in_progress");
  });

  it("closed for longer than it can be opened again: a new report", async () => {
    const chat = new Citizen();
    const code = await chat.files();
    await close(code, chat.now);
    chat.now += 31 * 24 * HOUR;
    expect(await chat.say(`bổ sung cho ${code}: nó vẫn mở sòng`)).toContain("không mở lại được nữa");
    expect(chat.buttons.map(({ label }) => label)).toEqual(["Báo tin mới"]);
  });

  it("erased: said, with what can be done, and what waited for its tap is deleted", async () => {
    const chat = new Citizen();
    const code = await chat.files();
    await chat.photo();
    await close(code, chat.now);
    const reporter = { channel: "zalo", chat: chat.id } as const;
    await book.erase({ reporter, at: chat.now, key: fresh(), why: "request" });
    expect(await chat.press("Thêm vào tin")).toMatch(/đã xoá[\s\S]*\/baocao/u);
    expect(await chat.say(`bổ sung cho ${code}: nó đeo kính`)).toMatch(/đã xoá[\s\S]*\/baocao/u);
    expect(await toldOf(code)).toEqual([]);
  });
});

describe("a danger told after the code", () => {
  it("has its numbers first, then the words go to the case, and passing it on as urgent is offered", async () => {
    const chat = new Citizen();
    const code = await chat.files();
    const words = await chat.say("nó đang cầm dao đuổi chém vợ ở chợ Kỳ Lừa");
    expect(words).toMatch(new RegExp(`^[^\\n]*113[\\s\\S]*cán bộ trực \\(${code}\\)`, "u"));
    expect(chat.buttons.map(({ label }) => label)).toContain("Chuyển cho trực ban");
    expect(await wordsOf(code)).toHaveLength(1);
  });
});

describe("who the reporter is stays hidden in what is added", () => {
  it.each([
    ["thêm nữa: nó đi xe đỏ, em là Kiều Trinh, số em 0935246810", /Kiều Trinh|0935246810/u],
    ["cho em gặp cán bộ, gọi lại em 0935246810 nhé", /0935246810/u],
    ["rút tin giúp em, em Kiều Trinh 0935246810", /Kiều Trinh|0935246810/u],
  ])("%s", async (words, own) => {
    const chat = new Citizen();
    const code = await chat.files();
    await chat.say(words);
    if (chat.buttons.some(({ label }) => label === "Rút")) await chat.press("Rút");
    const told = await wordsOf(code);
    expect(told).toHaveLength(1);
    expect(told[0]).not.toMatch(own);
  });
});

/** One move of a chat, drawn at random. */
type Step =
  | { readonly do: "say"; readonly words: number; readonly name: "none" | "own" | "other" }
  | { readonly do: "photo" | "pin" | "close" | "reply"; readonly other?: boolean }
  | { readonly do: "tap"; readonly nth: number }
  | { readonly do: "wait"; readonly hours: number };

const SAYINGS = [
  "em nhớ thêm: nó đội mũ đỏ",
  "sửa lại giúp em, hai đứa chứ không phải ba",
  "cho em rút tin",
  "tin của em tới đâu rồi",
  "cho em gặp cán bộ",
  "thêm vào tin đó",
  "tin mới",
  "rút đi",
  "thôi",
  "cảm ơn anh",
  "nó đang cầm dao đuổi người ta",
];

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("say" as const),
      words: fc.nat({ max: SAYINGS.length - 1 }),
      name: fc.constantFrom("none" as const, "own" as const, "other" as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom("photo" as const, "pin" as const, "reply" as const, "close" as const),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("tap" as const), nth: fc.nat({ max: 4 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("wait" as const), hours: fc.constantFrom(1, 20, 50) }),
  },
);

describe("any sequence of these moves", () => {
  it("sends words to no other chat's case, and what was confirmed is in the book", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9 }), async (steps) => {
        const victim = await new Citizen("telegram").files();
        const chat = new Citizen();
        const own = [
          await chat.files(),
          await chat.files("có xe tải đổ rác xuống suối ở thôn Pò Mỏ hôm qua"),
        ];
        const isOwn = new Set(own);
        for (const [n, one] of steps.entries()) {
          chat.about = undefined;
          const before = (await Promise.all(own.map(toldOf))).map(({ length }) => length);
          const heard = await play(chat, one, { own, victim, n });
          if (heard === null) continue;
          const after = (await Promise.all(own.map(toldOf))).map(({ length }) => length);
          const confirmed = /cán bộ trực \((TB-[0-9A-Z-]{9})\)|xin rút tin (TB-[0-9A-Z-]{9})\./u.exec(heard);
          const code = confirmed?.[1] ?? confirmed?.[2];
          if (code !== undefined)
            expect(isOwn.has(code) || (await book.isReporter(code, { channel: "zalo", chat: chat.id }))).toBe(
              true,
            );
          const grown = own.filter((_, i) => (after[i] ?? 0) > (before[i] ?? 0));
          expect(grown).toEqual(code !== undefined && isOwn.has(code) ? [code] : []);
        }
        expect(await toldOf(victim)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});

/** Plays a move; null where nobody of the chat wrote. */
async function play(
  chat: Citizen,
  one: Step,
  { own, victim, n }: { readonly own: readonly string[]; readonly victim: string; readonly n: number },
): Promise<string | null> {
  const mine = own[n % own.length] ?? "";
  switch (one.do) {
    case "say": {
      const code = { none: "", own: ` ${mine}`, other: ` ${victim}` }[one.name];
      return chat.say(`${SAYINGS[one.words] ?? ""}${code}`);
    }
    case "photo":
      return chat.photo(n % 2 === 0 ? undefined : "xe của nó");
    case "pin":
      return chat.hear({ kind: "location", lat: 21.85, lng: 106.76 });
    case "reply":
      chat.about = mine;
      return chat.say("nó vừa đi về phía bến xe");
    case "tap": {
      const button = chat.buttons[one.nth];
      return button === undefined ? null : chat.hear({ kind: "text", text: button.payload, tapped: true });
    }
    case "close":
      await close(mine, chat.now);
      return null;
    case "wait":
      chat.now += one.hours * HOUR;
      return null;
  }
}
