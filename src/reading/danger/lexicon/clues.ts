import type { EmergencyNumber } from "../danger.ts";

/** Words that show of themselves what is going on; none of them alone is a danger. Syntax of `PatternBook`. */
export const CLUES: readonly { readonly number: EmergencyNumber; readonly words: readonly string[] }[] = [
  {
    number: "113",
    words: [
      "(bịt mặt/trùm đầu/lạ mặt/người lạ/kẻ lạ/thằng lạ/côn đồ/giang hồ/xã hội đen/bọn cướp/ăn cướp/kẻ trộm)",
      "(cầm/vác/xách/lấy/rút/dí/kề/giơ/chĩa/vung/giấu/mang/bằng) (/con/cây/cái/theo) (dao/súng/mã tấu/kiếm/rìu/búa/gậy/tuýp sắt/kim tiêm)",
      "(dao kề/súng vào/nổ súng/bom/lựu đạn/mìn)",
      "(trói/bịt miệng/bịt mắt/khóa trái/nhốt/giam/bắt cóc/tống tiền/chuộc)",
      "(xông vào/ập vào/phá cửa/đập cửa/đạp cửa/cạy cửa/cậy cửa/bẻ khóa/leo tường/trèo tường/trèo vào/đột nhập/lục đồ)",
      "(bám theo/bám sát/bám đuôi/đi theo sau/theo sau/rình/rình rập/núp/chặn đường/chặn đầu/vây/bao vây/rượt)",
      "(bóp cổ/siết cổ/đâm/chém/xiên/túm tóc/nắm tóc/đấm đá/đánh đập/đánh nhau/hành hung/giằng/giật túi/giật điện thoại/cướp)",
      "bị (/nó/chồng/bố/người ta/họ/mấy đứa/mấy thằng/bọn nó) (đánh/đập/chém/đâm/cướp/nhốt/trói/dọa/hiếp/sàm sỡ)",
      "(dọa/đòi/định) (/sẽ) (giết/chém/đâm/đốt/đánh/xử/thiêu)",
      "(giết/đốt nhà/tạt axit/tẩm xăng/đổ xăng)",
      "(ném/chọi/quăng/chọi) (đá/gạch/chai)",
      "(chạy/lao/lôi/kéo/đẩy/bắt/ép) (/lên/em/cháu/tôi/con) (lên xe/lên ô tô/lên oto/vào xe/vào rừng/vào bụi)",
      "(ngáo/phê đá/lên đồng thuốc)",
      "(cởi quần/cởi áo/sờ mó/hiếp/làm nhục/lột đồ)",
    ],
  },
  {
    number: "115",
    words: [
      "(chảy máu/ra máu/đầy máu/toàn máu/máu me/máu chảy/máu ra/máu nhiều/mất máu/vũng máu/nôn máu/máu mũi)",
      "(bị thương/thương nặng/trọng thương/gãy/dập nát/đứt lìa/bỏng/bất tỉnh/ngất/xỉu/co giật/khó thở/không thở/tím tái/hôn mê/lịm)",
      "(sùi bọt/trợn mắt/cứng đờ/cứng hàm/méo miệng/méo mồm/liệt/lạnh ngắt/tím đen/tím ngắt/sưng vù/sưng húp/nằm im/nằm bất động/nằm la liệt/hấp hối/ngừng tim)",
      "(gọi/lay/kêu) (/mãi) không (dậy/tỉnh/thưa/trả lời)",
      "(không đứng dậy/không dậy) (được/nổi)",
      "(sắp chết/gần chết/chết rồi/chết người/chết mất)",
      "(rắn cắn/chó cắn/ong đốt/ngộ độc/trúng độc/uống thuốc sâu/thuốc diệt cỏ/thuốc chuột/thuốc ngủ/lá ngón)",
      "(đau quằn quại/đau dữ dội/đau quá/vỡ ối/chuyển dạ/đau đẻ/băng huyết)",
      "(tai nạn/tông/húc/đâm xe/cán qua/lật xe)",
      "(đâm/chém/xiên/bắn) (/trúng/vào) (bạn/tôi/em/người/bố/mẹ/anh/chị/vợ/chồng/cháu)",
      "(cắt tay/rạch tay/treo cổ/nhảy lầu/nhảy cầu/tự tử)",
    ],
  },
  {
    number: "114",
    words: [
      "(bốc cháy/cháy to/cháy lớn/cháy rồi/cháy nhà/bén lửa/bốc lửa/ngọn lửa/lửa to/lửa cháy/khói đen/khói mù/đầy khói/bốc khói/khét lẹt)",
      "(kẹt/mắc kẹt/đè lên/đè trúng/bị đè/vùi/vùi lấp/đổ sập/sập nhà/sập xuống/chôn vùi)",
      "(chìm/chết đuối/đuối nước/sặc nước/trôi sông/nước cuốn/lũ cuốn/cuốn trôi/rơi xuống nước/rơi xuống sông/rơi xuống giếng/ngã xuống ao)",
      "(rò gas/rò ga/xì gas/xì ga/mùi gas/mùi ga/phát nổ/nổ to/nổ lớn)",
      "(đá/cây/đất) (/to) (lăn/đổ/lở) (/trúng/vào/xuống)",
    ],
  },
];

/** Beside a clue: said by one who is in it, or sees it, now. */
export const HERE_AND_NOW: readonly string[] = [
  "(đang/vừa/vừa mới/kìa/nãy giờ/từ nãy/bây giờ/ngay lúc)",
  "(cứu/giúp với/giúp em/giúp tôi/giúp cháu/giúp con/nhanh lên/gấp/khẩn cấp/làm ơn)",
  "(sợ quá/sợ lắm/em sợ/cháu sợ/con sợ/tôi sợ/run quá/hoảng/không dám/hu hu/huhu)",
  "(một mình/1 mình/trốn/trốn trong/nấp/chạy thoát/kêu la/la hét/kêu cứu/khóc thét/gào)",
  "(ơi/quá/lắm/luôn/rồi) (cứu/nhanh/giúp/đến/ơi)",
  "(cán bộ/công an/bộ đội/bác sĩ/mọi người/bà con/anh/chị/chú/mn) ơi",
  "(lắm/quá) rồi",
];

/** A grown-up's line is not enough: a child is hurt, sold, locked up or touched. */
export const CHILD_HURT: readonly string[] = [
  "(cháu bé/em bé/bé gái/bé trai/đứa bé/đứa trẻ/trẻ em/trẻ con/con bé/thằng bé/con riêng/bé/trẻ) … (bị/đánh/sờ/bán/nhốt/xích/trói/bỏ đói/cởi)",
];
