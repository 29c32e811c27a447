import type { IncidentAdvice } from "../incident-advice.ts";
import { USUAL_CHANNELS, VNEID_WAY } from "../incidents-wording.ts";
import { SOURCES } from "../sources.ts";

/** Things taken or lost, strangers about. */
export const PROPERTY: readonly IncidentAdvice[] = [
  {
    id: "theft",
    lead: "Giữ nguyên hiện trường, kiểm tra nhà đã an toàn chưa. Nếu kẻ gian còn ở gần: ra chỗ an toàn, gọi ngay 113.",
    steps: [
      "Không dọn dẹp, không chạm vào cửa, khóa, chỗ bị lục; chụp ảnh, giữ camera.",
      "Mất thẻ, điện thoại: khóa thẻ ngân hàng, khóa SIM, đổi mật khẩu. Không đuổi theo.",
    ],
    tell: USUAL_CHANNELS,
    note: "mất gì, ở đâu, phát hiện lúc nào, giấy tờ, số khung, biển số, dấu vết, camera quanh đó.",
    sources: [SOURCES.report, SOURCES.vneid],
  },
  {
    id: "lostProperty",
    lead: "Khóa thẻ ngân hàng và SIM trước nếu bị mất; nhặt được thì giữ nguyên, không đưa cho người tự nhận.",
    steps: ["Hỏi lại nơi vừa đi qua, trưởng thôn, camera gần đó.", "Không đăng ảnh giấy tờ lên mạng."],
    tell: `Công an cấp xã; ${VNEID_WAY}.`,
    note: "vật gì, đặc điểm, nơi và lúc rơi hoặc nhặt được.",
    sources: [SOURCES.vneid],
  },
  {
    id: "suspiciousPerson",
    lead: "Không lại gần, không tra hỏi, không giữ người. Thấy cạy cửa, theo dõi trẻ em hoặc hung khí: gọi ngay 113.",
    steps: [
      "Khóa cửa, báo hàng xóm, trưởng thôn hoặc Tổ bảo vệ an ninh, trật tự.",
      "Nhớ đặc điểm, quần áo, xe, biển số từ chỗ an toàn. Lạ mặt chưa phải là phạm tội.",
    ],
    tell: USUAL_CHANNELS,
    note: "vị trí, thời gian, mấy người, đặc điểm, xe, hướng đi.",
    sources: [SOURCES.vneid],
  },
];
