/** A cry that says no more than that help is needed now. */
export const CRIES: readonly string[] = [
  "cứu (tôi/em/mình/con/cháu/với/mạng/nguy/người/bố/mẹ/bà/ông/anh/chị/chồng/vợ/chúng tôi/bọn em/nó)",
  "(ai/làm ơn/xin) cứu",
  "cứu cứu",
  "(sos/help me/khẩn cấp khẩn cấp)",
];

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
  "(số liệu/báo cáo/thông tin/tài liệu/câu hỏi/văn bản/mô hình/đường dây/tiêu chuẩn/thông tư/trả lời/hỏi/biểu đồ)",
  "(thủ tục/giấy tờ/hồ sơ/cccd/căn cước/bằng lái/đăng ký/hộ khẩu/hộ chiếu)",
];
