import { displayMoment } from "../../../../language/dates.ts";
import { type Block, list, type Reply, strong, text } from "../../../../messaging/reply.ts";
import type { CaseGroup } from "../../book/find/case-query.ts";
import type { DeskRefusal } from "../../book/report-book.ts";
import type { Desk, ReportState } from "../../report.ts";
import { STATE_NAMES } from "../../workflow/workflow-wording.ts";

const line = (words: string): Reply => ({ blocks: [text(words)] });
const about = (code: string, words: string): Reply => ({ ...line(words), about: code });

export const GROUP_NAMES: Readonly<Record<CaseGroup, string>> = {
  open: "đang mở",
  new: "chờ tiếp nhận",
  overdue: "quá hạn",
  resting: "tạm gác hoặc chờ người báo",
  closed: "đã khép",
  all: "cả đang mở và đã khép",
};

export const LIST = {
  mine: "của anh/chị",
  nobody: "chưa có người phụ trách",
  found: (n: number, what: string, overdue: number): string =>
    `${n} tin ${what}${overdue === 0 ? "" : `, ${overdue} quá hạn`}:`,
  with: (words: string): string => `có “${words}”`,
  loose: (n: number, what: string): string => `Không tin nào ${what} đủ các từ ấy. Gần nhất, ${n} tin:`,
  none: (what: string): Reply => line(`Không có tin nào ${what}.`),
  page: (page: number, pages: number): string => `Trang ${page}/${pages}.`,
  cut: "Còn nhiều tin khác có thể khớp. Gõ thêm từ để tìm kỹ hơn.",
  next: "Trang sau",
  before: "Trang trước",
  tooLong: (page: number): string => `Xem tiếp: gõ lại lệnh, thêm “trang ${page}”.`,
  tooCommon: line("Từ này có trong quá nhiều tin. Gõ thêm một tên, nơi, biển số hoặc số tài khoản."),
  hint: "Xem một tin: gõ /tin và mã. Lọc: /tin của tôi, mới, quá hạn, đã xong, khẩn, tên xã, hoặc vài từ.",
} as const;

export const OWNER = {
  of: (label: string): string => `Phụ trách: ${label}`,
  nobody: "Phụ trách: chưa ai nhận",
  waiting: (since: number): string => `ĐANG CHỜ NGƯỜI BÁO trả lời từ ${displayMoment(since)}: hạn tạm dừng`,
  snoozed: (until: number): string => `Tạm gác đến ${displayMoment(until)} (hạn vẫn tính)`,
  merged: (n: number): string => `CÙNG VIỆC: gộp thêm ${n} tin, mới nhất:`,
} as const;

/** Plain words of a handler are answered with the tap that does it. */
export const PLAIN = {
  which: (isOne: boolean): string =>
    isOne ? "Chưa thay đổi gì. Đúng tin này thì bấm:" : "Chưa thay đổi gì. Tin nào? Bấm một nút:",
  take: "Tôi nhận",
  assign: "Giao",
  to: (label: string): string => `Giao ${label}`,
  act: {
    wait: () => "Chờ người báo",
    snooze: (until: string) => `Tạm gác: ${until}`,
    resume: () => "Làm tiếp",
    duplicate: () => "Trùng",
    forwarded: () => "Chuyển",
    resolved: () => "Đã xong",
  },
  rather: (label: string): string => `Không gửi, mà: ${label}`,
} as const;

export const ASSIGN = {
  who: (code: string): string => `Giao ${code} cho ai?`,
  me: "Tôi nhận",
  noOne: line("Không thấy cán bộ trực nào tên như vậy, ngoài anh/chị. Gõ /ca để xem tên."),
  notNamed: (code: string): Reply =>
    about(code, `Không thấy cán bộ trực nào tên như vậy. Giao ${code} cho ai?`),
  notYours: (code: string): Reply =>
    about(
      code,
      `${code} đang do người khác giữ: người đó hoặc người giám sát mới giao lại được. Anh/chị vẫn có thể bấm “Tôi nhận”.`,
    ),
  done: (code: string, to: string): Reply => about(code, `${code}: ${to} phụ trách.`),
  toYou: (code: string, by: string): Reply =>
    about(code, `${by} giao anh/chị tin ${code}. Xem: /tin ${code}. Xử lý trong nhóm trực.`),
  another: (label: string): string => `${label} đang giữ tin này và sẽ được báo.`,
  closed: (code: string, state: ReportState, by: string): Reply =>
    about(code, `${by} đã chuyển tin ${code} của anh/chị sang “${STATE_NAMES[state]}”.`),
  taken: (code: string, by: string): Reply =>
    about(code, `${by} đã nhận ${code}, anh/chị không còn phụ trách tin này.`),
} as const;

export const REST = {
  until: (code: string): string =>
    `Tạm gác ${code} đến khi nào? Bấm một nút, hoặc gõ ví dụ: /hen ${code} 16h30. Hạn xử lý vẫn tính.`,
  snoozed: (code: string, until: number): Reply =>
    about(code, `${code}: tạm gác, ${displayMoment(until)} tôi nhắc lại trong nhóm. Hạn xử lý vẫn tính.`),
  waits: (code: string, days: number): Reply =>
    about(
      code,
      `${code}: chờ người báo trả lời, hạn tạm dừng. Khi họ trả lời, hoặc sau ${days} ngày, tin trở lại bàn trực.`,
    ),
  resumed: (code: string): Reply => about(code, `${code}: xử lý tiếp, hạn lại tính.`),
  unclear: (code: string): Reply =>
    about(
      code,
      `Tôi chưa rõ tới lúc nào. Ví dụ: /hen ${code} 2 giờ; /hen ${code} 8h mai; /hen ${code} 3 ngày.`,
    ),
} as const;

export const REFUSALS: Readonly<Record<DeskRefusal, string>> = {
  closed: "tin đã khép hoặc vừa đổi trạng thái, không làm được việc này",
  not_accepted: "chưa ai tiếp nhận. Bấm Tiếp nhận trước đã",
  not_asked: "chưa hỏi người báo, hoặc họ đã trả lời rồi. Muốn dừng hạn, trước hết trả lời thẻ để hỏi họ",
  not_resting: "tin không tạm gác, cũng không chờ ai",
  too_long: "tin khẩn chỉ gác được một giờ, tin khác tối đa 30 ngày, và phải là lúc sắp tới",
};

export const refused = (code: string, why: DeskRefusal): Reply => about(code, `${code}: ${REFUSALS[why]}.`);

export const WOKEN = {
  snoozed: (code: string): string => `ĐẾN HẸN: ${code} trở lại bàn trực.`,
  freed: (code: string): string =>
    `${code} CHƯA AI GIỮ: người giữ không còn quyền trực. Ai làm tiếp: trả lời thẻ bằng /giao tôi.`,
  waiting: (code: string): string =>
    `${code}: người báo chưa trả lời. Hạn lại tính; anh/chị quyết định xử lý tiếp thế nào.`,
} as const;

export const TEMPLATE = {
  choose: (code: string): string => `Câu mẫu gửi người báo ${code}. Bấm để xem trước; chưa gửi gì.`,
  none: (code: string): Reply => about(code, `Không có câu mẫu này. Gõ /mau ${code} để xem các câu.`),
} as const;

export const SHIFT = {
  head: "Giao ca: ai đang giữ tin nào",
  nothing: line("Không có tin nào đang mở: ca sau nhận bàn trống."),
  of: (who: string, n: number): string => `${who}: ${n} tin`,
  nobody: "CHƯA AI GIỮ",
  revoked: (who: string): string => `${who} (không còn quyền trực, cần giao lại)`,
  due: (n: number): string => `Đến hạn trong 12 giờ tới: ${n} tin`,
  more: (n: number): string => `… và ${n} tin nữa`,
  hint: "Giao hết tin của anh/chị cho người khác: /giaoca và tên người đó. Giao một tin: /giao và mã.",
  ask: (n: number, from: string, to: string): string =>
    `Giao cả ${n} tin của ${from} cho ${to}? Một trong hai người bấm là xong.`,
  yes: "Giao hết",
  none: line("Anh/chị không giữ tin nào đang mở."),
  notTheirs: line("Nút này của người giao, người nhận hoặc người giám sát."),
  done: (n: number, from: string, to: string): Reply =>
    line(
      `${to} nhận ${n} tin của ${from}. Việc nhắc hạn từ nay tới người nhận; người báo không bị làm phiền.`,
    ),
  received: (n: number, from: string): Reply =>
    line(`Anh/chị nhận ca của ${from}, ${n} tin. Xem: /tin của tôi.`),
  left: (n: number, to: string): Reply => line(`${to} đã nhận ca của anh/chị, ${n} tin.`),
  by: (by: string, from: string): string => `${by} (nhận ca của ${from})`,
  takeOver: "Nhận ca: bấm để khi có tin khẩn tôi gọi anh/chị trước, hoặc nhận hết tin của một người.",
  onDuty: "Tôi trực từ bây giờ",
  takeAll: (n: number, from: string): string => `Nhận ${n} tin của ${from}`,
} as const;

/** How a command on a case is typed, where more than the code stands behind it. */
const EXAMPLES: Readonly<Record<string, string>> = {
  giao: "/giao TB-XXXX-XXXX Hùng",
  hen: "/hen TB-XXXX-XXXX 2 giờ",
};

export const INSTEAD = {
  which: (name: string): string =>
    `/${name}: tin nào? Bấm một tin của anh/chị, trả lời thẻ bằng lệnh này, hoặc gõ: ${EXAMPLES[name] ?? `/${name} TB-XXXX-XXXX`}`,
  byButton: (code: string): string => `${code}: việc này làm bằng nút, chưa thay đổi gì. Bấm một nút:`,
  otherGroup: line(
    "Tin này do nhóm trực khác phụ trách. Anh/chị xem trong cuộc trò chuyện riêng với tôi: /tin và mã.",
  ),
  groupOnly: line("Việc này làm trong nhóm trực, để cả tổ cùng thấy."),
} as const;

/** The handlers' commands, for /help in the group and in private. */
export const DESK_HELP: readonly Block[] = [
  strong("Việc của tổ trực"),
  list(
    "/tin: tin đang mở, khẩn trước. Thêm: của tôi, mới, quá hạn, tạm gác, đã xong, khẩn, tội phạm, phản ánh, tên xã, hoặc vài từ để tìm; trang 2",
    "/tin TB-…: xem đủ một tin, diễn biến và các nút",
    "/giao TB-…: giao người phụ trách",
    "/giaoca: ai giữ tin nào, tin nào sắp đến hạn; /giaoca và tên: giao hết tin của mình",
    "/hen TB-… 2 giờ: tạm gác, đến giờ tôi nhắc",
    "/cho TB-…: chờ người báo trả lời, hạn tạm dừng; /tieptuc TB-…: làm tiếp",
    "/mau TB-…: câu mẫu gửi người báo",
    "/ca: tin khẩn chưa ai nhận thì gọi ai trước; /ca nhan: tôi nhận ca; /ca thoi: thôi ca",
    "/dientap: người giám sát cho diễn tập báo động",
    "/baocaothang: số liệu xử lý, tệp Excel",
  ),
  text(
    "Trả lời thẻ = soạn tin cho người báo, bấm Gửi mới đi. Bắt đầu bằng // = ghi chú nội bộ. Trả lời thẻ bằng một lệnh thì không cần gõ mã. Thẻ trùng: bấm Trùng và trả lời mã kia; cả hai người báo được báo tin, không ai biết mã của người khác.",
  ),
];

export const deskLines = (desk: Desk = {}): string[] => [
  desk.owner === undefined ? OWNER.nobody : OWNER.of(desk.owner.label || "cán bộ trực"),
  ...(desk.waitingSince === undefined ? [] : [OWNER.waiting(desk.waitingSince)]),
  ...(desk.snoozedUntil === undefined ? [] : [OWNER.snoozed(desk.snoozedUntil)]),
];
