import { beforeAll, describe, expect, it } from "vitest";
import { codesOf } from "../../../src/features/officials/one-time-code.ts";
import { Disclosures } from "../../../src/features/reporting/vault/disclosures.ts";
import { TAKE_BACK } from "../../../src/features/reporting/workflow/workflow.ts";
import { bindings } from "../../worker/bindings.ts";
import {
  book,
  bookContext,
  CONTENT,
  closedCase,
  desk,
  fresh,
  submission,
  T0,
} from "../../worker/reports-fixture.ts";
import { ALLOWED, DEEDS, type DeedId, ROLES, type RoleId } from "../authorisation.ts";
import { COLLEAGUE, enlist, hear, INTERNAL, officials, prepare, SUPERVISOR, WHO } from "./stage.ts";

beforeAll(prepare);

/** Tries a deed in a role; true where it was done. What it needs is made anew each time, by someone else. */
type Attempt = (role: RoleId) => Promise<boolean>;

const newCase = async () => (await book.submit(submission())).code;
const stateOf = async (code: string) => (await book.get(code))?.state;
const actions = async (code: string) => (await book.history(code)).map(({ action }) => action);
const disclosures = new Disclosures(bookContext, officials);
const requestOf = async (code: string, by: string) => {
  // Of one supervisor only so many an hour are taken.
  await bindings.LEDGER.prepare("DELETE FROM report_disclosures").run();
  const outcome = await disclosures.request({ code, reason: "cần lời khai", by, at: T0, key: fresh() });
  if (outcome.kind !== "requested") throw new Error(outcome.why);
  return outcome.id;
};
const rowsOf = async (table: string, where: string, ...values: string[]) =>
  (
    await bindings.LEDGER.prepare(`SELECT * FROM ${table} WHERE ${where}`)
      .bind(...values)
      .all()
  ).results.length;

const ATTEMPTS: Readonly<Record<DeedId, Attempt>> = {
  async internalFigures(role) {
    const asked = [
      "/solieu xã đạt chuẩn năm 2024",
      "/bieudo xã đạt chuẩn năm 2024",
      "năm 2024 bao nhiêu xã đạt chuẩn?",
    ];
    const told = await Promise.all(asked.map((text) => hear(role, text)));
    return told.some(({ turn }) => JSON.stringify(turn).includes(INTERNAL.figure));
  },
  async internalDocuments(role) {
    return JSON.stringify((await hear(role, "họp giao ban của tổ ở đâu?")).turn).includes(INTERNAL.document);
  },
  async invite(role) {
    const label = `Tổ ${fresh()}`;
    const { words } = await hear(role, `/moi trực ${label}`);
    return words.includes("https://t.me/") || (await rowsOf("invitations", "label = ?", label)) > 0;
  },
  async listOfficials(role) {
    await enlist("71", "viewer", "Người Trong Sổ");
    return (await hear(role, "/canbo")).words.includes("Người Trong Sổ");
  },
  async revoke(role) {
    await enlist("72", "viewer");
    const { id } = (await officials.list()).find(({ telegramId }) => telegramId === "72") ?? { id: "" };
    await hear(role, `/thuhoi ${id}`);
    await hear(role, `/thuhoi ${id} đồng ý`, { tapped: true });
    return (await officials.roleOf({ channel: "telegram", sender: "72" })) === null;
  },
  async keepLedger(role) {
    return (await hear(role, "/sotin")).words.includes("Sổ tin ngày");
  },
  async curate(role) {
    return (await hear(role, "/traloi ds")).words.includes("câu trả lời đã duyệt");
  },
  async exportFigures(role) {
    const told = await Promise.all(["/xuat tất cả", "xuất excel năm 2024"].map((text) => hear(role, text)));
    return told.some(({ turn }) => turn.replies.some(({ attachments = [] }) => attachments.length > 0));
  },
  async updateFigures(role) {
    const told = await Promise.all(
      ["/capnhat", "/capnhat mau", "/capnhat lichsu"].map((text) => hear(role, text)),
    );
    return told.some(
      ({ turn, words }) =>
        turn.session.awaitsFigures !== undefined || /phiên bản|Gửi (?:tệp|bảng)/u.test(words),
    );
  },
  async sendDocuments(role) {
    const told = await Promise.all(["/tailieu", "/tailieu danhsach"].map((text) => hear(role, text)));
    return told.some(
      ({ turn, words }) =>
        turn.session.awaitsDocument !== undefined || /văn bản nào được đăng|Gửi văn bản/u.test(words),
    );
  },
  async listCases(role) {
    await newCase();
    return (await hear(role, "/tin")).words.includes("tin đang mở");
  },
  async readCase(role) {
    const code = await newCase();
    return (await hear(role, `/tin ${code}`)).words.includes("Wave đỏ");
  },
  async searchCases(role) {
    const word = `${fresh()}x`;
    const { code } = await book.submit(submission({ content: { ...CONTENT, what: word, media: [] } }));
    return (await hear(role, `/tin tìm ${word}`)).words.includes(code);
  },
  async seeShift(role) {
    await newCase();
    return (await hear(role, "/giaoca")).words.includes("Giao ca");
  },
  async takeShift(role) {
    const told = await hear(role, "/ca nhan");
    const seen = await hear(role, "/ca");
    await desk.alarms.leaveShift(WHO[role].sender);
    return told.words.includes("nhận ca tới") || seen.words.includes("Nhận ca: /ca nhan");
  },
  async beginDrill(role) {
    await hear(role, "/dientap");
    const drill = await desk.alarms.drill();
    if (drill !== null) await desk.alarms.endDrill(drill.id, COLLEAGUE, T0);
    return drill !== null;
  },
  async seeHandling(role) {
    await newCase();
    return (await hear(role, "/baocaothang")).words.includes("Xử lý tin báo");
  },
  async assignCase(role) {
    const code = await newCase();
    await hear(role, `/giao ${code} toi`, { tapped: true });
    await hear(role, "/giao toi", { about: code });
    return (await actions(code)).includes("assigned");
  },
  async restCase(role) {
    const code = await newCase();
    await hear("dutyInDuty", `/xl ${code} accepted 1`, { tapped: true });
    await hear(role, `/hen ${code} 2 giờ`);
    return (await actions(code)).includes("snoozed");
  },
  async useTemplate(role) {
    const code = await newCase();
    return (await hear(role, `/mau ${code} noi`)).words.includes("Chưa gửi. Người báo");
  },
  async routeCommunes(role) {
    return (await hear(role, "/tuyen")).words.includes("một nhóm trực của tỉnh");
  },
  async openFile(role) {
    const key = fresh().padEnd(43, "x");
    const pdf = { key, kind: "file", bytes: 10, contentType: "application/pdf" } as const;
    const { code } = await book.submit(submission({ content: { ...CONTENT, media: [pdf] } }));
    const told = [
      await hear(role, `/xemtep ${code} ${key.slice(0, 10)}`, { tapped: true }),
      await hear(role, `/xemtep ${code} ${key.slice(0, 10)} mo`, { tapped: true }),
    ];
    return told.some(({ turn }) => turn.replies.some(({ attachments = [] }) => attachments.length > 0));
  },
  async moveCase(role) {
    const code = await newCase();
    await hear(role, `/xl ${code} accepted 1`, { tapped: true });
    await hear(role, `/xl ${code} accepted 1`);
    return (await stateOf(code)) === "accepted";
  },
  async acceptUrgent(role) {
    const { code } = await book.submit(submission({ lane: "urgent" }));
    await hear(role, `/xl ${code} accepted 1`, { tapped: true });
    return (await stateOf(code)) === "accepted";
  },
  async reopenCase(role) {
    const code = await closedCase();
    await hear(role, `/xl ${code} in_progress 3`, { tapped: true, later: TAKE_BACK });
    return (await stateOf(code)) === "in_progress";
  },
  async takeBackClosing(role) {
    const code = await closedCase();
    await hear(role, `/xl ${code} in_progress 3`, { tapped: true });
    return (await stateOf(code)) === "in_progress";
  },
  async answerReporter(role) {
    const code = await newCase();
    const { turn } = await hear(role, "Xe màu gì ạ?", { about: code });
    const send = turn.replies.flatMap(({ buttons = [] }) => buttons)[0]?.payload;
    if (send !== undefined) await hear(role, send, { tapped: true });
    return (await actions(code)).includes("told_reporter");
  },
  async sendForAnother(role) {
    const code = await newCase();
    const { turn } = await hear("dutyInDuty", "Xe màu gì ạ?", { about: code });
    const send = turn.replies.flatMap(({ buttons = [] }) => buttons)[0]?.payload ?? "";
    await hear(role, send, { tapped: true });
    await hear(role, send);
    return (await actions(code)).includes("told_reporter");
  },
  async note(role) {
    const code = await newCase();
    await hear(role, "// gọi lại buổi chiều", { about: code });
    return (await actions(code)).includes("noted");
  },
  async askIdentity(role) {
    const code = await newCase();
    await hear(role, `/danhtinh ${code} cần lời khai`);
    return (await rowsOf("report_disclosures", "code = ?", code)) > 0;
  },
  async confirmIdentity(role) {
    const id = await requestOf(await newCase(), COLLEAGUE);
    await hear(role, `/danhtinh xacnhan ${id}`, { tapped: true });
    return (await rowsOf("report_disclosures", "id = ? AND confirmed_by IS NOT NULL", id)) > 0;
  },
  async readIdentity(role) {
    const { code } = await book.submit(submission({ lane: "urgent" }));
    const id = await requestOf(code, COLLEAGUE);
    await disclosures.confirm({ id, by: SUPERVISOR, at: T0, key: fresh() });
    const { ring } = bookContext;
    const { sender } = WHO[role];
    const oneTimeCode = codesOf(ring, sender, { epoch: 0, keyId: ring.currentId })?.at(T0 + 60_000);
    const { words } = await hear(role, `/danhtinh xem ${code} ${oneTimeCode}`);
    return words.includes("mã người dùng");
  },
  async vetoIdentity(role) {
    const id = await requestOf(await newCase(), COLLEAGUE);
    await hear(role, `/danhtinh dung ${id}`, { tapped: true });
    return (await rowsOf("report_disclosures", "id = ? AND vetoed_by IS NOT NULL", id)) > 0;
  },
  async readJournal(role) {
    return (await hear(role, "/nhatky")).words.includes("Nhật ký, mới nhất trước");
  },
  async cancelInvitation(role) {
    const label = `Tổ ${fresh()}`;
    await officials.invite(COLLEAGUE, "duty", label, fresh(), T0);
    const { id } = (await officials.openInvitations(T0)).find((link) => link.label === label) ?? { id: "" };
    await hear(role, `/moi huỷ ${id}`);
    return (await rowsOf("invitations", "id = ?", id)) === 0;
  },
  async receiptOfAnother(role) {
    return (await hear(role, `/bienlai ${await newCase()}`)).words.includes("Biên lai: chép");
  },
  async reopenOfAnother(role) {
    const code = await closedCase();
    await hear(role, `/chuaxong ${code}`);
    return (await stateOf(code)) !== "resolved";
  },
  async eraseOfAnother(role) {
    const code = await closedCase();
    await hear(role, "/xoadulieu");
    await hear(role, `/xoadulieu ${code}`);
    return (await book.get(code))?.erased === true;
  },
  async lookUpByCode(role) {
    const { words } = await hear(role, `/tracuu ${await newCase()}`);
    return words.includes("Hạn tiếp nhận");
  },
};

describe.each(Object.keys(DEEDS) as DeedId[])("%s", (deed) => {
  it.each(Object.keys(ROLES) as RoleId[])("%s", async (role) => {
    expect(WHO[role].sender).not.toBe("");
    expect(await ATTEMPTS[deed](role)).toBe(ALLOWED[deed].includes(role));
  });
});

describe("a refusal", () => {
  const ofOfficials = [
    "/moi trực Tổ 9",
    "/canbo",
    "/thuhoi a1b2c3",
    "/nhatky",
    "/capnhat",
    "/xuat",
    "/tailieu",
    "/tin",
    "/danhtinh TB-0000-0000 lý do",
  ];

  it.each(["citizen", "namesake", "stranger", "revoked"] as const)(
    "tells %s nothing of what there is",
    async (role) => {
      for (const command of ofOfficials) {
        const { words, turn } = await hear(role, command);
        expect(words).not.toBe("");
        expect(words).not.toMatch(/Cán bộ \d|t\.me|TB-[0-9A-Z]{4}-[0-9A-Z]{4}/u);
        expect(turn.session.awaitsFigures).toBeUndefined();
        expect(turn.session.awaitsDocument).toBeUndefined();
      }
    },
  );

  it("is the same whether a case exists or not", async () => {
    const code = await newCase();
    for (const role of ["citizen", "stranger", "viewer", "revoked"] as const)
      for (const ask of [
        (c: string) => `/tin ${c}`,
        (c: string) => `/danhtinh ${c} vì sao`,
        (c: string) => `/bienlai ${c}`,
      ])
        expect((await hear(role, ask(code))).words.replaceAll(code, "")).toBe(
          (await hear(role, ask("TB-0000-0000"))).words.replaceAll("TB-0000-0000", ""),
        );
  });

  it.each(["constructor", "__proto__", "toString", "hasOwnProperty", "/constructor", "/__proto__"])(
    "%s is no command",
    async (word) => {
      for (const role of ["stranger", "supervisor", "citizen", "member"] as const) {
        const { turn } = await hear(role, word);
        expect(turn.replies.every(({ blocks }) => Array.isArray(blocks))).toBe(true);
      }
      await expect(hear("supervisor", `/moi ${word} Tổ 1`)).resolves.toMatchObject({
        words: expect.not.stringContaining("t.me"),
      });
    },
  );
});
