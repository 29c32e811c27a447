/**
 * Who may do what: the one table that the tests are generated from and that docs/threat-model.md shows.
 * `yes` means that the deed is done, `no` that nothing of it is done and nothing internal is told.
 */
export const ROLES = {
  citizen: "citizen on Zalo",
  namesake: "Zalo user with a supervisor's number",
  stranger: "stranger on Telegram",
  revoked: "revoked supervisor",
  viewer: "viewer",
  duty: "duty officer in private",
  supervisor: "supervisor in private",
  forwarding: "supervisor forwarding another's words",
  editing: "supervisor editing an old message",
  otherGroup: "supervisor in another group",
  member: "member of the duty group without a role",
  anonymous: "anonymous administrator of the duty group",
  channel: "channel writing in the duty group",
  botInDuty: "bot in the duty group",
  viewerInDuty: "viewer in the duty group",
  revokedInDuty: "revoked supervisor in the duty group",
  forwardingInDuty: "supervisor forwarding into the duty group",
  dutyInDuty: "duty officer in the duty group",
  supervisorInDuty: "supervisor in the duty group",
} as const;

export type RoleId = keyof typeof ROLES;

export const DEEDS = {
  internalFigures: "ask internal figures (`/solieu`, `/bieudo`, plain words)",
  internalDocuments: "ask internal documents",
  invite: "invite an official (`/moi`)",
  cancelInvitation: "cancel another's invitation (`/moi`)",
  listOfficials: "list officials (`/canbo`)",
  revoke: "revoke an official (`/thuhoi`)",
  readJournal: "read the audit (`/nhatky`)",
  keepLedger: "see the loss ledger, retry or dismiss a parked message (`/sotin`)",
  curate: "see what nobody could answer, publish or retire an answer (`/cauhoi`, `/traloi`)",
  exportFigures: "get figures as a file (`/xuat`)",
  updateFigures: "send figures, get the template, correct one in words, see their history (`/capnhat`)",
  sendDocuments: "send a document, see what was sent (`/tailieu`)",
  listCases: "list open cases (`/tin`)",
  readCase: "read a case (`/tin TB-…`)",
  searchCases: "search cases by words (`/tin …`)",
  seeShift: "see who has which case (`/giaoca`)",
  takeShift: "take the shift, see who is called first (`/ca`)",
  beginDrill: "begin a drill of the alarm (`/dientap`)",
  seeHandling: "see how reports were handled (`/baocaothang`)",
  openFile: "open a file of a case that tells who made it (`Xem tệp`)",
  moveCase: "move a case by a card's button (`/xl`)",
  acceptUrgent: "accept an urgent case, from its card or from the call in private (`/xl`)",
  reopenCase: "reopen a closed case from its card (`/xl`)",
  takeBackClosing: "the same within a quarter of an hour, where the wrong button was pressed (`/xl`)",
  assignCase: "give a case to a handler (`/giao`, `/giaoca`)",
  restCase: "let a case rest or go on (`/hen`, `/cho`, `/tieptuc`)",
  useTemplate: "prepare usual words for a reporter (`/mau`)",
  answerReporter: "write to the reporter by a reply to the card, and send it by a tap (`/nhan`)",
  sendForAnother: "send what another handler wrote to the reporter, by its button (`/nhan`)",
  note: "note by `//` in reply to the card",
  routeCommunes: "see and change which group gets a commune's reports (`/tuyen`)",
  askIdentity: "ask to open an identity (`/danhtinh`)",
  confirmIdentity: "confirm another's request to open an identity",
  vetoIdentity: "stop a request to open an identity",
  readIdentity: "read an identity that another asked for",
  receiptOfAnother: "get the receipt of another's report (`/bienlai`)",
  reopenOfAnother: "reopen another's report as its reporter (`/chuaxong`)",
  eraseOfAnother: "erase another's data (`/xoadulieu`)",
  lookUpByCode: "see a report's state by its code (`/tracuu`)",
} as const;

export type DeedId = keyof typeof DEEDS;

/** The roles that may; every other role may not. */
export const ALLOWED: Readonly<Record<DeedId, readonly RoleId[]>> = {
  internalFigures: ["viewer", "duty", "supervisor", "forwarding"],
  internalDocuments: ["viewer", "duty", "supervisor", "forwarding"],
  invite: ["supervisor"],
  cancelInvitation: ["supervisor"],
  listOfficials: ["supervisor"],
  revoke: ["supervisor"],
  readJournal: ["supervisor"],
  keepLedger: ["supervisor"],
  curate: ["supervisor"],
  exportFigures: ["viewer", "duty", "supervisor", "forwarding"],
  updateFigures: ["supervisor", "forwarding"],
  sendDocuments: ["supervisor"],
  listCases: ["duty", "supervisor", "dutyInDuty", "supervisorInDuty"],
  readCase: ["duty", "supervisor", "dutyInDuty", "supervisorInDuty"],
  searchCases: ["duty", "supervisor", "dutyInDuty", "supervisorInDuty"],
  seeShift: ["duty", "supervisor", "dutyInDuty", "supervisorInDuty"],
  takeShift: ["duty", "supervisor", "dutyInDuty", "supervisorInDuty"],
  beginDrill: ["supervisor", "supervisorInDuty"],
  seeHandling: ["duty", "supervisor", "dutyInDuty", "supervisorInDuty"],
  openFile: ["duty", "supervisor"],
  moveCase: ["dutyInDuty", "supervisorInDuty"],
  acceptUrgent: ["duty", "supervisor", "dutyInDuty", "supervisorInDuty"],
  reopenCase: ["supervisorInDuty"],
  takeBackClosing: ["dutyInDuty", "supervisorInDuty"],
  assignCase: ["dutyInDuty", "supervisorInDuty"],
  restCase: ["dutyInDuty", "supervisorInDuty"],
  useTemplate: ["dutyInDuty", "supervisorInDuty"],
  answerReporter: ["dutyInDuty", "supervisorInDuty"],
  sendForAnother: ["dutyInDuty", "supervisorInDuty"],
  note: ["dutyInDuty", "supervisorInDuty"],
  routeCommunes: ["supervisor"],
  askIdentity: ["supervisor"],
  confirmIdentity: ["supervisor"],
  vetoIdentity: ["supervisor"],
  readIdentity: [],
  receiptOfAnother: [],
  reopenOfAnother: [],
  eraseOfAnother: [],
  lookUpByCode: ["citizen", "namesake", "stranger", "revoked", "viewer", "duty", "supervisor", "forwarding"],
};

/** Which deeds a command belongs to. */
export const COMMANDS_OF_DEEDS: Readonly<Record<string, readonly DeedId[]>> = {
  solieu: ["internalFigures"],
  bieudo: ["internalFigures"],
  moi: ["invite", "cancelInvitation"],
  canbo: ["listOfficials"],
  thuhoi: ["revoke"],
  nhatky: ["readJournal"],
  sotin: ["keepLedger"],
  cauhoi: ["curate"],
  traloi: ["curate"],
  xuat: ["exportFigures"],
  capnhat: ["updateFigures"],
  tailieu: ["sendDocuments"],
  tin: ["listCases", "readCase", "searchCases"],
  tim: ["listCases", "readCase", "searchCases"],
  giaoca: ["seeShift", "assignCase"],
  ca: ["takeShift"],
  dientap: ["beginDrill"],
  baocaothang: ["seeHandling"],
  giao: ["assignCase"],
  hen: ["restCase"],
  cho: ["restCase"],
  tieptuc: ["restCase"],
  mau: ["useTemplate"],
  tuyen: ["routeCommunes"],
  xemtep: ["openFile"],
  xl: ["moveCase", "acceptUrgent", "reopenCase", "takeBackClosing"],
  nhan: ["answerReporter", "sendForAnother"],
  danhtinh: ["askIdentity", "confirmIdentity", "vetoIdentity", "readIdentity"],
  bienlai: ["receiptOfAnother"],
  chuaxong: ["reopenOfAnother"],
  xoadulieu: ["eraseOfAnother"],
  tracuu: ["lookUpByCode"],
};

/** Commands that tell or do nothing of others: open to everybody. */
export const OPEN_COMMANDS: readonly string[] = [
  "start",
  "help",
  "menu",
  "quyenriengtu",
  "baocao",
  "bao_cao",
  "baotin",
  "togiac",
  "tincuatoi",
  "xacminh",
  "daon",
  // Buttons for what waits to go to a report; for another's there is no such report (test/worker/after-the-code.test.ts).
  "them",
  "tinmoi",
  "bothem",
  "ruttin",
  "giutin",
];

/** Words after a slash in the code that are no commands. */
export const NO_COMMANDS: ReadonlySet<string> = new Set([
  "webhooks",
  "healthz",
  "metrics",
  "oa",
  "media",
  "last",
]);

/** The table as docs/threat-model.md shows it. */
export function asMarkdown(): string {
  const roles = Object.entries(ROLES) as [RoleId, string][];
  const rows = (Object.entries(DEEDS) as [DeedId, string][]).map(([deed, words]) => {
    const who = roles.filter(([role]) => ALLOWED[deed].includes(role)).map(([, name]) => name);
    return `| ${words} | ${who.length === 0 ? "nobody" : who.join("; ")} |`;
  });
  return ["| deed | who may |", "|---|---|", ...rows].join("\n");
}
