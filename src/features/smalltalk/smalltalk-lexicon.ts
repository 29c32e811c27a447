/** Words around a greeting or a command that don't change its meaning. */
export const FILLERS: readonly string[] = [
  "(ạ/nhé/nha/nhá/ơi/à/ừ/vâng/dạ/ad/admin/bot/bạn/anh/chị/em/tôi/mình/cháu/con/bác/cô/chú/gái/trai/đẹp/yêu/các/mọi người/cả nhà/shop/page)",
  "(trợ lý/trợ lý 138/138/trợ lí/công an/cán bộ/chatbot/buổi sáng/buổi tối/buổi chiều/sáng/chiều/tối)",
  "(nhiều/rất nhiều/lắm/quá/lần nữa/nhìu/hihi/haha/hì hì/rồi/thôi/đi/với/giúp/hộ/cho/một/cái/này/đó/được)",
  "(của/của tôi/của em/của mình)",
  "(muốn/cần/xin/hãy/gửi/làm/mở/xem/lệnh/có/thì/là/và)",
];

/** Questions about which data of the writer is stored. */
export const WHAT_IS_KEPT: readonly string[] = [
  "(bot/bạn/trợ lý/mày/ở đây) (/này/138/có) (lưu/lưu lại/thu thập/giữ/ghi lại/nhớ) (/lại/trữ) (/những) (gì/thông tin gì/dữ liệu gì/tin nhắn không)",
  "tin nhắn (/của) (tôi/em/mình) (/có) (được lưu/bị lưu/lưu) (ở đâu/không/bao lâu)",
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
