import { beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../../src/config.ts";
import { carryDispatches } from "../../src/features/reporting/dispatcher.ts";
import { raiseAlarms } from "../../src/features/reporting/duty/alarm/raise-alarms.ts";
import { CommuneRoutes } from "../../src/features/reporting/group/commune-routes.ts";
import { MINUTE } from "../../src/platform/time.ts";
import { bindings, migrate } from "./bindings.ts";
import { DeskGroup, FIRST, GROUP } from "./desk-group.ts";
import { CONTENT, desk, fresh, submission, T0 } from "./reports-fixture.ts";

const LAN = "4101";
const KY_LUA = "-100200";
const THAT_KHE = "-100300";
const group = new DeskGroup();
const routes = new CommuneRoutes({
  db: bindings.LEDGER,
  province: GROUP,
  settings: new Map([
    ["Kỳ Lừa", KY_LUA],
    ["Thất Khê", THAT_KHE],
  ]),
});
group.routes = routes;

beforeAll(async () => {
  await migrate();
  await group.open([LAN, "Lan ca đêm"]);
});

const submit = async (words: string): Promise<string> =>
  (
    await group.book.submit(
      submission({
        reporter: { channel: "zalo", chat: fresh() },
        content: { ...CONTENT, where: { words }, media: [] },
      }),
    )
  ).code;

/** Where the cards of these cases went. */
async function carried(): Promise<ReadonlyMap<string, string>> {
  const to = new Map<string, string>();
  await carryDispatches({
    book: group.book,
    dutyChat: GROUP,
    groupOf: async (code) => routes.groupFor(await group.book.communeOf(code)),
    now: () => T0,
    deliver: async ({ chat, replies }) => {
      if (chat.startsWith("-")) to.set(replies[0]?.about ?? "", chat);
    },
  });
  return to;
}

describe("groups of communes", () => {
  it("get the cards of their communes, the province's all others", async () => {
    const [here, there, nowhere] = [
      await submit("chợ Kỳ Lừa"),
      await submit("xã Ba Sơn"),
      await submit("trong rừng"),
    ];
    const to = await carried();
    expect([here, there, nowhere].map((code) => to.get(code))).toEqual([KY_LUA, GROUP, GROUP]);
  });

  it("don't get the day's list of jokes, which has all communes' reports", async () => {
    const reporter = { channel: "zalo", chat: fresh() } as const;
    const content = { ...CONTENT, where: { words: "chợ Kỳ Lừa" }, media: [] };
    await group.book.submit(submission({ reporter, content, noise: true }));
    expect((await carried()).get("")).toBe(GROUP);
  });

  it("have the shift's commands, too", async () => {
    expect((await group.say(LAN, "/ca", { where: KY_LUA })).words).toContain("Nhận ca: /ca nhan");
  });

  it("each hear the ring of their own cases where one chat floods several", async () => {
    const reporter = { channel: "zalo", chat: fresh() } as const;
    const urgent = async (words: string) =>
      (
        await group.book.submit(
          submission({
            reporter,
            lane: "urgent",
            category: "assault",
            content: { ...CONTENT, where: { words }, media: [] },
          }),
        )
      ).code;
    const [here, there, also, again] = [
      await urgent("chợ Kỳ Lừa"),
      await urgent("xã Thất Khê"),
      await urgent("chợ Kỳ Lừa, cổng sau"),
      await urgent("chợ Kỳ Lừa, bãi xe"),
    ];
    const nowhere = async () => undefined;
    await raiseAlarms(
      {
        ...{ book: group.book, officials: group.officials, routes, dutyChat: GROUP },
        ...{ alarms: desk.alarms, tell: nowhere, tellSupervisors: nowhere, carry: nowhere },
      },
      T0 + 2 * MINUTE,
    );
    const rings = (await group.book.pendingDispatches(2_000)).flatMap(({ code, body }) =>
      body.kind === "alarm" && [here, there, also, again].includes(code) ? [[code, body.others ?? []]] : [],
    );
    expect(rings).toEqual([
      [here, [also, again]],
      [there, []],
    ]);
  });

  it("see nothing of other communes' cases, whatever is typed, and the province sees all", async () => {
    const [own, other] = [await submit("chợ Kỳ Lừa"), await submit("xã Thất Khê, cạnh cầu zumba")];
    const where = KY_LUA;
    const list = await group.say(LAN, "/tin", { where });
    expect(list.words).toContain(own);
    for (const text of ["/tin", "/tin Thất Khê", "/tin zumba", "/tin tất cả", "/giaoca"])
      expect((await group.say(LAN, text, { where })).words).not.toContain(other);
    for (const text of [
      `/tin ${other}`,
      `/xl ${other} accepted 1`,
      `/giao ${other} tôi`,
      `/mau ${other} noi`,
      `/tin ${other.slice("TB-".length)}`,
      `/tin ${other.slice("TB-".length).toLowerCase().replace("-", " ")}`,
      `/giao ${other.slice("TB-".length)} tôi`,
      `/xl ${own} duplicate 1 ${other}`,
    ]) {
      const said = await group.say(LAN, text, { where });
      expect(said.words).toContain("nhóm trực khác");
      expect(said.words).not.toContain("zumba");
    }
    expect((await group.say(LAN, "Ở đâu?", { where, about: other })).words).toContain("nhóm trực khác");
    const asked = await group.say(LAN, `/xl ${own} duplicate 1`, { where });
    expect(asked.buttons).not.toHaveProperty(other);
    const merging = asked.replies[0]?.about;
    if (merging === undefined) throw new Error("nothing asked");
    for (const answer of [other, other.slice("TB-".length)])
      expect((await group.say(LAN, answer, { where, about: merging })).words).toContain("nhóm trực khác");
    expect((await group.book.get(other))?.state).toBe("received");
    await group.say(LAN, `/xl ${own} accepted 1`, { where });
    expect((await group.book.get(own))?.state).toBe("accepted");
    expect((await group.say(LAN, `/tin ${other}`)).words).toContain("zumba");
    expect((await group.say(LAN, "/tin zumba", { where: LAN })).words).toContain(other);
  });

  it("hear nothing of a case into which the province merged one of theirs, nor of what its reporter adds", async () => {
    const [own, other] = [await submit("chợ Kỳ Lừa, quán salsa"), await submit("xã Thất Khê")];
    await carried();
    await group.say(LAN, `/xl ${own} duplicate 1 ${other}`);
    const { code, reporter } = { code: own, reporter: await group.book.reporterOf(own) };
    if (reporter === null) throw new Error("no reporter");
    const said = { code, text: "nó quay lại", media: [], lost: [], at: T0, key: fresh(), reporter };
    expect((await group.book.relayToDuty(said)).kind).toBe("relayed");
    expect((await carried()).get(other)).toBe(THAT_KHE);
  });

  it("see on their card what the province did with their case", async () => {
    const own = await submit("chợ Kỳ Lừa");
    await carried();
    await group.say(LAN, `/xl ${own} accepted 1`);
    expect((await carried()).get(own)).toBe(KY_LUA);
  });

  it("are changed by a supervisor in private, among the groups of the settings only", async () => {
    expect((await group.say(LAN, "/tuyen", { where: LAN })).words).toContain("Chỉ người giám sát");
    expect((await group.say(FIRST, "/tuyen Kỳ Lừa 2")).words).toContain("Chỉ người giám sát");
    expect((await group.say(FIRST, "/tuyen", { where: FIRST })).words).toContain(
      `Nhóm 1 (${KY_LUA}): Kỳ Lừa`,
    );
    for (const text of ["/tuyen Kỳ Lừa 3", "/tuyen Kỳ Lừa -100999", "/tuyen Xyz 1", "/tuyen Kỳ Lừa"])
      expect((await group.say(FIRST, text, { where: FIRST })).words).toContain("Gõ tên xã");
    await group.say(FIRST, "/tuyen xã Ba Sơn 2", { where: FIRST });
    await group.say(FIRST, "/tuyen ky lua tinh", { where: FIRST });
    expect(await routes.groupFor("Ba Sơn")).toBe(THAT_KHE);
    expect(await routes.groupFor("Kỳ Lừa")).toBe(GROUP);
    const without = new CommuneRoutes({
      db: bindings.LEDGER,
      province: GROUP,
      settings: new Map([["Kỳ Lừa", KY_LUA]]),
    });
    expect(await without.groupFor("Ba Sơn")).toBe(GROUP);
  });

  it("stand in one setting, whose names are checked", () => {
    const read = (TELEGRAM_COMMUNE_GROUPS: string) =>
      readConfig({ ...bindings, TELEGRAM_COMMUNE_GROUPS }).telegram;
    expect(read("phường Kỳ Lừa: -1001; Thất Khê:-1002;")?.communeGroups).toEqual(
      new Map([
        ["Kỳ Lừa", "-1001"],
        ["Thất Khê", "-1002"],
      ]),
    );
    expect(() => read("Xã Không Có: -1001")).toThrow("không có trong tỉnh");
    expect(() => read("Kỳ Lừa: 1001")).toThrow("phải có dạng");
  });
});
