import type { BoundaryRule } from "../boundary.ts";

/** Other people's business: health, homework, fortune, love. */
export const ELSEWHERE_RULES: readonly BoundaryRule[] = [
  {
    id: "crude",
    afterIncident: true,
    unless: ["(đăng/tung/dọa/quấy rối/phát tán/ép/bị/bắt ép/tống tiền/xâm hại/trẻ em/cưỡng)"],
    phrases: [
      "(gửi/cho/xem/xin) … (ảnh nóng/ảnh sex/ảnh sexy/ảnh khỏa thân/ảnh gợi cảm/ảnh hở/clip nóng/phim sex)",
      "(chịch/làm tình/quan hệ/ngủ với/lên giường/cởi đồ/cởi áo) (/với) (anh/em/tao/đi/nhau/tôi)",
      "(cho anh/anh muốn/tao muốn/em cho) (ôm/hôn/sờ/thơm/yêu)",
      "(bạn/em/bot/mày) (xinh/đẹp/ngon/dễ thương) (thế/quá/vậy)",
      "(bạn/em/bot/mày) … (làm người yêu/yêu anh/yêu tôi/cưới anh/lấy anh)",
      "em có người yêu (chưa/không)",
    ],
  },
  {
    id: "medical",
    afterIncident: true,
    unless: ["(ma túy/thuốc nổ/thuốc lắc/thuốc lá/phạt/tố giác/buôn)"],
    phrases: [
      "(uống/dùng/bôi/xịt) … (thuốc gì/thuốc nào/mấy viên/gì cho khỏi/thế nào/sao/viên/hạ sốt)",
      "(đau bụng/đau đầu/đau răng/đau lưng/nổi mẩn/nổi mụn/viêm họng/mất ngủ/cảm cúm/ho khan/tiêu chảy/dị ứng/huyết áp) … (uống/bôi/thuốc/khỏi/làm sao/chữa)",
      "(ho/sốt/cảm/đờm/viêm/đau/ngứa) … (uống/bôi) (/thuốc/siro/lá/kháng sinh) (gì/nào)",
      "(thuốc tránh thai/kháng sinh/siro/bệnh gì/khám bệnh/chữa bệnh/thuốc gì/triệu chứng của bệnh)",
    ],
  },
  {
    id: "offTopic",
    afterIncident: true,
    unless: ["(phạt/cá độ/đánh bạc/tố giác/tố cáo/lừa/trộm/công an/an ninh/báo tin)"],
    phrases: [
      "(bằng mấy/về con gì)",
      "(xổ số/kqxs/con gì về/đánh con gì/soi cầu/vietlott/số đề hôm nay/lô đề hôm nay/ba càng/đề về con/lô về con/con đề/cầu lô/lô gì/đề gì)",
      "(thời tiết/dự báo mưa/trời có mưa/có mưa không/nhiệt độ hôm nay/mấy độ)",
      "(công thức/cách/hướng dẫn) (nấu/làm) (/món) (ăn/phở/bún/bánh/canh/cơm/gà/cá/thịt/món/khâu nhục/vịt)",
      "(nấu món/món gì ngon/ăn gì/quán nào ngon/quán ăn ngon)",
      "(viết/sửa/code/lập trình/debug/làm) … (python/javascript/java/html/code/hàm/chương trình/website/web/sql/php/phần mềm)",
      "dịch … (tiếng anh/tiếng trung/tiếng hàn/tiếng nhật/tiếng việt/tiếng pháp)",
      "(bóng đá/đá bóng/đá banh/tỷ số/ngoại hạng/world cup/v league/cúp c1/đội tuyển/manchester/kèo)",
      "(usd/đô la/nhân dân tệ/đô) … (bằng bao nhiêu/tiền việt/đổi ra)",
      "(lời bài hát/bài rap/karaoke bài)",
      "(giá vàng/giá xăng/chứng khoán/bitcoin/giá đô/tỷ giá/giá đất)",
      "(tử vi/xem bói/bói bài/cung hoàng đạo/phong thủy/xem ngày/giải mộng/mơ thấy/xem tướng)",
      "tuổi (tý/sửu/dần/mão/thìn/tỵ/ngọ/mùi/thân/dậu/tuất/hợi) … (năm nay/hợp/làm ăn/hạn/sao)",
      "(kể chuyện cười/kể chuyện/truyện cười/hát một bài/hát đi/hát cho/làm thơ/viết thơ/làm bài thơ/viết bài hát)",
      "(giải/làm/viết/soạn) (/bài/giúp bài/hộ/giúp/hộ con/giúp con/cho con) (toán/phương trình/bài tập/văn/bài văn/bài toán/bài luận/tiếng anh/luận văn/tiểu luận)",
      "(bài văn/văn) (tả/nghị luận/kể về)",
      "(người yêu/yêu tôi/yêu em/thất tình/hẹn hò/tán gái/tán trai)",
      "(vé tàu/vé xe/vé máy bay/đặt phòng/khách sạn nào/phim hay/bài hát)",
    ],
  },
];
