import { RULE_WORDS } from "../../../language/document-kinds.ts";

/** A cry that says no more than that help is needed now. */
export const CRIES: readonly string[] = [
  "cứu (tôi/em/mình/con/cháu/với/mạng/nguy/người/bố/mẹ/bà/ông/anh/chị/chồng/vợ/chúng tôi/bọn em/nó)",
  "(ai/làm ơn/xin) cứu",
  "cứu cứu",
  "(chờ/cầu/kêu/đợi) cứu",
  "(sos/help me/khẩn cấp khẩn cấp)",
];

/** A very short message of nothing but these, with a word for help among them, is a cry. */
export const HELP_WORDS: readonly string[] = ["cứu", "cuu", "help", "sos"];
export const BESIDE_HELP: readonly string[] =
  "tôi em mình con cháu với vs ơi ad bot me pls plz please us toi minh chau voi oi giúp giup gấp gap".split(
    " ",
  );

/** Urgent without saying what: in a short message only, where nothing else is asked. */
export const URGENT: readonly string[] = [
  "(đến/tới/qua/lên/ra/xuống) (/đây) (ngay/nhanh/gấp/mau/liền) (/đi/giúp/với/lên/cho/nha/nhé/ạ)",
  "(nhanh/mau) lên",
  "có (chuyện/biến) (rồi/lớn/to)",
  "(nguy hiểm/nguy cấp) (quá/lắm/rồi)",
  "(gấp/khẩn cấp) (lắm/quá/rồi)",
  "(công an/cảnh sát/các anh/anh công an/chú công an) ơi",
  "(công an/cảnh sát) (đến/tới) (/đây) (/với/giúp/ngay/đi)",
  "gọi (công an/cảnh sát) (giúp/hộ/với/ngay/gấp/đi)",
  "giúp (tôi/em/mình/cháu) với (/nguy/sợ)",
  "chết mất (/thôi)",
  "(khẩn cấp/cấp bách)",
  "(tôi/em/cháu/mình) (/đang) (rất/) (nguy hiểm/gặp nguy hiểm/nguy kịch)",
];

/** Beside an urgent phrase these show that it is about something else. */
export const NOT_URGENT: readonly string[] = [
  `(số liệu/báo cáo/thông tin/tài liệu/câu hỏi/văn bản/mô hình/đường dây/tiêu chuẩn/${RULE_WORDS}/trả lời/hỏi/biểu đồ)`,
  "(hứa/cam kết/đảm bảo/thuốc)",
  "(thủ tục/giấy tờ/hồ sơ/cccd/căn cước/bằng lái/đăng ký/hộ khẩu/hộ chiếu)",
];

/** Fear told beside a word of harm: what happens is unclear, that something happens is not. */
export const AFRAID: readonly string[] = [
  "(sợ quá/sợ lắm/em sợ/cháu sợ/con sợ/tôi sợ/mình sợ/hoảng quá/hoảng lắm/run quá/nguy lắm/nguy rồi/nguy quá)",
  "(cứu/kêu cứu/gào khóc/khóc thét/la hét)",
  "(không biết làm sao/làm sao bây giờ/làm sao giờ/làm gì bây giờ/phải làm sao đây/giúp với/giúp em với/giúp tôi với/ai giúp/tới giúp/đến giúp)",
  "(nhanh lên/gấp lắm/gấp gấp/gấp với/đến ngay/tới ngay/ra ngay/lên ngay)",
  "(chú/anh/các chú/các anh) công an ơi",
  "(cán bộ/bộ đội/biên phòng/bà con/làng nước) ơi",
];

/** Words of harm that alone say too little. */
export const HARM_WORDS: readonly string[] = [
  "(máu/khói/lửa/chìm/dao/súng/kẹt/nhốt/khóa cửa/khóa trái/đánh/đâm/chém/giết/đốt/cướp/trộm/hiếp/ngất/gục/co giật/đau quá/đau lắm/không thở/khó thở)",
  "(ngộ độc/rắn/điện/sập/sạt/nước lên/lũ/trôi/cuốn/bị thương/mất tích/nổ/cháy/trốn/rượt/đuổi/bám/dọa/lột/tím/nằm im/bất động/sưng/xỉu/đập cửa/phá cửa/ngã/rơi/cắn/cào)",
  "(người lạ/kẻ lạ/xe lạ/ngoài cửa/ngoài cổng/trước cửa/đầy nhà/lên người/vào người)",
];
