import { displayDate, displayMoment, localDay } from "../../language/dates.ts";
import { list, type Reply, strong, text } from "../../messaging/reply.ts";
import { ACTIONS } from "./audit-actions.ts";
import type { AuditHead, AuditRow } from "./audit-chain.ts";
import type { NoticeWords } from "./notices.ts";
import { ROLE_NAMES } from "./roles.ts";

const ACTORS: Readonly<Record<string, string>> = {
  system: "hệ thống",
  operator: "người vận hành",
  stranger: "người không phải cán bộ",
};

/** What stands beside an action: roles, and why something was refused. */
const SUBJECTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...ROLE_NAMES,
    already: "đã là cán bộ",
    used: "đã dùng",
    expired: "quá hạn",
    own: "tự mở liên kết của mình",
    maker_gone: "người tạo không còn là giám sát",
    settings_only: "giám sát phải khai báo trong cài đặt",
    not_supervisor: "không phải giám sát",
    too_new: "chưa đủ ngày",
    cut_off: "người mời không còn là giám sát",
    no_reason: "không có lý do",
    unknown: "không có mã hoặc yêu cầu này",
    no_second: "chưa có người thứ hai",
    too_many: "quá nhiều yêu cầu",
    same_person: "tự xác nhận",
    same_root: "cùng một nhánh mời",
    vetoed: "đã bị dừng",
    voided: "quyền đã thay đổi",
    not_requester: "không phải người yêu cầu",
    not_confirmed: "chưa được xác nhận",
    not_yet: "chưa đến giờ",
    wrong_code: "sai mã một lần",
    locked: "đang bị khóa mã",
    no_key: "mã một lần cần tạo lại",
  }),
);

export const ACTION_WORDS: ReadonlyMap<string, string> = new Map(Object.entries(ACTIONS));

const inWords = (subject: string): string =>
  subject.replace(/(?<!\S)[a-z_]+(?!\S)/gu, (word) => SUBJECTS.get(word) ?? word);

export const JOURNAL = {
  empty: { blocks: [text("Nhật ký chưa có dòng nào khớp.")] } satisfies Reply,
  older: "Cũ hơn",
} as const;

/** The head as supervisors get it once a day. */
export function auditHead(
  { n, hash }: AuditHead,
  { now, isWhole }: { readonly now: number; readonly isWhole: boolean },
): NoticeWords {
  return {
    paragraphs: [
      `Nhật ký, sáng ${displayDate(localDay(now))}: ${n} dòng, mã cuối ${hash}.`,
      isWhole
        ? "Các dòng gần đây nối nhau đúng. Giữ lại tin này: nếu ai xóa dòng nào sau này, đối chiếu mã sẽ thấy (npm run audit:verify -- --head)."
        : "CẢNH BÁO: có dòng nhật ký bị sửa, xóa hoặc chèn. Báo ngay người vận hành chạy npm run audit:verify.",
    ],
  };
}

/** @param nameOf how the actor is called */
export function journalPage(
  rows: readonly AuditRow[],
  {
    nameOf,
    isWhole,
    older,
  }: {
    readonly nameOf: (actor: string) => string;
    readonly isWhole: boolean;
    /** The command for the next page; null at the end. */
    readonly older: string | null;
  },
): Reply {
  return {
    blocks: [
      strong("Nhật ký, mới nhất trước:"),
      list(
        ...rows.map(
          ({ n, at, actor, action, subject }) =>
            `${n}. ${displayMoment(at)}, ${ACTORS[actor] ?? nameOf(actor)}: ${ACTION_WORDS.get(action) ?? action} (${inWords(subject)})`,
        ),
      ),
      text(
        isWhole
          ? "Chuỗi nhật ký liền mạch (đã kiểm 1.000 dòng mới nhất)."
          : "CẢNH BÁO: chuỗi nhật ký bị đứt, có dòng bị sửa, xóa hoặc chèn. Báo ngay người vận hành chạy npm run audit:verify.",
      ),
    ],
    ...(older !== null && { buttons: [{ label: JOURNAL.older, payload: older }] }),
  };
}
