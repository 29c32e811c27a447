import type { IncidentPhrases } from "../incident.ts";

const KIN = "(chồng/vợ/bố/mẹ/con trai/anh trai/bố chồng/mẹ chồng/chồng cũ/bạn trai)";

/** People hurt by people. */
export const FAMILY: readonly IncidentPhrases[] = [
  {
    id: "domesticViolence",
    phrases: [
      `${KIN} … (đánh/đập/bạo hành/hành hạ/chửi mắng/nhốt/tát/bóp cổ/đuổi)`,
      `bị ${KIN} … (đánh/đập/bạo hành/hành hạ/chửi/đuổi/nhốt)`,
      "(đánh/đập/bạo hành/chửi) (vợ/chồng/vợ con/con cái/mẹ già/bố mẹ)",
      "bạo lực gia đình",
    ],
  },
  {
    id: "humanTrafficking",
    phrases: [
      "(rủ/dụ/mời/giới thiệu/hứa/bảo/môi giới) & (việc nhẹ lương cao/sang trung quốc/sang campuchia/qua campuchia/ở campuchia/sang lào/sang myanmar/qua biên giới/lấy chồng trung quốc/xuất khẩu lao động chui)",
    ],
  },
  {
    id: "assault",
    phrases: [
      "bị … (đánh/hành hung/đâm/chém/đập/đe dọa/dọa/quấy rối/sàm sỡ)",
      "(đánh nhau/hành hung/ẩu đả/chém nhau/đánh người/đánh hội đồng)",
      "(đe dọa/dọa giết/dọa đánh/quấy rối)",
    ],
  },
  {
    id: "trafficAccident",
    phrases: [
      "(tai nạn/tai nạn giao thông/va chạm giao thông/va quẹt xe/quẹt xe/đâm xe/tông xe)",
      "(xe/ô tô/xe máy) … (tông/đâm/quẹt/va vào) (tôi/em/người/xe)",
      "(gây tai nạn/tông người) (/rồi) (bỏ chạy/bỏ trốn)",
    ],
  },
];
