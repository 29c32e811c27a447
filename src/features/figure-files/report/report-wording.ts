/** The words of the page for a conference. Numbers come in as text. */
export const REPORT = {
  title: "KẾT QUẢ PHONG TRÀO TOÀN DÂN BẢO VỆ AN NINH TỔ QUỐC",
  subtitle: (period: string, place: string) => `${period}, ${place}`,
  standard: "Kết quả đạt tiêu chuẩn “An toàn về an ninh, trật tự”",
  standardHead: ["TT", "Loại đơn vị", "Được xét", "Đạt", "Chưa đạt", "Tỷ lệ", ""],
  total: "Cộng",
  notStated: "không nêu",
  others: "Các kết quả khác",
  notes: "Lưu ý",
  sources: "Nguồn số liệu",
  /** What didn't fit on the page. */
  more: (rows: number) => `Còn ${rows} số liệu khác: xem bảng Excel (lệnh /xuat).`,
  foot: (moment: string) =>
    `Trợ lý 138 lập lúc ${moment} từ kho số liệu có nguồn; không thay văn bản đã ban hành.`,
  subject: "Số liệu phong trào Toàn dân bảo vệ an ninh Tổ quốc",
  author: "Trợ lý 138",
} as const;
