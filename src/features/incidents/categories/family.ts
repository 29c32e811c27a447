import type { IncidentAdvice } from "../incident-advice.ts";
import { USUAL_CHANNELS, VNEID_WAY } from "../incidents-wording.ts";
import { SOURCES } from "../sources.ts";

/** People hurt by people. */
export const FAMILY: readonly IncidentAdvice[] = [
  {
    id: "domesticViolence",
    lead: "Nếu đang bị đánh hoặc bị đe dọa: gọi ngay 113. Có trẻ em bị hại: gọi 111.",
    steps: [
      "Người bị đánh không có lỗi và không phải chịu đựng. Chọn sẵn chỗ lánh an toàn, người giúp, giấy tờ cần mang theo.",
      "Giữ ảnh vết thương, giấy khám, tin nhắn đe dọa. Bị thương: gọi 115.",
    ],
    tell: "UBND cấp xã, Công an hoặc Đồn Biên phòng gần nhất; trưởng thôn, tổ trưởng dân phố, Hội Phụ nữ; đường dây Ngôi nhà Bình yên 1900 96 96 80.",
    note: "nơi ở, ai bị, thường vào lúc nào, có trẻ em hay hung khí không.",
    sources: [
      SOURCES.domesticViolence,
      {
        text: "Đường dây Ngôi nhà Bình yên (Hội Liên hiệp Phụ nữ Việt Nam)",
        url: "https://thoidai.com.vn/un-women-tai-tro-15-ty-dong-trang-thiet-bi-tang-cac-dia-chi-ho-tro-phu-nu-tre-em-133704.html",
      },
    ],
  },
  {
    id: "humanTrafficking",
    lead: "Chưa đi, chưa đưa giấy tờ, chưa nhận tiền ứng trước: đây có thể là thủ đoạn mua bán người.",
    steps: [
      "Hỏi người thân, Công an cấp xã trước khi trả lời; không đi một mình qua biên giới.",
      "Giữ tin nhắn, tài khoản, số điện thoại của người rủ.",
      "Bị ép đi, bị giữ: gọi 111 (miễn phí 24/24) hoặc 113.",
    ],
    tell: "111; Đồn Biên phòng hoặc Công an cấp xã gần nhất.",
    note: "ai rủ, qua kênh nào, hứa gì, hẹn đi lúc nào, tuyến đường.",
    sources: [
      {
        text: "111: tổng đài quốc gia phòng, chống mua bán người (Nghị định 162/2025/NĐ-CP)",
        url: "https://plo.vn/chinh-phu-phat-tin-nhan-tich-cuc-tham-gia-phong-chong-mua-ban-nguoi-post863158.html",
      },
    ],
  },
  {
    id: "assault",
    lead: "Bị thương: gọi 115. Nếu họ còn ở gần hoặc đe dọa tiếp: gọi ngay 113.",
    steps: [
      "Đến chỗ an toàn, có người; không quay lại đối chất.",
      "Khám và giữ giấy khám, ảnh vết thương, tin nhắn, camera, tên người làm chứng.",
    ],
    tell: USUAL_CHANNELS,
    note: "nơi, thời gian, chuyện xảy ra, mấy người, đặc điểm, có hung khí không.",
    sources: [SOURCES.report, SOURCES.vneid],
  },
  {
    id: "trafficAccident",
    lead: "Có người bị thương: gọi 115, rồi 113. Có cháy, rò xăng: gọi 114.",
    steps: [
      "Giữ nguyên hiện trường nếu an toàn; chụp ảnh vị trí xe, đường, biển số.",
      "Không cãi vã, không đuổi theo xe bỏ chạy; ghi biển số, hướng đi, xin số người làm chứng.",
    ],
    tell: `Công an cấp xã nơi xảy ra hoặc 113; ${VNEID_WAY}.`,
    note: "đường, km, mốc, thời gian, số người bị thương, biển số các xe.",
    sources: [SOURCES.report],
  },
];
