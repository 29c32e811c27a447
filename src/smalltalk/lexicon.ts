/** Words around a greeting or a command that change nothing. */
export const FILLERS: readonly string[] = [
  "(ạ/nhé/nha/nhá/ơi/à/ừ/vâng/dạ/ad/admin/bot/bạn/anh/chị/em/tôi/mình/cháu/con/bác/cô/chú/các/mọi người/cả nhà/shop/page)",
  "(trợ lý/trợ lý 138/138/trợ lí/công an/cán bộ/chatbot/buổi sáng/buổi tối/buổi chiều/sáng/chiều/tối)",
  "(nhiều/rất nhiều/lắm/quá/lần nữa/nhìu/hihi/haha/hì hì/rồi/thôi/đi/với/giúp/hộ/cho/một/cái/này/đó/được)",
  "(muốn/cần/xin/hãy/gửi/làm/mở/xem/lệnh/có/thì/là/và)",
];

export const GREETINGS: readonly string[] = [
  "(chào/xin chào/kính chào/hello/hi/hey/alo/a lô/helo/hé lô/hế lô)",
  "(khỏe không/có ai không/có đó không/có ở đó không/đâu rồi)",
];
export const THANKING: readonly string[] = [
  "(cảm ơn/cám ơn/cảm tạ/biết ơn/thank you/thank/tốt lắm/hay quá/hữu ích)",
];
export const GOODBYES: readonly string[] = [
  "(tạm biệt/bye/bai bai/bái bai/hẹn gặp lại/chào tạm biệt/chúc ngủ ngon)",
];
export const ACKNOWLEDGEMENTS: readonly string[] = [
  "(ok/oke/okay/okie/ô kê/vâng ạ/dạ vâng/đã hiểu/hiểu rồi/biết rồi/rõ/đã rõ/ừ/uh/uhm/dạ/vâng/được rồi)",
];

export const WHO_ARE_YOU: readonly string[] = [
  "(bạn/mày/em/bot/trợ lý/anh/ad/chị/đây/đó) (/có phải/đang/thật ra/rốt cuộc/thực ra) là (ai/người hay máy/máy hay người/cái gì/con gì/gì/gì vậy)",
  "(bạn/mày/bot/trợ lý/ad/đây/đó/mi/ông/bà) (/có phải/thật ra) (/có phải) là (robot/rô bốt/chatbot/bot/ai/máy/người thật/người/chương trình/con người/công an thật/cán bộ/công an) (à/không/hả/ư/sao/hay/phải không/đúng không/ak/a/vậy)",
  "(người hay máy/máy hay người/người thật hay máy/bot hay người/robot à/người thật à/người thật không)",
  "(ai/người nào) (tạo ra/làm ra/lập trình/quản lý/vận hành) (/ra) (bạn/bot/trợ lý/mày)",
  "(bạn/bot/trợ lý) (tên gì/tên là gì/làm được gì/giúp được gì/biết làm gì/có thể làm gì/mấy tuổi)",
  "(nói chuyện với/đang chat với) (ai/người/máy/người hay máy) (/vậy/đấy/không/thế)",
];

export const WANTS_HUMAN: readonly string[] = [
  "(nói chuyện/gặp/chat/trao đổi/kết nối/liên hệ/chuyển/nối máy/gọi/nói) … (người thật/nhân viên/tư vấn viên/tổng đài viên/con người/cán bộ trực/trực ban/người trực/tổng đài)",
  "(gặp/nói chuyện với/cho gặp) (cán bộ/công an/người) (/thật/khác/đi/được không)",
  "(không muốn/không thích) (nói chuyện/nói) với (máy/bot/robot)",
];

/** Typed instead of a command, alone or with filler words. */
export const COMMAND_WORDS = {
  "/baocao": [
    "(báo cáo/tố giác/báo tin/trình báo/tố giác tội phạm/báo án/báo công an/báo tin về tội phạm/phản ánh/gửi tin báo/báo cáo sự việc/trình báo sự việc)",
  ],
  "/tracuu": ["(tra cứu/tra cứu tin báo/tin của tôi/xem tin báo/tình trạng tin báo)"],
  "/help": ["(trợ giúp/giúp đỡ/menu/hướng dẫn/hướng dẫn sử dụng/bắt đầu)"],
  "/quyenriengtu": ["(quyền riêng tư/chính sách riêng tư/bảo mật thông tin/dữ liệu cá nhân)"],
} as const;
