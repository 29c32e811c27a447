import type { IncidentAdvice } from "../incident-advice.ts";
import { USUAL_CHANNELS, VNEID_WAY } from "../incidents-wording.ts";
import { SOURCES } from "../sources.ts";

const BORDER = "Đồn Biên phòng hoặc Công an cấp xã gần nhất";

/** What neighbours see. */
export const COMMUNITY: readonly IncidentAdvice[] = [
  {
    id: "drugs",
    lead: "Không tự vào kiểm tra, không chụp ảnh ở gần, không chạm vào bơm kim tiêm hay gói lạ.",
    steps: [
      "Chỉ ghi lại những gì thấy từ chỗ an toàn; không bàn tán, không đăng mạng.",
      "Có người ngáo, cầm hung khí hoặc đe dọa: gọi ngay 113.",
    ],
    tell: `Công an cấp xã; đường dây nóng về ma túy 0769.04.04.04 (24/7, gọi, SMS hoặc Zalo); ${VNEID_WAY}.`,
    note: "xã/phường, vị trí; khung giờ; dấu hiệu quan sát được; xe, biển số nếu có.",
    sources: [SOURCES.drugs, SOURCES.vneid],
  },
  {
    id: "illegalCrossing",
    lead: "Không chặn, không đi theo. Đang xảy ra, có người bị ép hoặc hung khí: gọi ngay 113.",
    steps: [
      "Ghi nhớ từ chỗ an toàn: số người, xe, biển số, hướng đi.",
      "Có phụ nữ, trẻ em bị dụ dỗ, ép buộc: gọi 111, vì có thể là mua bán người.",
    ],
    tell: `${BORDER}; ${VNEID_WAY}.`,
    note: "vị trí, mốc gần nhất, thời gian, số người, phương tiện.",
    sources: [SOURCES.report, SOURCES.vneid],
  },
  {
    id: "smuggling",
    lead: "Không chặn xe, không đi theo, không vào nơi tập kết.",
    steps: ["Ghi nhớ từ chỗ an toàn: loại hàng, xe, biển số, giờ, hướng đi.", "Bị đe dọa: gọi ngay 113."],
    tell: `${BORDER}; ${VNEID_WAY}.`,
    note: "vị trí, thời gian, loại hàng, phương tiện, biển số.",
    sources: [SOURCES.report, SOURCES.vneid],
  },
  {
    id: "weaponsHandover",
    lead: "Không tháo, không lắp, không bắn thử. Bom, mìn, lựu đạn: không chạm vào, tránh xa và gọi ngay 113.",
    steps: [
      "Để nguyên chỗ an toàn, xa trẻ em và lửa; hỏi Công an cấp xã cách giao nộp.",
      "Không tự mang theo người ngoài đường khi chưa được hướng dẫn.",
    ],
    tell: `Công an cấp xã; ${VNEID_WAY}.`,
    note: "loại, số lượng, đang để ở đâu, tìm thấy lúc nào.",
    sources: [SOURCES.report],
  },
  {
    id: "fireworks",
    lead: "Không đối đầu, không tự vào thu giữ pháo. Nếu đang đốt hoặc có nguy cơ cháy nổ: gọi ngay 113 (cháy: 114).",
    steps: [
      "Đứng xa, đưa trẻ em tránh chỗ đốt, cất giữ pháo.",
      "Chỉ quay, chụp khi ở chỗ an toàn; không nhặt pháo chưa nổ.",
    ],
    tell: USUAL_CHANNELS,
    note: "địa chỉ, thời gian, tiếng nổ hay loại pháo; ảnh, video nếu có.",
    sources: [SOURCES.fireworks, SOURCES.vneid],
  },
  {
    id: "gambling",
    lead: "Không vào xem, không tự can thiệp.",
    steps: [
      "Chỉ ghi lại điều thấy từ chỗ an toàn: giờ tụ tập, số người, xe ra vào.",
      "Có đánh nhau, đe dọa: gọi ngay 113.",
    ],
    tell: USUAL_CHANNELS,
    note: "xã/phường, vị trí, khung giờ, hình thức, dấu hiệu quan sát được.",
    sources: [SOURCES.report, SOURCES.vneid],
  },
  {
    id: "fireHazard",
    lead: "Thấy khói, lửa hoặc mùi ga nồng: ra ngoài và gọi ngay 114.",
    steps: [
      "Nhắc chủ nhà, ban quản lý nếu an toàn; không tự tháo dỡ, không tranh cãi.",
      "Dây điện hở, đứt: tránh xa, báo ngành điện.",
    ],
    tell: USUAL_CHANNELS,
    note: "địa chỉ, nguy cơ nhìn thấy, ảnh, thời gian.",
    sources: [SOURCES.fire, SOURCES.vneid],
  },
  {
    id: "vice",
    lead: "Không vào kiểm tra, không tự can thiệp.",
    steps: [
      "Chỉ ghi lại dấu hiệu thấy từ chỗ an toàn.",
      "Có người bị ép buộc hoặc dưới 18 tuổi: gọi 111, đang nguy hiểm gọi 113.",
    ],
    tell: USUAL_CHANNELS,
    note: "vị trí, khung giờ, dấu hiệu quan sát được.",
    sources: [SOURCES.report, SOURCES.vneid],
  },
  {
    id: "whistleblowerComplaint",
    ownWay: true,
    lead: "Tố cáo cán bộ không làm được qua tin nhắn: cần đơn hoặc trình bày trực tiếp với cơ quan có thẩm quyền.",
    steps: [
      "Nêu rõ họ tên, nơi ở của mình; được giữ bí mật và có thể đề nghị bảo vệ.",
      "Viết trung thực việc gì, lúc nào, ở đâu, kèm tài liệu; không kết luận thay cơ quan có thẩm quyền.",
      "Nếu là dấu hiệu tội phạm, có thể tố giác với Cơ quan điều tra, Viện kiểm sát hoặc Công an cấp xã.",
    ],
    tell: "nơi tiếp công dân của UBND cấp xã, cấp tỉnh; với cán bộ công an: Trưởng Công an cấp xã hoặc Giám đốc Công an tỉnh.",
    note: "sự việc, thời gian, tài liệu, người biết việc.",
    sources: [SOURCES.complaint],
  },
  {
    id: "publicDisorder",
    lead: "Không tranh cãi, không đối đầu. Đang có đánh nhau, hung khí hoặc đe dọa: gọi ngay 113.",
    steps: [
      "Có thể nhờ trưởng thôn, tổ trưởng dân phố, Tổ bảo vệ an ninh, trật tự nhắc nhở.",
      "Ghi lại giờ giấc, số lần; quay từ nhà mình nếu an toàn.",
    ],
    tell: USUAL_CHANNELS,
    note: "địa chỉ, khung giờ, việc gì, đã nhắc nhở chưa.",
    sources: [SOURCES.vneid],
  },
];
