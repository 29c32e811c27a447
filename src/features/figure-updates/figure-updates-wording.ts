import { type Reply, strong, text } from "../../messaging/reply.ts";
import { MAX_UNPACKED } from "../../platform/zip.ts";
import { formatNumber } from "../figures/numbers.ts";
import { parseRational } from "../figures/rational.ts";
import type { Columns } from "./diff.ts";
import { NOTHING_CHANGED, say } from "./outcome-wording.ts";
import { type FileProblem, MAX_FILE, MAX_ROWS } from "./read-file.ts";

const mebibytes = (bytes: number): string => `${bytes / 1024 / 1024} MB`;
const short = (words: string): string => (words.length > 40 ? `${words.slice(0, 40)}…` : words);

/** How to send figures, with the template at hand. */
export const HOW: Reply = {
  blocks: [
    strong(
      `Gửi tệp số liệu (bảng Excel XLSX hoặc CSV, tối đa ${mebibytes(MAX_FILE)}) vào đây trong 30 phút.`,
    ),
    text(
      "Chưa có bảng thì bấm “Lấy mẫu Excel”: mẫu có sẵn số kỳ gần nhất, anh/chị sửa số, sửa kỳ rồi gửi lại.",
    ),
    text(
      "Bảng của đơn vị cũng được: có dòng tên cột (như Loại, Số đạt, Tổng số, Năm; hoặc Tên xã, Số khu dân cư, Số đạt). Tôi cho xem trước mọi thay đổi; chưa xác nhận thì chưa có gì đổi.",
    ),
    text(
      "Sửa một số: nhắn “sửa số … năm … thành …”. Xem các lần cập nhật: /capnhat lichsu. Lùi lại: /capnhat hoantac.",
    ),
  ],
  buttons: [
    { label: "Lấy mẫu Excel", payload: "/capnhat mau" },
    { label: "Các lần cập nhật", payload: "/capnhat lichsu" },
  ],
};

const PROBLEMS: Readonly<
  Record<
    FileProblem | "not_fetched" | "too_many_changes" | "several_sheets" | "merged_cells" | "no_table",
    string
  >
> = {
  too_large: `Tệp quá lớn: giới hạn ${mebibytes(MAX_FILE)} (XLSX bung ra tối đa ${mebibytes(MAX_UNPACKED)}).`,
  empty: "Tệp trống.",
  not_utf8: "Không đọc được chữ trong tệp này: mở lại và lưu dạng “CSV UTF-8”, hoặc gửi XLSX.",
  mojibake:
    "Chữ trong tệp đã hỏng (như “LÃ¡ng”), tôi không lưu chữ hỏng: mở lại tệp gốc, lưu dạng “CSV UTF-8” hoặc XLSX.",
  not_a_table:
    "Đây không phải bảng CSV hay XLSX (tệp Numbers, ảnh, PDF… tôi không đọc được số): mở tệp, xuất ra Excel (.xlsx) rồi gửi lại.",
  old_excel:
    "Đây là tệp Excel kiểu cũ (.xls) hoặc có mật khẩu: mở bằng Excel, chọn Lưu thành (Save As) dạng XLSX, không đặt mật khẩu, rồi gửi lại.",
  web_page:
    "Tệp này là trang web (HTML, XML) mang tên bảng tính: mở bằng Excel, lưu lại dạng XLSX rồi gửi lại.",
  open_document: "Đây là tệp LibreOffice (.ods): chọn Lưu thành dạng Excel (.xlsx) rồi gửi lại.",
  binary_excel: "Đây là tệp Excel nhị phân (.xlsb): lưu lại dạng XLSX rồi gửi lại.",
  unreadable:
    "Không đọc được tệp này: tệp hỏng, hoặc không phải bảng tính. Mở bằng Excel, LibreOffice hay Numbers rồi lưu (xuất) ra dạng XLSX, gửi lại.",
  only_hidden: "Các trang có số liệu đều đang ẩn: hiện trang cần gửi lên rồi gửi lại.",
  no_table:
    "Chưa thấy bảng số liệu: cần một dòng tên cột (như Loại, Số đạt, Tổng số, Năm; hoặc Tên xã, Tổng số, Số đạt) và các dòng số ngay dưới. Lấy mẫu: /capnhat mau.",
  too_many_rows: `Tệp có hơn ${formatNumber(parseRational(String(MAX_ROWS)))} dòng hoặc có ô nằm quá xa: xoá phần thừa, hoặc chia nhỏ.`,
  too_many_changes: "Tệp có quá nhiều thay đổi cho một lần: chia nhỏ rồi gửi lại.",
  several_sheets: "Tệp có nhiều trang tính, tôi không biết lấy trang nào: để lại một trang rồi gửi lại.",
  merged_cells: "Tệp có ô gộp: bỏ gộp, mỗi ô một giá trị, rồi gửi lại.",
  not_fetched: "Không tải được tệp từ Telegram: gửi lại giúp tôi.",
};

/** @param where a line or a range of cells in the file */
export const problem = (what: keyof typeof PROBLEMS, where?: string): Reply =>
  say(
    ...(where === undefined ? [PROBLEMS[what]] : [PROBLEMS[what], `Chỗ vướng: ${where}.`]),
    NOTHING_CHANGED,
  );

export function wrongColumns({ missing, unknown, unnamed }: Extract<Columns, { kind: "wrong" }>): Reply {
  return say(
    ...(missing.length > 0 ? [`Thiếu cột: ${missing.join(", ")}.`] : []),
    ...(unknown.length > 0 ? [`Cột lạ hoặc lặp: ${unknown.slice(0, 8).map(short).join(", ")}.`] : []),
    ...(unnamed.length > 0
      ? [`Cột thứ ${unnamed.slice(0, 8).join(", ")} không có tên (ô gộp hoặc ô trống): mỗi cột một tên.`]
      : []),
    NOTHING_CHANGED,
  );
}
