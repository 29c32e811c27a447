import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isLong } from "../long-form.ts";
import { Cast, codeIn } from "./cast.ts";
import { film, TelegramCitizen } from "./telegram-citizen.ts";

/** One person's files, and what becomes of another one's danger. */

const MB = 1024 * 1024;
/** The files' sender, and the next citizens. */
const [SENDER, OTHER, THIRD] = [138_100_001, 138_100_002, 138_100_003];
/** What a danger may take at most: the promise, in milliseconds. */
const IN_THE_GROUP_WITHIN = 20_000;
const ANSWERED_WITHIN = 4_000;

let cast: Cast;
const assemble = async (): Promise<void> => {
  cast = await Cast.assemble();
};
const dismiss = (): Promise<void> => cast.dismiss();

const citizen = (id: number) => new TelegramCitizen(cast.server, cast.telegram, id);
const group = () => cast.server.settings.TELEGRAM_DUTY_CHAT_ID;

/** Three films in a report; the code of the case. */
async function reportWithFilms(bytes = 2 * MB): Promise<string> {
  const sender = citizen(SENDER);
  await sender.say("/baocao tối qua 22h ở chợ Kỳ Lừa có nhóm đánh bạc");
  for (let i = 0; i < 3; i++) await sender.sendFilm(film(bytes));
  const code = codeIn(await sender.say("gửi"));
  expect(code).not.toBe("");
  return code;
}

/** How long another citizen's knife takes to stand in the group, in milliseconds. */
async function knifeInGroup(): Promise<number> {
  const other = citizen(OTHER);
  await other.say("/baocao Có kẻ cầm dao cướp ở nhà số 3 ngõ 8, đang xảy ra");
  const sentAt = Date.now();
  await other.say("gửi");
  await cast.inGroup(/KHẨN[\s\S]*ngõ 8/);
  return Date.now() - sentAt;
}

const calls = (method: string) =>
  cast.telegram.calls.items.filter((call) => call.method === method && call.fields.chat_id === group());
const untilCalled = (method: string, n = 1) =>
  cast.telegram.calls.waitUntil(() => (calls(method).length >= n ? true : undefined));

describe("films that Telegram doesn't take", () => {
  beforeEach(assemble);
  afterEach(dismiss);

  it("refused as an album: they go one by one, and another's card stands in the group meanwhile", async () => {
    cast.telegram.fail(
      { kind: "error", code: 413, message: "Request Entity Too Large" },
      {
        on: "sendMediaGroup",
        times: Number.POSITIVE_INFINITY,
      },
    );
    await reportWithFilms();
    await untilCalled("sendMediaGroup");
    const took = await knifeInGroup();
    console.log(`measured: knife behind a refused album ${took} ms`);
    expect(took).toBeLessThan(IN_THE_GROUP_WITHIN);
    await untilCalled("sendVideo", 3);
  });

  it("refused in every form, even by a page of a proxy: the card says what is missing, once", async () => {
    const page = { kind: "status", status: 413, body: "<html>413 Request Entity Too Large</html>" } as const;
    for (const on of ["sendMediaGroup", "sendVideo", "sendDocument"])
      cast.telegram.fail(page, { on, times: Number.POSITIVE_INFINITY });
    const code = await reportWithFilms();
    const card = await cast.inGroup(/Tệp chưa chuyển được vào nhóm: 3 video/);
    expect(card.text).toContain(code);
    const supervisor = cast.server.settings.TELEGRAM_ADMIN_IDS;
    const told = await cast.telegram.api.sent.waitUntil((sent) =>
      sent.find(({ chatId, text }) => chatId === supervisor && text.includes(code)),
    );
    expect(told.text).toContain("chưa chuyển được vào nhóm trực");
    cast.telegram.heal();
  });

  it("hanging: another's card doesn't wait for them", async () => {
    for (const on of ["sendMediaGroup", "sendVideo"])
      cast.telegram.fail({ kind: "hang" }, { on, times: Number.POSITIVE_INFINITY });
    await reportWithFilms();
    await untilCalled("sendMediaGroup");
    const took = await knifeInGroup();
    console.log(`measured: knife behind a hanging album ${took} ms`);
    expect(took).toBeLessThan(IN_THE_GROUP_WITHIN);
  });
});

describe("a group's limit", () => {
  beforeEach(assemble);
  afterEach(dismiss);

  it("is kept to the second, and loses nothing", async () => {
    cast.telegram.fail({ kind: "rate-limited", retryAfter: 6 }, { on: "sendMessage", chat: group() });
    const code = await reportWithFilms();
    await untilCalled("sendMessage", 2);
    const [limited, next] = calls("sendMessage");
    expect((next?.at ?? 0) - (limited?.at ?? 0)).toBeGreaterThanOrEqual(6_000);
    await cast.inGroup(new RegExp(code));
    await untilCalled("sendMediaGroup");
  });
});

describe("an answer to a danger", () => {
  // What keeps one citizen waiting is nothing to the next: one server serves both.
  beforeAll(assemble);
  afterAll(dismiss);

  const danger = async (other: TelegramCitizen) => {
    const at = Date.now();
    expect(await other.say("cháy nhà rồi cứu với")).toContain("114");
    return Date.now() - at;
  };

  it("doesn't wait for an ordinary answer that is told to wait", async () => {
    const other = citizen(OTHER);
    cast.telegram.fail({ kind: "rate-limited", retryAfter: 40 }, { on: "sendMessage", chat: String(OTHER) });
    await other.write({ text: "khu dân cư là gì" });
    await cast.telegram.calls.waitUntil((all) => all.find(({ fault }) => fault === "rate-limited"));
    const took = await danger(other);
    console.log(`measured: danger behind a limit of 40 s ${took} ms`);
    expect(took).toBeLessThan(ANSWERED_WITHIN);
  });

  it("nor for one that hangs", async () => {
    const other = citizen(THIRD);
    cast.telegram.fail({ kind: "hang" }, { on: "sendMessage", chat: String(THIRD) });
    await other.write({ text: "khu dân cư là gì" });
    await cast.telegram.calls.waitUntil((all) => all.find(({ fault }) => fault === "hang"));
    const took = await danger(other);
    console.log(`measured: danger behind a hanging answer ${took} ms`);
    expect(took).toBeLessThan(ANSWERED_WITHIN);
  });
});

describe("a token that isn't taken", () => {
  beforeEach(assemble);
  afterEach(dismiss);

  // A refused token is held for a minute before it is tried again.
  it.runIf(isLong)("holds everything and gives up nothing", async () => {
    cast.telegram.fail(
      { kind: "error", code: 401, message: "Unauthorized" },
      {
        chat: group(),
        times: Number.POSITIVE_INFINITY,
      },
    );
    await cast.say("/baocao tối qua 22h ở chợ Kỳ Lừa có nhóm đánh bạc");
    const code = codeIn(await cast.say("gửi"));
    await untilCalled("sendMessage");
    await cast.server.untilPrinted('"reason":"bad_token"');
    cast.telegram.heal();
    await cast.inGroup(new RegExp(code));
  });
});
