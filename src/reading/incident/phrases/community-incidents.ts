import type { IncidentPhrases } from "../incident.ts";

/** What neighbours see. */
export const COMMUNITY: readonly IncidentPhrases[] = [
  {
    id: "drugs",
    phrases: [
      "(chích hút/hút chích/chích choác/đập đá/chơi đá/bay lắc/phê thuốc/ngáo đá/hít ke/cắn thuốc/kẹo ke/hút cần/tiêm chích)",
      "(bán/buôn/mua bán/sử dụng/dùng/chơi/tàng trữ/tụ tập/trồng/giấu/nghiện/vận chuyển/giao dịch) … (ma túy/ma tuý/hàng trắng/heroin/hàng đá/thuốc phiện/cần sa/thuốc lắc/ketamin/kim tiêm)",
      "(kim tiêm/bơm kim tiêm/xi lanh) … (vứt/bừa/ngõ/đầy)",
      "(trồng) (/cây) (thuốc phiện/cần sa/anh túc)",
      "(ma túy/nghiện) & (tụ tập/xóm/ngõ/hàng xóm/con tôi/con em/gần nhà/đang/thanh niên)",
    ],
  },
  {
    id: "illegalCrossing",
    phrases: [
      "(vượt biên/nhập cảnh trái phép/xuất cảnh trái phép/nhập cảnh chui/đi chui/vượt biên chui/sang chui)",
      "(dẫn/đưa/chở/đón/giấu/chứa) … (người trung quốc/người nước ngoài/người lạ/khách) & (biên giới/đường mòn/qua biên/trái phép/chui/lối mở)",
      "(đường mòn/lối mở/biên giới) & (lén lút/đi qua/người lạ/dẫn người/nhóm người/đêm)",
      "(người trung quốc/người nước ngoài) & (ở chui/không khai báo/thuê nhà/lén lút)",
    ],
  },
  {
    id: "smuggling",
    phrases: [
      "(buôn lậu/hàng lậu/cửu vạn/hàng cấm/thuốc lá lậu/trốn thuế)",
      "(vận chuyển/chở/vác/tập kết/cất giấu/bán/giấu) … (hàng lậu/hàng cấm/lậu/thực phẩm bẩn/nội tạng thối/hàng giả/gà lậu/lợn lậu)",
    ],
  },
  {
    id: "weaponsHandover",
    phrases: [
      "giao nộp … (súng/vũ khí/đạn/dao/kiếm/công cụ hỗ trợ/mìn/thuốc nổ)",
      "(nhặt được/đào được/tìm thấy/phát hiện/có/còn giữ/giữ) (/một/1/khẩu/cũ/cây/mấy/hộp/quả) (súng/khẩu súng/viên đạn/súng săn/súng kíp/súng tự chế/thuốc nổ/kíp nổ)",
      "(tàng trữ/mua bán/chế tạo/bán/giấu) … (súng/vũ khí/thuốc nổ/mã tấu/đạn)",
    ],
  },
  {
    id: "fireworks",
    phrases: [
      "(đốt/bắn/nổ/thả) pháo",
      "(bán/buôn/mua/chở/tàng trữ/chế tạo/làm/tự chế/chế/giấu/vận chuyển) … pháo",
      "pháo (nổ/hoa nổ/lậu) … (ầm ầm/đêm/bán/cất)",
    ],
  },
  {
    id: "gambling",
    phrases: [
      "(đánh bạc/cờ bạc/đánh bài ăn tiền/sòng bạc/xóc đĩa/chọi gà ăn tiền/đá gà/tài xỉu/cá độ/sới bạc/ba cây ăn tiền/bầu cua ăn tiền)",
      "(ghi/đánh/bán/chơi) (/số) (lô đề/đề/lô)",
      "(tụ tập/suốt ngày/đêm nào/mở) … (đánh bài/sát phạt/chơi bài)",
    ],
  },
  {
    id: "fireHazard",
    phrases: [
      "(lối thoát hiểm/cửa thoát hiểm/lối thoát nạn) … (bị/chặn/khóa/bịt/để đồ)",
      "(chặn/khóa/bịt) … (lối thoát hiểm/cửa thoát hiểm/lối thoát nạn)",
      "(chứa/để/trữ/tích) … (xăng/bình ga/bình gas/hóa chất/chất cháy) & (nhà/chung cư/gần/nguy hiểm/trọ)",
      "(dây điện/tủ điện/ổ điện) … (lòng thòng/hở/chập chờn/quá tải/tóe lửa)",
      "(không có/thiếu) bình chữa cháy",
      "(đốt rác/đốt rơm/đốt nương/đốt rừng/đốt rẫy) ",
      "không đảm bảo (/an toàn) (phòng cháy/pccc)",
    ],
  },
  {
    id: "vice",
    phrases: ["(mại dâm/bán dâm/mua dâm/chứa gái/gái gọi/kích dục/massage kích dục)"],
  },
  {
    id: "whistleblowerComplaint",
    phrases: [
      "(muốn/cần/xin/định/đơn) tố cáo",
      "(tố cáo) (ông/bà/anh/cán bộ/chủ tịch/trưởng thôn/công an/lãnh đạo/thằng)",
      "(trưởng thôn/chủ tịch/cán bộ/bí thư/công an) … (ăn chặn/tham ô/tham nhũng/vòi tiền/nhận hối lộ/sách nhiễu/hạch sách/tham tiền/ăn hối lộ)",
    ],
  },
  {
    id: "publicDisorder",
    phrases: [
      "(karaoke/loa kéo/hát hò/mở nhạc/nhạc to/loa thùng/ồn ào/nẹt pô/la hét/bật loa)",
      "(đua xe/bốc đầu/lạng lách/càn quấy/gây rối/quậy phá/phá phách/gây gổ/chửi bới/say rượu/nhậu nhẹt/chửi nhau/cãi nhau)",
      "(đổ rác/vứt rác/đổ phế thải/lấn chiếm/lấn đất/chặn đường/tranh chấp) ",
      "(thanh niên/nhóm/bọn) … (tụ tập/quậy/gây rối/hò hét)",
      "(ném đá/đập phá/phá hoại) … (nhà/xe/cột/đèn/tàu/camera)",
      "(chó thả rông/thả chó/chó cắn)",
    ],
  },
];
