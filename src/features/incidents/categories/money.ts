import type { IncidentAdvice } from "../incident-advice.ts";
import { VNEID_WAY } from "../incidents-wording.ts";
import { SOURCES } from "../sources.ts";

/** Money taken or asked for by deceit. */
export const MONEY: readonly IncidentAdvice[] = [
  {
    id: "onlineScamInProgress",
    lead: "Dấu hiệu lừa đảo. Tắt máy ngay: không đọc OTP, không cài ứng dụng, không bấm đường dẫn, không chuyển tiền.",
    steps: [
      "Công an, Viện kiểm sát, Tòa án không lấy lời khai hay đòi tiền qua điện thoại, không gửi lệnh bắt qua Zalo, Facebook.",
      "Nếu đã đưa mã, đã cài hoặc đã chuyển tiền: gọi ngay ngân hàng của mình để khóa tài khoản, ngắt mạng điện thoại.",
      "Muốn xác minh: tự gọi 113 hoặc đến Công an cấp xã, không gọi lại số vừa gọi đến.",
    ],
    tell: `Công an cấp xã hoặc 113; ${VNEID_WAY}.`,
    note: "số gọi đến, tên họ tự xưng, đường dẫn, ảnh chụp; đã cài hay đưa mã chưa, đã mất tiền chưa.",
    sources: [SOURCES.fakePolice, SOURCES.vneid],
  },
  {
    id: "blackmail",
    lead: "Không chuyển tiền, không gửi thêm ảnh hay thông tin. Đây không phải lỗi của anh/chị.",
    steps: [
      "Chụp lại tin nhắn, tài khoản, số tài khoản nhận tiền; chưa xóa cuộc trò chuyện.",
      "Ngừng trả lời, khóa bạn bè và thông tin riêng trên mạng; đổi mật khẩu.",
      "Kể với một người tin cậy. Nếu bị đe dọa tính mạng: gọi 113. Dưới 18 tuổi: gọi 111.",
    ],
    tell: `Công an cấp xã; ${VNEID_WAY}.`,
    note: "tài khoản, số điện thoại bên kia; thời gian; nội dung đe dọa; số tiền bị đòi.",
    sources: [SOURCES.report, SOURCES.vneid],
  },
  {
    id: "loanShark",
    lead: "Ưu tiên an toàn, giữ bằng chứng. Bị đe dọa hoặc họ đang ở cửa: gọi ngay 113.",
    steps: [
      "Không hẹn gặp riêng, không ký giấy tờ mới, không vay chỗ khác để trả.",
      "Giữ tin nhắn, ghi âm, hình ảnh, hợp đồng, lịch sử chuyển khoản.",
      "Nói với người thân để không đối mặt một mình.",
    ],
    tell: `Công an cấp xã; ${VNEID_WAY}.`,
    note: "bên cho vay hoặc ứng dụng, số tiền vay và đã trả, lãi, số tài khoản, số gọi đến, nội dung đe dọa.",
    sources: [SOURCES.report, SOURCES.vneid],
  },
  {
    id: "onlineScam",
    lead: "Dừng chuyển thêm tiền ngay, rồi gọi ngân hàng của mình đề nghị chặn giao dịch.",
    steps: [
      "Giữ bằng chứng: tin nhắn, số điện thoại, tài khoản nhận, biên lai, tên nhóm, đường dẫn, ảnh chụp.",
      "Trình báo công an sớm; những giờ đầu rất quan trọng. Đổi mật khẩu nếu đã bấm đường dẫn lạ.",
      "Cảnh giác dịch vụ “lấy lại tiền”: thường là lừa lần nữa. Không đưa OTP, mật khẩu cho ai.",
    ],
    tell: `ngân hàng của mình; Công an cấp xã; ${VNEID_WAY}.`,
    note: "thời điểm, số tiền, tài khoản nhận và ngân hàng, cách họ liên lạc.",
    sources: [SOURCES.afterScam, SOURCES.report],
  },
  {
    id: "fraud",
    lead: "Dừng giao tiền, tài sản; giữ nguyên giấy tờ và bằng chứng.",
    steps: [
      "Giữ hợp đồng, giấy vay, biên lai, tin nhắn, ghi âm; ghi tên người biết việc.",
      "Đã chuyển khoản: gọi ngân hàng của mình đề nghị chặn giao dịch.",
      "Cảnh giác người hứa “lấy lại tiền” có thu phí.",
    ],
    tell: `Công an cấp xã; ${VNEID_WAY}.`,
    note: "ai, việc gì, lúc nào, số tiền, tài khoản, giấy tờ đang có.",
    sources: [SOURCES.report, SOURCES.vneid],
  },
];
