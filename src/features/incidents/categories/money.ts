import type { IncidentCategory } from "../category.ts";
import { VNEID_WAY } from "../incidents-wording.ts";
import { SOURCES } from "../sources.ts";

const OFFICIAL =
  "(công an/công an phường/công an xã/cảnh sát/viện kiểm sát/tòa án/ngân hàng/cán bộ/nhân viên/điện lực/bảo hiểm xã hội/bảo hiểm/thuế/bưu điện/shipper/cơ quan)";

/** Money taken or asked for by deceit. */
export const MONEY: readonly IncidentCategory[] = [
  {
    id: "onlineScamInProgress",
    phrases: [
      `(gọi/gọi điện/nhắn/nhắn tin/video call) & (xưng/tự xưng/giả danh/giả làm/mạo danh/giả) (/là) ${OFFICIAL}`,
      `(xưng/tự xưng/giả danh/giả/mạo danh) (/là) ${OFFICIAL}`,
      "(gọi/nhắn/bảo/yêu cầu/đòi/bắt/xin/kêu) & (otp/mã xác nhận/mã xác thực/mật khẩu ngân hàng)",
      "(gọi/nhắn/bảo/yêu cầu/gửi) & (cài app/cài ứng dụng/tải app/tải ứng dụng/cài phần mềm/cài đặt ứng dụng/bấm vào link/nhấp vào link/bấm link/quét mã qr/cập nhật vneid/kích hoạt vneid)",
      `(gửi/nhận được) (/cho tôi/cho em) (lệnh bắt/giấy triệu tập/lệnh triệu tập)`,
      "(gọi/gọi điện/nhắn/báo) & (liên quan/dính) … (vụ án/rửa tiền/ma túy/đường dây)",
      "(gọi/nhắn/báo) & trúng thưởng",
      "con (tôi/em) (/đang) cấp cứu & (chuyển tiền/chuyển khoản)",
    ],
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
    phrases: [
      "(dọa/đe dọa/đòi/dọa sẽ) … (tung/đăng/phát tán/gửi) (/clip/ảnh/video/hình)",
      "(tung/phát tán/đăng) (/ảnh/clip/video) (nóng/nhạy cảm/riêng tư/clip/ảnh nóng)",
      "(bị/đang bị) tống tiền",
      "tống tiền",
    ],
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
    phrases: [
      "(tín dụng đen/cho vay nặng lãi/vay nặng lãi/lãi cắt cổ)",
      "(bị/cứ/bọn/chúng nó/đang/gọi) … (đòi nợ/siết nợ/xiết nợ)",
      "(vay app/vay qua app/app vay/vay tiền qua app/vay nóng) & (bị/gọi/làm phiền/khủng bố/bôi xấu/ghép ảnh/không trả/lãi)",
      "(quảng cáo/dán/phát tờ rơi) … (cho vay/bốc họ/bát họ)",
    ],
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
    phrases: [
      "(bị/vừa bị/mới bị/đã bị) (/bọn nó/chúng nó/nó/người ta/một người/đứa bạn) (/nó) (lừa/lừa đảo/lừa tiền/lừa mất/dụ)",
      "(bị/mới/vừa/đã) (hack/mất nick/mất tài khoản/chiếm tài khoản/mất zalo/mất facebook)",
      "(facebook/zalo/tài khoản/nick) … (bị) (hack/chiếm/đánh cắp/mất)",
      "(chuyển/chuyển khoản/gửi/nạp/cọc/đặt cọc) (/tiền/rồi/xong) & (bị chặn/chặn/không rút được/mất liên lạc/không giao hàng/không gửi hàng/biến mất/xóa nick/khóa máy/bị khóa/lừa)",
      "(làm nhiệm vụ/cộng tác viên online/việc nhẹ lương cao/đầu tư tiền ảo/sàn/đầu tư) & (mất/lừa/không rút được/chuyển)",
      "không rút được tiền",
      "(nó/họ/bọn nó/chúng nó/người/tụi nó) lừa (tôi/em/mình/mẹ/bố/ông/bà/vợ/chồng/chị/anh/bạn/con)",
      "(mất tiền/bị trừ tiền/mất sạch tiền) … (tài khoản/thẻ/ngân hàng)",
      "tài khoản … (bị trừ/mất) (/hết) tiền",
      "mua … (mạng/online/facebook/trực tuyến) & (không giao/không nhận được/hàng giả/bị lừa/chặn)",
    ],
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
    phrases: [
      "(lừa đảo/lừa tiền/lừa gạt/chiếm đoạt/giật hụi/vỡ hụi/vỡ họ/ôm tiền bỏ trốn)",
      "(vay/mượn) … (không trả/bỏ trốn/cắt liên lạc)",
      "(bán hàng giả/tiền giả/làm giả giấy tờ)",
    ],
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
