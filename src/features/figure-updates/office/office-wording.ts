/** Why a cell or a row of an office's table is refused, and how to mend it. */
export const WHY = {
  error: "ô báo lỗi của Excel (#REF!, #N/A…): sửa công thức hoặc ghi số",
  isDay: "Excel đã đổi ô này thành ngày tháng: định dạng lại là số rồi ghi lại",
  noResult: "ô công thức chưa có kết quả: mở bằng Excel, lưu lại, hoặc ghi số",
  empty: "để trống: ghi số, hoặc xoá dòng này",
  notNumber: (raw: string) => `“${cut(raw)}” không phải số: ghi 1686 hoặc 1.686`,
  either: (raw: string) => {
    const [whole = "", rest = ""] = raw.trim().split(/[.,]/u);
    return `“${cut(raw)}” đọc được hai cách: ghi ${whole}${rest}, hoặc ${whole},${rest}0 nếu là số lẻ`;
  },
  notWhole: (raw: string) => `“${cut(raw)}” phải là số nguyên, như 1686 hoặc 1.686`,
  negative: (raw: string) => `“${cut(raw)}” là số âm: kiểm tra lại`,
  merged: "ô gộp: bỏ gộp, mỗi dòng một số",
  hidden: "ô có ký tự ẩn: gõ lại ô này",
  formula: (sign: string) => `ô bắt đầu bằng “${sign}” như một công thức: bỏ dấu đó`,
  noPlace: (name: string) =>
    `không có “${cut(name)}” trong danh sách xã, phường của tỉnh: kiểm tra tên (sheet “Giá trị được dùng” của mẫu)`,
  noUnitType: (name: string) =>
    `chưa có loại đơn vị “${cut(name)}”: dùng tên trong mẫu, như khu dân cư, xã, cơ quan`,
  noIndicator: (name: string) => `chưa có chỉ tiêu “${cut(name)}”: dùng tên trong mẫu (/capnhat mau)`,
  noLabel: (name: string) =>
    `“${cut(name)}” không phải tên xã, loại đơn vị hay chỉ tiêu nào tôi biết: sửa tên như trong mẫu (/capnhat mau)`,
  whichIndicator: "chưa rõ đây là chỉ tiêu nào: thêm cột “Chỉ tiêu” (tên như trong mẫu /capnhat mau)",
  whichUnits: "chưa rõ đếm gì (khu dân cư, xã, cơ quan…): ghi vào tên cột hoặc thêm cột “Loại đơn vị”",
  whichPeriod: "chưa rõ năm nào: ghi năm vào tiêu đề bảng, hoặc thêm cột “Năm”",
  badPeriod: (said: string) =>
    `“${cut(said)}” không phải một kỳ: ghi bốn chữ số của năm, hoặc như quý I, tháng 4 kèm năm`,
  badDay: (said: string) =>
    `“${cut(said)}” không phải ngày: ghi ngày/tháng/năm, như 31/12 và bốn chữ số của năm`,
  badAudience: (said: string) => `“${cut(said)}”: ghi “công khai” hoặc “nội bộ”`,
  badApproximate: (said: string) => `“${cut(said)}”: ghi trên, khoảng, gần, ít nhất, hoặc để trống`,
  moreThanAll: (met: string, all: string) =>
    `số đạt ${met} lớn hơn tổng số ${all} (trên 100%): kiểm tra, có thể hai cột đổi chỗ`,
  onlyShare: "chỉ có tỷ lệ: ghi thêm số đạt và tổng số được xét",
  partsDiffer: (met: string, missing: string, all: string) =>
    `đạt ${met} cộng chưa đạt ${missing} khác tổng số ${all}`,
  twice: (line: number) => `lặp lại dòng ${line}: cùng nơi, cùng chỉ tiêu, cùng kỳ`,
} as const;

const cut = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text.trim());
