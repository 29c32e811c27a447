import type { IncidentCategory } from "../category.ts";
import { USUAL_CHANNELS, VNEID_WAY } from "../incidents-wording.ts";
import { SOURCES } from "../sources.ts";

const KIN = "(chồng/vợ/bố/mẹ/con trai/anh trai/bố chồng/mẹ chồng/chồng cũ/bạn trai)";

/** People hurt by people. */
export const FAMILY: readonly IncidentCategory[] = [
  {
    id: "domesticViolence",
    phrases: [
      `${KIN} … (đánh/đập/bạo hành/hành hạ/chửi mắng/nhốt/tát/bóp cổ/đuổi)`,
      `bị ${KIN} … (đánh/đập/bạo hành/hành hạ/chửi/đuổi/nhốt)`,
      "(đánh/đập/bạo hành/chửi) (vợ/chồng/vợ con/con cái/mẹ già/bố mẹ)",
      "bạo lực gia đình",
    ],
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
    phrases: [
      "(rủ/dụ/mời/giới thiệu/hứa/bảo/môi giới) & (việc nhẹ lương cao/sang trung quốc/sang campuchia/qua campuchia/ở campuchia/sang lào/sang myanmar/qua biên giới/lấy chồng trung quốc/xuất khẩu lao động chui)",
    ],
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
    phrases: [
      "bị … (đánh/hành hung/đâm/chém/đập/đe dọa/dọa/quấy rối/sàm sỡ)",
      "(đánh nhau/hành hung/ẩu đả/chém nhau/đánh người/đánh hội đồng)",
      "(đe dọa/dọa giết/dọa đánh/quấy rối)",
    ],
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
    phrases: [
      "(tai nạn/tai nạn giao thông/va chạm giao thông/va quẹt xe/quẹt xe/đâm xe/tông xe)",
      "(xe/ô tô/xe máy) … (tông/đâm/quẹt/va vào) (tôi/em/người/xe)",
      "(gây tai nạn/tông người) (/rồi) (bỏ chạy/bỏ trốn)",
    ],
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
