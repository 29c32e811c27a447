import type { Piece } from "./docx.ts";
import type { Printed } from "./pdf.ts";

/** An invented directive of an invented programme: no such paper exists. */
export const BODY: readonly string[] = [
  "Thời gian qua, mô hình “Bến xe tự quản” trên địa bàn đã có kết quả bước đầu. Để mô hình đi vào nền nếp, Ủy ban nhân dân tỉnh Ba Khe yêu cầu:",
  "1. Công an cấp xã hướng dẫn chủ bến xe lập sổ theo dõi khách gửi hàng qua đêm; mỗi tuần kiểm tra sổ ít nhất 02 lần vào thứ Ba và thứ Sáu.",
  "2. Chủ bến xe lắp đủ 04 đèn chiếu sáng ở cổng và bố trí người trực từ 21 giờ đến 05 giờ sáng hôm sau.",
  "3. Chế độ báo cáo: Công an cấp xã gửi báo cáo kết quả mô hình trước ngày 25 hằng tháng về Phòng Xây dựng phong trào.",
  "4. Chỉ thị này có hiệu lực kể từ ngày 15 tháng 10 năm 2026.",
];

export const DIRECTIVE: readonly Piece[] = [
  [
    ["ỦY BAN NHÂN DÂN\nTỈNH BA KHE", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"],
    ["Số: 88/CT-UBND", "Ba Khe, ngày 05 tháng 10 năm 2026"],
  ],
  "**CHỈ THỊ",
  "**Về việc nhân rộng mô hình “Bến xe tự quản”",
  ...BODY,
  "Nơi nhận:",
  "- Công an các xã;",
  "CHỦ TỊCH",
  "Lò Văn Thử",
];

export const DIRECTIVE_PAGE: readonly (string | Printed)[] = [
  { text: "Về việc nhân rộng mô hình “Bến xe tự quản”", y: 0, bold: true },
  ...BODY,
];

/** The letterhead in two columns, as it is printed. */
export const LETTERHEAD: readonly Printed[] = [
  { text: "ỦY BAN NHÂN DÂN", x: 60, y: 40, bold: true },
  { text: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", x: 280, y: 40, bold: true },
  { text: "TỈNH BA KHE", x: 60, y: 56, bold: true },
  { text: "Độc lập - Tự do - Hạnh phúc", x: 280, y: 56, bold: true },
  { text: "Số: 88/CT-UBND", x: 60, y: 72 },
  { text: "Ba Khe, ngày 05 tháng 10 năm 2026", x: 280, y: 72 },
  { text: "CHỈ THỊ", x: 260, y: 100, bold: true },
];
