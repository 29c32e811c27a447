import type { BoundaryRule } from "./boundary.ts";

const PERSON =
  "(nó/ông/bà/anh/chị/cô/chú/bác/thằng/con/hàng xóm/người này/người đó/người kia/hắn/ông ấy/anh ta/vợ/chồng/bạn gái/bạn trai/người yêu/chủ nhà/chủ xe/chủ)";
const REPORTER =
  "(người báo/người báo tin/người đã báo/người tố giác/người đã tố giác/người tố cáo/người đã tố cáo/người trình báo/người phản ánh/người gửi tin/người khai báo/kẻ báo/đứa báo/thằng báo)";
const CLAIMED =
  "(giám đốc/phó giám đốc/trưởng công an/phó trưởng công an/công an/cán bộ/chủ tịch/phó chủ tịch/thanh tra/đại tá/thượng tá/trung tá/thiếu tá/đại úy/thiếu tướng/bộ trưởng/lãnh đạo/điều tra viên/kiểm sát viên/thẩm phán/quản trị viên/admin/trực ban/sếp/bí thư/cảnh sát)";
const SENSITIVE =
  "(danh sách người/danh sách tin báo/danh sách đối tượng/danh sách các tin/danh sách nạn nhân/danh sách con nghiện/người tố giác/người báo tin/người báo/danh tính/hồ sơ vụ/hồ sơ của/thông tin cá nhân/mật khẩu/tài khoản quản trị/quyền quản trị/nội bộ/tin báo tháng/tài liệu mật/lịch tuần tra/toàn bộ tin báo/các tin báo)";

/** What is declined, in the order in which it is looked for. */
export const BOUNDARIES: readonly BoundaryRule[] = [
  {
    id: "impersonation",
    phrases: [
      `(tôi/mình/tao/anh/em/tớ/đây) (/đang/chính) là ${CLAIMED} & ${SENSITIVE}`,
      `(tôi/mình/tao/anh/đây) (/đang) là (admin/quản trị viên/người tạo ra bạn/lập trình viên của bạn/chủ của bạn)`,
    ],
  },
  {
    id: "whoReported",
    unless: [
      "(giữ bí mật/giữ kín/bảo mật/bảo vệ/bị lộ/lộ danh tính/ẩn danh/có lộ/trả thù)",
      "(quyền/nghĩa vụ/trách nhiệm/khen thưởng/thế nào là/là gì)",
      "(thông báo/trả lời) … cho",
    ],
    phrases: [
      `(tên/họ tên/số điện thoại/số/thông tin/danh tính/địa chỉ/danh sách/lai lịch/facebook/zalo/nick) … ${REPORTER}`,
      `${REPORTER} … (là ai/tên gì/ở đâu/là thằng nào/là đứa nào)`,
      "(ai/đứa nào/thằng nào/người nào/con nào/kẻ nào/nhà nào) (/là người/là kẻ) (/đã/dám/vừa/lại) (báo/tố giác/tố cáo/tố/mách/khai báo/trình báo/phản ánh/gọi) … (tôi/em/mình/tao/anh/nhà/quán/chồng/vợ/con/bố/mẹ/công an/vụ)",
      "(có/đã có) (ai/người/đứa nào) (/nào) (/đã) (báo/tố giác/tố cáo/phản ánh/trình báo) … (tôi/em/mình/tao/nhà tôi/quán/chồng/vợ/con/bố/mẹ/hàng xóm/nó/ông/bà/anh)",
      "(tôi/em/mình/tao/nhà tôi/nhà em/quán tôi/chồng tôi/con tôi) (/có) (/đang) bị (ai/ai đó/người ta/hàng xóm) (/nào) (báo/tố giác/tố cáo/phản ánh)",
      "(tôi/em/mình/tao/nhà tôi/nhà em/quán tôi/chồng tôi/con tôi/nó/ông/bà/hàng xóm) … có bị (báo/tố giác/tố cáo/trình báo) (/lên/với/cho/công an/chưa/không)",
      "(báo/tố giác) … (tôi/em/mình/tao/nhà tôi) là ai",
      "(nó/ông/bà/hàng xóm/vợ/chồng/thằng/hắn/người này/ông ấy/bà ấy) … (có/đã) (báo/tố giác/tố cáo) (công an/tôi/em/mình/tao/nhà) … (không/chưa/à/phải không)",
    ],
  },
  {
    id: "personalLookup",
    phrases: [
      "(tra/tra cứu/tra giúp/tìm/tìm giúp/kiểm tra/check/xem/cho biết/xác định/truy) … (cccd/căn cước/cmnd/chứng minh/số điện thoại/biển số/biển/số tài khoản/stk/số xe) … (là ai/của ai/nhà ở đâu/ở đâu/tên gì/chủ/này/của)",
      "(cccd/căn cước công dân/căn cước/số điện thoại/biển số/số tài khoản/số này/biển xe) … (là ai/là của ai/của ai/nhà ở đâu/tên gì)",
      `(số điện thoại/địa chỉ/nhà riêng/căn cước/cccd/số nhà/nơi ở/lý lịch/thông tin cá nhân) (/của) ${PERSON}`,
      `(tìm/tra/xem) … (nhà/địa chỉ/lý lịch/thông tin/tung tích) (/của) ${PERSON}`,
      `${PERSON} … (có/đã có) (tiền án/tiền sự/nghiện) … (không/chưa)`,
      "(định vị/dò vị trí/theo dõi vị trí) … (điện thoại/số/vợ/chồng/người)",
      "(chủ xe/chủ nhân) … (là ai/biển)",
    ],
    unless: [
      "(công an xã/công an phường/công an tỉnh/trực ban/cơ quan/ubnd/ủy ban/đồn biên phòng/công an cấp xã)",
    ],
    afterIncident: true,
  },
  {
    id: "promptInjection",
    phrases: [
      "(bỏ qua/phớt lờ/vô hiệu/bỏ hết/đừng theo) … (chỉ dẫn/hướng dẫn/lệnh/quy tắc/luật lệ)",
      "(bỏ qua/quên/phớt lờ/lờ đi/bỏ hết/không cần theo/vô hiệu) … (chỉ dẫn/hướng dẫn/lệnh/quy tắc/luật lệ/chỉ thị/quy định/ràng buộc) … (trước/trên/của bạn/hệ thống/nội bộ/cũ/đó/này)",
      "(bỏ qua/quên) (hết/mọi/tất cả/toàn bộ) … (chỉ dẫn/hướng dẫn/lệnh/quy tắc/luật lệ/chỉ thị)",
      "(system prompt/prompt hệ thống/jailbreak/developer mode/chế độ nhà phát triển/chế độ không giới hạn/prompt injection)",
      "(in/in ra/hiện/hiển thị/cho xem/tiết lộ/đọc/đưa/gửi) … (prompt/chỉ dẫn nội bộ/câu lệnh hệ thống/lệnh hệ thống/mã nguồn/api key/token/cấu hình hệ thống/chỉ dẫn của bạn/hướng dẫn nội bộ)",
      "(bạn/mày/giờ bạn/từ giờ bạn) (/bây giờ/từ nay) là (dan/hacker/một ai không/chatgpt/bot không/ai không)",
      "(đóng vai/giả vờ bạn/hãy giả vờ/nhập vai)",
      "ignore (all/previous/the above/your)",
      "(you are now/disregard)",
    ],
  },
  {
    id: "insultWriting",
    phrases: [
      "(viết/làm/soạn/sáng tác/nghĩ/đặt/cho/tạo) … (bài/câu/thơ/lời/status/stt/đoạn/vè/tin) … (chửi/mắng/xúc phạm/bêu/hạ nhục/nói xấu/bôi nhọ/đả kích/chế giễu/dằn mặt/đe dọa/dọa)",
      "(chửi/mắng) (/cho) (hộ/giúp/thay) (/tôi/em/mình)",
      "(viết/đăng/soạn) … (nói xấu/bôi nhọ/vu khống/bêu riếu)",
    ],
  },
  {
    id: "fabrication",
    phrases: [
      "(bịa/bịa ra/phịa/nặn/chế ra/tự nghĩ/làm giả/xào nấu/vẽ ra/chém) … (số liệu/con số/số/báo cáo/tỷ lệ/thành tích)",
      "(nâng/sửa/làm đẹp/thổi phồng/nâng khống/tăng khống/khai khống/làm tròn lên) … (số liệu/tỷ lệ/con số/báo cáo/thành tích) … (đẹp/lên/báo cáo/thi đua/sếp/cho)",
      "(số liệu/báo cáo) (cho/nhìn) đẹp",
      "(số liệu/tỷ lệ/con số) (giả/ảo/khống)",
      "làm đẹp (số liệu/báo cáo/thành tích)",
    ],
    unless: ["(bị phạt/xử lý/có bị)"],
  },
  {
    id: "wrongdoing",
    phrases: [
      "(cách/làm sao/làm thế nào/hướng dẫn/chỉ/dạy/bày/công thức) … (chế/làm/chế tạo/pha/pha chế/điều chế/nấu/lắp/tạo/trồng/cuốn) … (pháo/pháo nổ/bom/thuốc nổ/súng/ma túy/mìn/cần sa/thuốc lắc/tiền giả/giấy tờ giả/đạn)",
      "(cách/làm sao/làm thế nào/hướng dẫn/chỉ/dạy/bày) … (hack/bẻ khóa/phá khóa/mở khóa trộm/xâm nhập/nghe lén/đọc trộm/theo dõi vợ/theo dõi chồng/lấy trộm/chiếm tài khoản/rửa tiền/vượt biên/buôn lậu/lừa)",
      "(hack/bẻ khóa) (giúp/hộ/facebook/zalo/tài khoản/điện thoại/camera/wifi)",
      "(cách/làm sao/làm thế nào/chỉ/bày/mẹo) … (trốn/né/qua mặt/lách/thoát/tránh/lừa) (/được/khỏi/sự) (công an/csgt/cảnh sát/biên phòng/hải quan/kiểm tra/truy nã/bị phạt/bị bắt/nồng độ cồn/kiểm soát)",
      "(mua/bán/tìm mua) … (ma túy/súng/pháo nổ/cần sa/giấy tờ giả/bằng giả/đá/thuốc nổ/hàng trắng/dao găm) … (ở đâu/chỗ nào/đâu)",
      "(trả thù/đánh/dạy cho/xử) (/cho) (nó/hắn) (/một bài học) (thế nào/bằng cách nào/kiểu gì)",
      "(xóa/tiêu hủy) (dấu vết/chứng cứ)",
    ],
    unless: [
      "(bị phạt/mức phạt/phạt bao nhiêu/báo cho/tố giác/giao nộp/bị lừa)",
      "(phòng/nhận biết/cảnh giác/tránh bị lừa)",
    ],
    afterIncident: true,
  },
  {
    id: "operations",
    phrases: [
      "(lịch/kế hoạch/giờ/lộ trình/tuyến/phương án/địa điểm) (/của/trực/đi/công an/các) (/công an/csgt/đội/tổ) (tuần tra/mật phục/lập chốt/kiểm tra nồng độ/vây bắt/truy quét/phục kích/đột kích/chốt chặn)",
      "(bao giờ/khi nào/mấy giờ/hôm nay/tối nay/đêm nay/mai) … (công an/csgt/cảnh sát/biên phòng) … (tuần tra/chốt/kiểm tra/bắn tốc độ/đo nồng độ/lập chốt/đi bắt/vào bắt)",
      "(csgt/chốt/công an/cảnh sát) … (bắn tốc độ/nồng độ cồn/lập chốt/đứng chốt/chốt chặn) … (ở đâu/chỗ nào/không/đâu)",
      "(vụ/vụ án/chuyên án) … (điều tra/phá án) … (đến đâu/ra sao/tới đâu/thế nào rồi/nghi phạm)",
      "(tiến độ/kết quả) điều tra",
      "(tài liệu/văn bản/công văn/kế hoạch/thông tin) (/tuyệt/tối) mật",
      "(quân số/đặc tình/trinh sát nằm vùng/cơ sở bí mật/nội gián/mật báo viên/chỉ điểm)",
      "danh sách (địa bàn trọng điểm/đối tượng/điểm nóng)",
    ],
  },
  {
    id: "politics",
    phrases: [
      "(bầu/bầu cho/bỏ phiếu) (ai/cho ai/ứng cử viên)",
      "(đảng/chế độ/nhà nước/chính quyền/chính phủ/tổng bí thư/chủ tịch nước/thủ tướng/quốc hội/lãnh đạo) … (tốt hơn/có sụp/sụp đổ/độc tài/xấu/thối nát/tham nhũng không/nên từ chức/đấu đá/giỏi không/dở/thế nào so/ủng hộ/có tốt)",
      "(đảng nào/đa đảng/đa nguyên/độc đảng/lật đổ/cách mạng màu/biểu tình/dân chủ giả/mất dân chủ)",
      "(bạn/bot/trợ lý/mày/em/theo bạn) … (nghĩ gì/nghĩ sao/nghĩ thế nào/nhận xét/đánh giá/ý kiến/quan điểm) … (đảng/nhà nước/chính phủ/lãnh đạo/chủ tịch/bí thư/chế độ/chính trị/giám đốc/nhân sự/công giáo/phật giáo/tin lành/tôn giáo/đạo/trung quốc/mỹ/ukraine/nga)",
      "(hoàng sa/trường sa/đường lưỡi bò/biển đông) … (của ai/của nước nào/thuộc/mất/là của/nghĩ)",
      "(chủ quyền) … (của ai/nước nào/mất vào tay)",
      "(tôn giáo/đạo) nào (/là) (tốt/đúng/hay/thật/nên)",
      "(ai sẽ/ai lên/ai thay) … (chủ tịch/bí thư/giám đốc/tổng bí thư)",
      "(dân tộc/người mông/người tày/người nùng/người dao/người kinh/người hoa) … (xấu/lười/bẩn/ngu/hay trộm/kém)",
    ],
  },
  {
    id: "verdict",
    phrases: [
      `${PERSON} … (có phải/có phải là/là) (tội phạm/kẻ trộm/kẻ cướp/nghi phạm/con nghiện/kẻ lừa đảo) (không/ko|đúng không/hay không)`,
      `(có phải/có phải là) (/kẻ) (tội phạm/trộm/lừa đảo) không`,
      `${PERSON} … (có tội/phạm tội/có phạm tội/bị tội/đi tù/ngồi tù/bị tù/vào tù) … (không/chưa/à/mấy năm/bao nhiêu năm/bao lâu)`,
      "(tôi/em/mình/cháu) … (có tội/phạm tội/bị tội/đi tù/ngồi tù/vào tù) … (không/chưa/à/mấy năm/bao nhiêu năm/bao lâu)",
      `(${PERSON.slice(1, -1)}/trưởng công an/chủ tịch/cán bộ/trưởng thôn/bí thư) … (có/có phải) (/đã/là) (tham nhũng/nhận hối lộ/ăn tiền/ăn hối lộ/lừa đảo/ăn trộm/nghiện) (/à/thật) không`,
      "(ai đúng ai sai/ai có lỗi/lỗi của ai)",
    ],
  },
  {
    id: "offTopic",
    afterIncident: true,
    unless: ["(phạt/cá độ/đánh bạc/tố giác/tố cáo/lừa/trộm/công an/an ninh)"],
    phrases: [
      "(bằng mấy/về con gì)",
      "(xổ số/kqxs/con gì về/đánh con gì/soi cầu/vietlott/số đề hôm nay/lô đề hôm nay/ba càng)",
      "(thời tiết/dự báo mưa/trời có mưa/có mưa không/nhiệt độ hôm nay/mấy độ)",
      "(công thức/cách/hướng dẫn) (nấu/làm) (/món) (ăn/phở/bánh/canh/cơm/gà/cá/thịt/món/khâu nhục/vịt)",
      "(nấu món/món gì ngon/ăn gì/quán nào ngon/quán ăn ngon)",
      "(viết/sửa/code/lập trình/debug) … (python/javascript/java/html/code/hàm/chương trình/website/c++/sql)",
      "dịch … (tiếng anh/tiếng trung/tiếng hàn/tiếng nhật/tiếng việt)",
      "(bóng đá/tỷ số/ngoại hạng/world cup/v league/cúp c1/đội tuyển/manchester)",
      "(giá vàng/giá xăng/chứng khoán/bitcoin/giá đô/tỷ giá/giá đất)",
      "(tử vi/xem bói/cung hoàng đạo/phong thủy/xem ngày/giải mộng/mơ thấy)",
      "(kể chuyện cười/kể chuyện/truyện cười/hát một bài/hát đi/làm thơ/viết thơ/làm bài thơ)",
      "(giải/làm) (/bài/giúp bài) (toán/phương trình/bài tập/văn/tiếng anh)",
      "(người yêu/yêu tôi/yêu em/thất tình/hẹn hò/tán gái)",
      "(vé tàu/vé xe/vé máy bay/đặt phòng/khách sạn nào/phim hay/bài hát)",
      "(thuốc gì/bệnh gì/khám bệnh)",
    ],
  },
];

/** Swear words, matched exactly as typed: without marks most of them are ordinary words. */
export const SWEAR_WORDS: ReadonlySet<string> = new Set(
  "vcl vkl vl vcc loz lìn lồn lol địt đjt đéo đếch cặc buồi đĩ đm đmm dmm đkm dkm đcm dcm clm cmm cmn vãi wtf fuck shit stupid idiot".split(
    " ",
  ),
);

/** Insults that are safe to find without marks too. */
export const INSULTS: readonly string[] = [
  "(bot/máy/trợ lý/mày/đồ/thằng/con/ad/chatbot/chat bot) (/như/quá/gì mà/thật/rất/đúng là) (ngu/đần/óc chó/dốt/vô dụng/rác/rác rưởi/phế vật/ngu ngốc/ngu dốt/lừa đảo/khốn nạn)",
  "(ngu như/ngu) (chó/bò/lợn/thế/vậy/vãi/vcl/quá/si)",
  "(óc chó/mất dạy/khốn nạn/đồ chó/cút đi/câm mồm/câm đi/đồ điên/con chó/thằng chó/chó má/vô học)",
];

/** Beside a swear word these show that it is meant for the assistant. */
export const TO_THE_BOT: readonly string[] = ["(bot/máy/trợ lý/mày/trả lời/chatbot/ad/chat bot/robot)"];
