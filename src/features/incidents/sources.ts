import type { AdviceSource } from "./incident-advice.ts";

/** What the advice rests on. */
export const SOURCES = {
  report: { text: "Bộ luật Tố tụng hình sự 2015, Điều 144–146 (tiếp nhận tố giác, tin báo)" },
  vneid: {
    text: "Hướng dẫn mục “Kiến nghị, phản ánh về ANTT” trên VNeID",
    url: "https://cafef.vn/cong-an-thong-bao-toi-nguoi-dan-nhan-duoc-tin-nhan-sms-co-noi-dung-sau-188260216191047562.chn",
  },
  drugs: {
    text: "Đường dây nóng của Cục Cảnh sát điều tra tội phạm về ma túy (C04), từ 10/10/2025",
    url: "https://baogialai.com.vn/duong-day-nong-tiep-nhan-phan-anh-to-giac-ve-toi-pham-va-te-nan-ma-tuy-post568959.html",
  },
  afterScam: {
    text: "Việc cần làm sau khi bị lừa chuyển tiền qua mạng",
    url: "https://binhphuoc.gov.vn/vi/stttt/tuyen-truyen-ve-an-toan-thong-tin/5-dieu-can-lam-sau-khi-bi-lua-chuyen-tien-qua-mang-2529.html",
  },
  fakePolice: {
    text: "Cảnh báo 24 chiêu lừa đảo: công an không lấy lời khai qua điện thoại",
    url: "https://soha.vn/cong-an-canh-bao-24-chieu-lua-dao-tinh-vi-dang-hoanh-hanh-chi-can-lo-la-1-giay-la-bay-sach-tien-198251028143023177.htm",
  },
  domesticViolence: {
    text: "Luật Phòng, chống bạo lực gia đình 13/2022/QH15, Điều 19",
    url: "https://danviet.vn/print-20230319093007159.htm",
  },
  fireworks: {
    text: "Nghị định 137/2020/NĐ-CP về quản lý, sử dụng pháo",
    url: "https://thuvienphapluat.vn/tintuc/vn/ho-tro-phap-luat/tu-van-phap-luat/78746/Dot-phao-trai-phep-dip-Tet-Am-lich-2025-bi-phat-bao-nhieu",
  },
  complaint: {
    text: "Luật Tố cáo 25/2018/QH14, Điều 9",
    url: "https://stp.thuathienhue.gov.vn/?cn=351&gd=10&tc=9419",
  },
  fire: {
    text: "Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ (29/11/2024)",
    url: "https://nhansu.vn/van-ban-phap-luat/Nghi-dinh-106-2025-ND-CP-xu-phat-vi-pham-hanh-chinh-linh-vuc-phong-chay-chua-chay-657421.html",
  },
} as const satisfies Record<string, AdviceSource>;
