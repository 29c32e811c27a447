/** Words around a greeting or a command that don't change its meaning. */
export const FILLERS: readonly string[] = [
  "(ạ/nhé/nha/nhá/ơi/à/ừ/vâng/dạ/ad/admin/bot/bạn/anh/chị/em/tôi/mình/cháu/con/bác/cô/chú/gái/trai/đẹp/yêu/các/mọi người/cả nhà/shop/page)",
  "(trợ lý/trợ lý 138/138/trợ lí/công an/cán bộ/chatbot/buổi sáng/buổi tối/buổi chiều/sáng/chiều/tối)",
  "(nhiều/rất nhiều/lắm/quá/lần nữa/nhìu/hihi/haha/hì hì/rồi/thôi/đi/với/giúp/hộ/cho/một/cái/này/đó/được)",
  "(của/của tôi/của em/của mình)",
  "(muốn/cần/xin/hãy/gửi/làm/mở/xem/lệnh/có/thì/là/và)",
];

export const GREETINGS: readonly string[] = [
  "(chào/xin chào/kính chào/hello/hi/hey/alo/a lô/helo/hé lô/hế lô)",
  "chúc (/mừng) (buổi sáng/buổi tối/buổi chiều/ngày mới/cuối tuần/năm mới/một ngày/ngày) (/tốt lành/vui vẻ/vui/an lành)",
  "(test/tét/thử/thử xem/a lô a lô)",
  "(hôm nay thế nào/có khỏe không/khỏe không/có ai không/có đó không/có ở đó không/đâu rồi)",
];
export const THANKING: readonly string[] = [
  "(cảm ơn/cám ơn/cảm tạ/biết ơn/thank you/thank/tốt lắm/hay quá/hữu ích/tuyệt/tuyệt vời/xuất sắc/giỏi quá/tốt quá/5 sao)",
];
export const GOODBYES: readonly string[] = [
  "(tạm biệt/bye/bai bai/bái bai/hẹn gặp lại/chào tạm biệt/chúc ngủ ngon/ngủ ngon/pai pai/good night)",
];
export const ACKNOWLEDGEMENTS: readonly string[] = [
  "(ok/oke/okay/okie/ô kê/vâng ạ/dạ vâng/đã hiểu/hiểu rồi/biết rồi/rõ/đã rõ/ừ/ừm/ừ ừ/uk/um/ukm/uh/uhm/dạ/vâng/được rồi/rồi/đúng rồi/đúng/chuẩn/phải rồi/không/không cần/không cần đâu/không có gì/thôi/không sao/xin lỗi/hihi/haha/hehe/ahihi/hì/ha ha)",
];

export const WHO_ARE_YOU: readonly string[] = [
  "(bạn/mày/em/bot/trợ lý/anh/ad/chị/đây/đó) (/có phải/đang/thật ra/rốt cuộc/thực ra) là (ai/người hay máy/máy hay người/cái gì/con gì/gì/gì vậy)",
  "(bạn/mày/bot/trợ lý/ad/đây/đó/mi/ông/bà) (/có phải/thật ra) (/có phải) là (robot/rô bốt/chatbot/bot/ai/máy/người thật/người/chương trình/con người/công an thật/cán bộ/công an) (à/không/hả/ư/sao/hay/phải không/đúng không/ak/a/vậy)",
  "(người hay máy/máy hay người/người thật hay máy/bot hay người/robot à/người thật à/người thật không)",
  "(ai/người nào) (tạo ra/làm ra/lập trình/quản lý/vận hành) (/ra) (bạn/bot/trợ lý/mày)",
  "(ai/người nào/công ty nào/cơ quan nào/đơn vị nào) (tạo ra/làm ra/lập trình/viết ra/chế ra/quản lý/vận hành/sinh ra) (con/cái/ra) (bot/máy/trợ lý/chatbot)",
  "(bạn/bot/trợ lý/mày/con bot/bot này) (/là) (do/của) (ai/cơ quan nào/công ty nào/đơn vị nào)",
  "(bạn/bot/mày/trợ lý/ad/em/anh/chị) có phải (/là) (con người/người thật/người/robot/rô bốt/máy/ai/công an/cán bộ/chatbot/chatgpt) (/à/hả/thật) (không/à/hả/ư)",
  "có phải (/là) (robot/máy/bot/người thật/con người) (không/à)",
  "(bạn/bot/mày/trợ lý) (/đang/có) (chạy/dùng/xài) (/mô hình/bằng) (gì/mô hình gì/mô hình nào/ai gì/chatgpt/gpt/gemini/chat gpt)",
  "(bạn/bot/trợ lý/mày) (tên gì/tên là gì/mấy tuổi/bao nhiêu tuổi/sinh năm nào)",
  "(nói chuyện với/đang chat với) (ai/người/máy/người hay máy) (/vậy/đấy/không/thế)",
];

export const WHAT_CAN_YOU_DO: readonly string[] = [
  "(bạn/bot/trợ lý/mày/em/ad/chatbot) (/có thể/này) (làm được gì/làm được những gì/giúp được gì/giúp gì được/biết làm gì/làm gì được/làm gì/trả lời được gì/giúp gì)",
  "(có thể/được/tôi) hỏi (gì/những gì) (ở đây/bạn/được)",
  "(chức năng/tính năng/nhiệm vụ) (/chính) (/của) (bạn/bot/trợ lý)",
  "(dùng/sử dụng) (bot/trợ lý/chatbot/cái này) (thế nào/ra sao/kiểu gì/sao)",
];

/** Questions about which data of the writer is stored. */
export const WHAT_IS_KEPT: readonly string[] = [
  "(bot/bạn/trợ lý/mày/ở đây) (/này/138/có) (lưu/lưu lại/thu thập/giữ/ghi lại/nhớ) (/lại/trữ) (/những) (gì/thông tin gì/dữ liệu gì/tin nhắn không)",
  "tin nhắn (/của) (tôi/em/mình) (/có) (được lưu/bị lưu/lưu) (ở đâu/không/bao lâu)",
];

/** Sadness in a few words. A danger to oneself is found earlier, by the emergency feature. */
export const SADNESS: readonly string[] = [
  "(buồn/cô đơn/chán đời/chán nản/mệt mỏi/áp lực/stress/tủi thân/bế tắc/khóc)",
];

/** Asks for the address or the hours: the knowledge answers. */
export const WHERE_AND_WHEN: readonly string[] = ["(đến đâu/ở đâu/chỗ nào/mấy giờ/khi nào/thế nào)"];

export const WANTS_HUMAN: readonly string[] = [
  "có (người/ai/cán bộ) (trực/nghe máy/trả lời) (không/ở đó không)",
  "(nói chuyện/gặp/chat/trao đổi/kết nối/liên hệ/chuyển/nối máy/gọi/nói) … (người thật/nhân viên/tư vấn viên/tổng đài viên/con người/cán bộ trực/trực ban/người trực)",
  "(nói chuyện/gặp/chat/kết nối/chuyển/nối máy) … tổng đài",
  "(gặp/nói chuyện với/cho gặp) (cán bộ/công an) (/thật/khác/đi/được không)",
  "(gặp/nói chuyện với/cho gặp) người (thật/khác/đi/được không)",
  "(không muốn/không thích) (nói chuyện/nói) với (máy/bot/robot)",
];

/** Typed instead of a command, alone or with filler words. */
export const COMMAND_WORDS = {
  "/baocao": [
    "(báo cáo/tố giác/báo tin/trình báo/tố giác tội phạm/báo án/báo công an/báo tin về tội phạm/phản ánh/gửi tin báo/báo cáo sự việc/trình báo sự việc)",
  ],
  "/tracuu": ["(tra cứu/tra cứu tin báo/tin của tôi/xem tin báo/tình trạng tin báo)"],
  "/start": ["(start/khởi động/bắt đầu lại)"],
  "/xoadulieu": ["(xóa dữ liệu/xoá dữ liệu/xóa thông tin/xóa lịch sử/xoadulieu)"],
  "/help": ["(help/menu chính/trợ giúp/giúp đỡ/menu/hướng dẫn/hướng dẫn sử dụng/bắt đầu)"],
  "/quyenriengtu": ["(quyenriengtu/quyền riêng tư/chính sách riêng tư/bảo mật thông tin/dữ liệu cá nhân)"],
} as const;
