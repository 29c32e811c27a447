import type { IncidentPhrases } from "../incident.ts";

const OFFICIAL =
  "(công an/công an phường/công an xã/cảnh sát/viện kiểm sát/tòa án/ngân hàng/cán bộ/nhân viên/điện lực/bảo hiểm xã hội/bảo hiểm/thuế/bưu điện/shipper/cơ quan)";

/** Money taken or asked for by deceit. */
export const MONEY: readonly IncidentPhrases[] = [
  {
    id: "onlineScamInProgress",
    phrases: [
      `(gọi/gọi điện/nhắn/nhắn tin/video call) & (xưng/tự xưng/giả danh/giả làm/mạo danh/giả) (/là) ${OFFICIAL}`,
      `(xưng/tự xưng/giả danh/giả làm/giả/mạo danh) (/là) ${OFFICIAL}`,
      "(gọi/nhắn/bảo/yêu cầu/đòi/bắt/xin/kêu) & (otp/mã xác nhận/mã xác thực/mật khẩu ngân hàng)",
      "(gọi/nhắn/bảo/yêu cầu/gửi) & (cài app/cài ứng dụng/tải app/tải ứng dụng/cài phần mềm/cài đặt ứng dụng/bấm vào link/nhấp vào link/bấm link/quét mã qr/cập nhật vneid/kích hoạt vneid)",
      `(gửi/nhận được) (/cho tôi/cho em) (lệnh bắt/giấy triệu tập/lệnh triệu tập)`,
      "(gọi/gọi điện/nhắn/báo) & (liên quan/dính) … (vụ án/rửa tiền/ma túy/đường dây)",
      "(gọi/nhắn/báo) & trúng thưởng",
      "con (tôi/em) (/đang) cấp cứu & (chuyển tiền/chuyển khoản)",
    ],
  },
  {
    id: "blackmail",
    phrases: [
      "(dọa/đe dọa/đòi/dọa sẽ) … (tung/đăng/phát tán/gửi) (/clip/ảnh/video/hình)",
      "(tung/phát tán/đăng) (/ảnh/clip/video) (nóng/nhạy cảm/riêng tư/clip/ảnh nóng)",
      "(bị/đang bị) tống tiền",
      "tống tiền",
    ],
  },
  {
    id: "loanShark",
    phrases: [
      "(tín dụng đen/cho vay nặng lãi/vay nặng lãi/lãi cắt cổ)",
      "(bị/cứ/bọn/chúng nó/đang/gọi) … (đòi nợ/siết nợ/xiết nợ)",
      "(vay app/vay qua app/app vay/vay tiền qua app/vay nóng) & (bị/gọi/làm phiền/khủng bố/bôi xấu/ghép ảnh/không trả/lãi)",
      "(quảng cáo/dán/phát tờ rơi) … (cho vay/bốc họ/bát họ)",
    ],
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
  },
  {
    id: "fraud",
    phrases: [
      "(lừa đảo/lừa tiền/lừa gạt/chiếm đoạt/giật hụi/vỡ hụi/vỡ họ/ôm tiền bỏ trốn)",
      "(vay/mượn) … (không trả/bỏ trốn/cắt liên lạc)",
      "(bán hàng giả/tiền giả/làm giả giấy tờ)",
    ],
  },
];
