import { RULE_WORDS } from "../../../language/document-kinds.ts";
import { ANY_YEAR } from "../../../language/years.ts";

/** Words that look like danger and aren't: hidden before anything else is read. */
export const HARMLESS: readonly string[] = [
  // cháy, chay, chạy
  "cháy (vé/hàng/phố/túi/!máy/hết mình/nắng/da/bỏng/giáo án/deadline/acc/tài khoản/khét tiếng/show/quá trời/hết cỡ/vốn/ví/phòng khách sạn/bình ắc quy)",
  "cháy hết (vé/hàng/mình/tiền/cỡ/công suất/vốn)",
  "(bán/cơm/thịt/đường/tiêu đề) cháy",
  "bán cháy hàng",
  "(phòng/!chống/phòng chống/báo/cảnh báo/chuông/chữa/nguy cơ/an toàn/bình chữa/tập/chống/bảo hiểm) cháy (/nổ/rừng/chữa cháy/và chữa cháy)",
  "phòng chống hỏa hoạn",
  "cháy nhà (ra mặt chuột/hàng xóm bình chân)",
  "quẩy cháy",
  "cháy sân khấu",
  "chạy (xe/bộ/trốn/đi/theo/nhanh/grab/án/chức/việc/tội/trường/điểm/thận/thử/app/web/quảng cáo/thoát/ra/qua/về/chậm/chương trình/trên đường)",
  "(bán/ăn/cơm/quán/món/bỏ/tháo/đồ ăn/giò/phở/bún/!cỗ/tiệc) chay",
  "bán chạy",
  "(bỏ/tháo) chạy",
  "(nắng/trời/da/đầu/lưng) (/nắng/nóng) cháy (/đầu/da/lưng/mặt/người/quá/đét)",
  "(trận/trận đấu/bóng/bóng đá/sân khấu/concert/nhạc/show/hát/nhảy/rap/team/tiệc/bài hát/quẩy/idol/đêm nhạc/!kèo) … cháy (/quá/hết/ghê/vãi/luôn/phết/thật/lắm)",
  "cháy (máu/nước mắt/mồ hôi/bóng đèn/!đèn/cầu chì/ổ cứng/main/sim/nồi/cơm/thịt/cá/cạnh/sém/đậm/tóc/kpi/nguồn/chip/card/ram/doanh số/tiến độ/dự án/mic/pin/hạn/lịch/phổi)",
  "(crush/idol/tỏ tình/từ chối/chia tay/thất tình/người yêu cũ) … (đau tim/tan nát/chết lặng/gục ngã)",
  "(bóng đèn/đèn/cầu chì/nồi cơm/cơm/thịt/cá) … cháy",
  "(tình yêu/đam mê/khát vọng/tuổi trẻ/trái tim) … cháy",
  "cháy (bỏng/rực)",
  "(về/chống/phòng/nguy cơ/an toàn/công tác/tình hình) cháy nổ",
  "cháy (/cả/hết) (não/óc/đầu óc)",
  "(sếp/khách/giám khảo/thầy cô) (chém/đập/giết/vùi dập)",
  "(mua/bán/xin cấp phép) súng (săn/hơi/đồ chơi)",
  "(hàng/vé/sách/sản phẩm/mẫu này/đơn) … cháy (kho/hàng/kệ/đơn)",
  "lừa đảo",
  "trộm cắp (/vặt/tài sản)",
  "khủng bố (/bằng/qua/gọi) (điện thoại/tin nhắn/cuộc gọi)",
  // chết
  "(cười/buồn cười/vui) (chết/muốn chết/ngất/sặc)",
  "chết (chắc/với mẹ/với sếp/với vợ/với thầy/cười/mê/mệt/dở/tiệt/dẫm/thật/cha)",
  "(nóng/mệt/đói/lạnh/rét/cay/đắt/buồn ngủ/sợ/vui/bận/thèm/ngon/ngại/khát/chán) (/quá/lắm) (muốn chết/chết đi được/chết mất/chết được/gần chết)",
  "(nóng/lạnh/rét/đói/mệt/khát) chết",
  "(muốn/mệt/cười/đói/nóng/vui/buồn ngủ/sướng/thèm/run/sốc/đau tim) (/muốn) (xỉu/ngất/tắt thở/đột quỵ/đau tim)",
  "(máy tính/điện thoại/máy/laptop/mạng/wifi/tivi/bàn phím/màn hình/ứng dụng/app/zalo) … (muốn/chỉ muốn) (đập/ném/đốt/vứt/đấm/đập nát)",
  "(muốn/chỉ muốn) (đập/ném/vứt/đốt/đập nát/đấm) (/cái/quách/luôn/vỡ/bỏ/phăng) (luôn/máy/điện thoại/quách/cho rồi/đi/tivi/máy tính/bàn phím/laptop/nó đi)",
  "(!đuối/chạy đuối/học đuối) (lý/sức/hơi/tay/quá/dần)",
  "(liên quân/pubg/free fire/liên minh/tốc chiến/roblox/minecraft/half life/đột kích) … (hội đồng/bắn/giết/chém/đánh/đập/hành)",
  "đốt (rác/rơm/vàng mã/lá/than) … (khói/khét lẹt/khét/khói khét lẹt)",
  "(hội đồng nhân dân/hội đồng thi đua/hội đồng xét)",
  // đánh, đâm, chém, bắn, giết, cướp
  "đánh (giá/máy/răng/thức/bóng/dấu/bài/bạc/đề/lô/đàn/trống/kẻng/mất/thuế/đổi/cờ/cầu lông/bắt cá/cá/golf/son/phấn/số/lừa/bom bàn phím)",
  "(kẻng/trống/chuông) đánh",
  "đâm (đơn/ra/chồi/đầu vào/lao/bông)",
  "(chém gió/chém giá/mưa như chém)",
  "bắn (tốc độ/tiền/cá/pháo/tin/tim/bi/tin nhắn/game/coin)",
  "(game/phim/trò chơi/truyện) … (bắn/giết/đâm/chém/đánh)",
  "giết (thời gian/gà/lợn/mổ/vịt/trâu/bò/thì giờ/heo/chó)",
  "cướp (lời/diễn đàn/vợ bạn/công/sóng/spotlight)",
  "(đấu/tranh) cướp",
  // y tế
  "bất động sản",
  "(ngất ngây/ngất ngưởng/cao ngất)",
  "(sặc sỡ/sặc mùi/hóc búa/hóc hiểm)",
  "sắp sinh (nhật/hoạt)",
  "(ngập đầu/ngập tràn/ngập mặt) (/trong/công việc/việc)",
  "bùng nổ",
  "(nhạc/bài này/sân khấu/đêm diễn/quẩy) cháy (thật/thiệt) (/sự)",
  "(làm/mệt/học/chạy) muốn (ngất/xỉu)",
  "(khách sạn/nhà nghỉ) (ở/tại/gần)",
  "núi lửa",
  "lôi (kéo/cuốn)",
  "hải phòng",
  "nổ (máy/lốp/lực/hũ/mìn phá đá/ra/to gan/banh/quá)",
  "pháo (/hoa) nổ",
  "pháo nổ",
  "(đốt/bắn/nổ/đánh/tiếng) pháo (/hoa/nổ)",
  "giật (mình/gân/tít/giải/thót)",
  // cứu, lũ, khẩn cấp
  "(bình/đội/lính) cứu (hỏa/hộ)",
  "sơ cứu",
  "otp (/cho) (/người lạ)",
  "giả (/làm/danh) (thầy cô/công an/bác sĩ/bệnh viện) … cấp cứu",
  "ném (gói/bọc/túi) (/nhỏ)",
  "(để/cho) (khỏi/tránh/không bị/đỡ) (lạc/cháy/đuối/trộm/cướp/điện giật/chết đuối)",
  "xỉu (luôn/ngang/up/mất thôi)",
  "(ngon/đẹp/xinh/đắt/cute/dễ thương) xỉu",
  "không dậy (đi học/đi làm/sớm/nổi đi)",
  "(cách/kỹ năng/biết cách/biết) (kêu/gọi) cứu",
  "cứu (tôi/em/mình/tui) (khỏi/vụ này/bài/với bài)",
  "cứu (net/bài/vãn/vớt điểm/em bài/mình bài)",
  "kẹt (xe/tiền/lịch/việc/quá/vốn) (/quá/rồi/lắm/nên/mà)",
  "(giải cứu/cứu trợ/cứu xét/nghiên cứu/tra cứu/cứu vãn/cứu tế/cứu nạn/cứu hộ/căn cứ)",
  "lũ (trẻ/bạn/chúng/học trò/chó/nhóc/con/quỷ)",
  "(số/các số/những số/số điện thoại/cuộc gọi/trường hợp/tình huống/tình trạng/vụ việc/việc/đường dây) (/gọi) (khẩn cấp/cấp cứu)",
  "(xe cấp cứu/khoa cấp cứu/phòng cấp cứu) (ở đâu/mấy)",
  "(thuốc/tránh thai/giảm đau/lối thoát/lối ra/cửa thoát/phanh/nút/tín hiệu/họp/công điện/đèn/túi/gói/hàng/quỹ/khoản/văn bản/làm) (/tránh thai/giảm đau/dừng/thoát hiểm) khẩn cấp",
  "đang (ngủ/ăn/xem/làm việc/họp/ngồi/nghỉ/học/tắm/nấu/đi làm/đi chợ/đi vắng)",
  "giao nộp (/súng/vũ khí/đạn/lựu đạn/bom/mìn/dao) (/súng/đạn/tự chế/vũ khí/lựu đạn)",
  "(dao/súng) (thái/gọt/nước/bắn keo/đồ chơi/phun)",
  "(chỗ/nơi/điểm) (sạt lở/ngập)",
  "(không/chưa/đâu/chẳng) (có/bị/phải/thấy) (cháy/ai bị thương/bị thương/bị đánh/đánh nhau)",
  "(sợ bị/lo bị/tránh bị/khỏi bị) (trộm/cướp/lừa/cháy/đánh)",
];

/** The message asks about rules, counts or the meaning of words, drills or tells a story: never a danger now. */
export const ABOUT: readonly string[] = [
  "(bị/mức/xử/tiền/phải/chịu) (phạt/xử phạt/nộp phạt)",
  "phạt (bao/mấy/thế/như/tiền/ra/tù/không)",
  "(bao nhiêu/số) (vụ/trường hợp/người chết/người bị/cuộc/đối tượng)",
  "mấy (vụ/trường hợp/người chết/cuộc/đối tượng)",
  "được (/hỗ trợ/hưởng/nhận/bồi thường/bảo vệ/trợ cấp/giúp/đền/miễn) (/hỗ trợ/những/các/khoản/chế độ) (gì/những gì/bao nhiêu/ra sao)",
  "có (bao nhiêu/mấy vụ/mấy hộ/mấy khu/mấy xã/mấy phường/mấy mô hình/mấy tiêu chí/mấy người chết/mấy điều/mấy bước/mấy loại/mấy mức/mấy số)",
  "(thống kê/tỷ lệ/tỉ lệ/số liệu/phần trăm/giảm bao/tăng bao/tổng số)",
  `(quy định/${RULE_WORDS}/điều luật/bộ luật/pháp luật/điều khoản/luật gì/tội gì/mấy năm tù/tội danh/đi tù)`,
  "là gì",
  "(xin/cho biết/tìm) (địa chỉ/mẫu/danh sách/thông tin)",
  "luật (mua bán/phòng)",
  "(hỗ trợ nạn nhân/chỗ ở cho/đường dây hỗ trợ/có phải mua bán người/tổ chức đưa người)",
  "(giả vờ/gọi đùa/tự gọi khẩn cấp/câm điếc/bot gọi/cho bot)",
  "khẩn cấp (nên/thì)",
  "(xử trí/sơ cứu) khi",
  "(làm sao/làm thế nào/cách) (/để/mà) (phòng/tránh/ngừa)",
  "(bị/đi/phạt/án/ngồi) tù (bao nhiêu/mấy/không/gì/ra sao/thế nào)",
  "(quy trình/chế độ/chính sách)",
  "(bao nhiêu/mấy) tuổi (/mới/thì/là/phải) (phải/chịu/bị/được/bị phạt)",
  "(chịu/truy cứu) trách nhiệm",
  "(nghĩa là/khái niệm/định nghĩa/ý nghĩa là/ý nghĩa của/khác gì/khác nhau/phân biệt/khác thế nào)",
  "(tuyên truyền/diễn tập/tập huấn/hội thi/thực tập/thuyết trình/tiểu luận/bài viết/bài báo/bài văn/kịch bản/phương án/kế hoạch/chuyên đề)",
  "(phòng ngừa/phòng tránh/phòng cháy/phòng chống/kỹ năng/cẩm nang/biện pháp/cách phòng/đề phòng/!chống cháy)",
  "(cách/hướng dẫn/làm sao để/làm thế nào để) (/để) (dập/phòng/tránh/chữa/sử dụng/xử lý/thoát/nhận biết/bảo vệ/sơ cứu)",
  "(ví dụ/giả sử/giả dụ/chẳng hạn/bộ phim/phim/truyện/trò chơi/game/bài hát)",
  "(mấy/bao nhiêu) tiếng",
  "(muốn/đem/cách/để/xin/tự nguyện) (nộp/giao nộp/bàn giao)",
  "tội (giết người/hiếp dâm/cướp/cướp giật/đốt/buôn người/mua bán người/cố ý/đe dọa/trộm)",
  "(tử hình/đi tù/án tù/mấy năm tù)",
  "(kẻng/trống/còi) … (thế nào/mấy tiếng/ra sao)",
  "(mất/đạt) (chuẩn/danh hiệu)",
  "(mô hình/tiêu chí/tiêu chuẩn/phong trào/tổ liên gia)",
  `(năm/quý) (${ANY_YEAR}/ngoái/trước/nay có)`,
  "(số/đầu số) (111/112/113/114/115) (là/để/dùng/gọi/có)",
  "(gọi/báo) (111/112/113/114/115) (có/mất/là/thì/bao)",
  "(cấp cứu/công an/cứu hỏa/cảnh sát/tổng đài/số/dịch vụ) (111/112/113/114/115) (là/có/thuộc/của/để/hoạt động)",
  "(điều tra/vụ án/chuyên án/xét xử/phá án)",
  "(bồi thường/bảo hiểm/khởi tố/ra tòa)",
  "(báo cháy giả/báo tin giả/tin giả/báo giả)",
  "(thủ đoạn/phương thức)",
  "(dấu hiệu/triệu chứng/nguyên nhân/tác hại/hậu quả) (/của/nhận biết)",
];

/** Told by the one concerned, of the present: outweighs a word of rules or counts. */
export const CLOSE: readonly string[] = [
  "(nhà/xe/con/chồng/vợ/mẹ/bố/xóm/chỗ/quán/xưởng/bạn/anh/em) (tôi/em/mình/cháu/trai tôi/gái tôi/bên cạnh) (/bị) (đang/sắp)",
  "đang … (tôi/em/mình/cháu)",
  "(tôi/em/mình/cháu) (/đang) bị",
];

/** Supposed or played: no danger whatever else stands there. */
export const SUPPOSED: readonly string[] = [
  "(xử trí/xử lý/làm gì/làm sao/cách) khi",
  "tù (bao nhiêu/mấy)",
  "(chửi/mắng) (thằng/con/đứa/nó/hộ/giúp)",
  "(làm sao/sao/làm thế nào) (/để/mà/có thể) (biết/nhận ra/nhận biết/phát hiện/phân biệt)",
  "(nếu/giả sử/giả dụ/ví dụ/chẳng hạn/trong trường hợp/khi có/khi xảy ra)",
  "(diễn tập/tập huấn/kịch bản/bộ phim/tuyên truyền/tiểu luận/thuyết trình/bài văn/hội thi/tình huống giả định)",
];

/** A question that isn't a cry: takes the danger from a sign, not from what is said of the present. */
export const ASKED: readonly string[] = [
  "(đoạn/mùa/khúc/quãng/thời điểm/xã/huyện) nào",
  "(!tháng mấy/tháng nào/giờ nào)",
  "ai (được/có) (quyền/phép)",
  "(ở đâu/chỗ nào/bao lâu/khi nào/bao giờ/tại sao/vì sao)",
  "có (phải/bị/nên/cần/được/đạt/mất/ảnh hưởng/vi phạm/tính/xử/phạm/bán/hỗ trợ/trực/mở/thu/cấp/dạy/tổ chức/đền/chịu/giảm/miễn/làm việc/giữ) … (không/chưa)",
  "(bao nhiêu/mấy) tuổi … (được/mới được/thì được)",
  "(nơi/cơ quan/chỗ/ai/địa chỉ/đơn vị) (nhận/tiếp nhận/giải quyết/xử lý)",
  "thì (/có) (bị/được/phải/phạm) … (không/chưa/gì/sao/mấy)",
  "(có thật/có đúng/phải/đúng) không",
  "(khi/nếu/trường hợp/lúc/gặp) … (thì/phải/nên/cần/làm) (/làm) (gì/sao/thế nào/gọi/báo/như thế nào/ai)",
  "(thì/nên/muốn) (báo/trình báo/tố giác) (/cho/với/tới/đến/ở) (ai/đâu/cơ quan nào)",
  "(được/có được) … không",
  "(thì/chủ/nó/họ/người đó) (/chủ/sẽ) (bị/chịu/lãnh/phải chịu) (/xử/tội/án) (gì/sao)",
  "ai (chịu/xử lý/giải quyết/phụ trách/có trách nhiệm)",
  "(cho hỏi/xin hỏi/muốn hỏi/cho em hỏi/cho tôi hỏi/hỏi về)",
];

/** Where something is isn't asked but told as unknown. */
export const UNKNOWN: readonly string[] = [
  "(không/chẳng/chả/không có) (/có/một) ai (/nhận/tiếp nhận/giải quyết/xử lý)",
  "không (biết/rõ) (/nó/bé/cháu/con/rò/xì/họ/người/đang/bị) (/rò/xì/đang/bị/đi) (ở đâu/đi đâu/chỗ nào/đâu)",
];

/** Which number "then": asked of any such case, not of one that is happening. */
export const ANY_CASE: readonly string[] = [
  "thì (/mình/em/tôi/cần/nên/phải/sẽ/dân) (gọi/báo/bấm/quay/điện/liên hệ/trình báo/tìm/hỏi)",
  "(nếu/khi/lúc/lỡ/nhỡ) … (gọi/báo/bấm/liên hệ) (/số/cho) (ai/nào/đâu/mấy/số nào/số mấy)",
];

/** A person met online is nothing read there. */
export const MET_ONLINE: readonly string[] = [
  "(quen/bạn/biết/gặp/kết bạn/rủ/lừa/dụ/nhắn) (/quen/biết/nhau) (trên/qua/ở) (mạng/facebook/tiktok/zalo/youtube)",
];

/** Shown to a child these are no fiction but an offence. */
export const ADULT_FILM: readonly string[] = [
  "(phim/clip/video) (bậy/bậy bạ/người lớn/đen/sex/nóng/khiêu dâm/con heo/đồi trụy/18/cấp 3)",
];

/** Read or seen somewhere, not met. */
export const NEWS: readonly string[] = [
  "(đọc/xem/nghe/coi) (/được/trên) (báo/tin/tin tức/thời sự/clip/video/ti vi/tivi/phóng sự/đài/bản tin)",
  "(thấy/đăng/đồn/lan truyền/xôn xao) … (trên/ở) mạng",
  "(trên/ở) (báo/ti vi/tivi/facebook/tiktok/youtube/zalo/thời sự/bản tin)",
  "(đưa tin/bản tin/tin nói/đài nói/báo nói/loan tin/tin tức/bài báo/báo đăng/báo chí/báo đưa/nghe kể/nghe đồn/nghe nói bên/nghe nói ở/nghe nói hay/nghe nói có/nghe nói dạo này/thời sự)",
  "(clip/video) (về/vụ/quay/cảnh/đánh)",
];

/** "Or else" is a threat, no supposition. */
export const OR_ELSE: readonly string[] = [
  "nếu (không/chưa/mà không/báo/kêu/nói/dám)",
  "(dọa/đe dọa/hăm dọa) … nếu",
];

/** Asks for the number itself: then the number is the answer, whatever else is asked. */
export const WHICH_NUMBER: readonly string[] = [
  "gọi (/đến/cho/tới/điện) (/số/đầu số) (nào/mấy/ai/đâu/máy)",
  "số (nào/mấy) để gọi",
];

/** Asks what is to be done: of one's own trouble it is a cry, of such cases in general it is a question. */
export const HOW: readonly string[] = [
  "(thì/phải/nên/cần/để) (làm gì/làm sao/làm thế nào/xử lý/xử trí/làm như thế nào/xử sự)",
  "nên (mang/đem/chuẩn bị/học/dạy/mua/sắm) (/theo) (gì/những gì/sao/thế nào)",
  "thì (/cần/phải/nên) (chuẩn bị/làm/ứng phó/mang) (gì/những gì/sao)",
  "(ra sao/như thế nào/thế nào/kiểu gì)",
  "(báo/trình báo/tố cáo) (ai/đâu/cho ai/ở đâu/chỗ nào/với ai/nơi nào)",
];

/** Somebody's own: those words make a question of what to do a cry. */
export const OWN: readonly string[] = [
  "(nhà/con/vợ/chồng/bố/mẹ/ba/má/cha/ông/bà/anh/chị/em/bạn/cháu/xóm/bản/thôn/chỗ/xe/chú/bác/cô/dì/nội/ngoại/gái/trai) (tôi/em/mình/cháu/con/tao/tớ)",
  "(tôi/em/mình/cháu/con/tao) (/vừa/đang/mới) (bị/vừa/mới/đang/sợ/thấy)",
  "(rồi/kìa/cứu/với/ngay/gấp/nhanh/bây giờ/bi giờ)",
  "(giúp/hộ) (tôi/em/mình/cháu/con)",
];

/** The message looks back on something that is over. */
export const PAST: readonly string[] = [
  "(hôm/đêm/chiều/trưa) (qua/kia/trước/nọ/kìa)",
  "(tối/sáng) qua",
  "(!tối/!sáng) (kia/trước/nọ/kìa)",
  "(tuần/tháng/!ngày/lần/bữa/dạo/đợt/mùa/!năm) (trước/vừa qua/vừa rồi)",
  "ngày (vừa qua/vừa rồi)",
  "!tháng (1/2/3/4/5/6/7/8/9/10/11/12) (vừa rồi/vừa qua/trước)",
  "đã trình báo",
  "năm (ngoái/vừa qua/vừa rồi)",
  "(tuần/bữa/dạo/đợt/!năm/!tháng) kia",
  "(hồi/lúc) (lớp/còn bé/còn nhỏ)",
  "suýt (/bị/nữa) (chết/đuối/cháy/tai nạn/ngã)",
  "(giờ/nay) (/đã/thì) (khỏi/lành/đỡ/ổn/bình thường/xây lại/sửa/êm/yên)",
  "(hồi/hôm/đợt/vụ/từ hồi) (tháng/năm/đầu năm/cuối năm/tết/hè/mùa/bé/thứ)",
  "(trước đây/trước kia/ngày xưa/hồi xưa/hồi trước/hồi nhỏ/năm xưa/từng bị/đã từng)",
  "(mấy/vài/2/3/4/5/6/7/hai/ba/bốn/năm) (ngày/hôm/tuần/tháng/năm) trước",
  "(ngày/mùng/mồng) (1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18/19/20/21/22/23/24/25/26/27/28/29/30/31)",
  `(năm/hồi) (${ANY_YEAR})`,
  "(đã/được) (dập tắt/dập xong/khống chế/xử lý xong/an toàn/giải quyết)",
  "(dập/tắt) (được rồi/xong rồi/rồi)",
  "(không sao/ổn) rồi",
  "(báo nhầm/nhầm rồi/hết cháy)",
];

/** So long ago that even the missing roof and the flood are over. */
export const LONG_AGO: readonly string[] = [
  `(năm/hồi) (${ANY_YEAR})`,
  "(năm ngoái/tháng trước/ngày xưa/hồi xưa/hồi nhỏ/hồi bé/năm xưa/trước đây/trước kia)",
  "(mấy/vài/2/3/4/5/hai/ba/bốn/năm) năm trước",
  "(hồi/lúc) (lớp/còn bé/còn nhỏ)",
  "!năm (kia/trước)",
];

/** Over and made up: what otherwise stays a danger for days is none any more. */
export const SETTLED: readonly string[] = [
  "(đã/rồi/nhưng/cũng) (/đã/cũng) (làm hòa/giảng hòa/hòa giải/xin lỗi nhau)",
  "làm hòa (rồi/xong)",
  "đã giải quyết",
  "(ngày xưa/hồi xưa/trước đây) … (giờ/bây giờ/nay)",
  "(giờ/bây giờ/nay) (/đã/thì) (yên bình/bình yên/yên ổn/đỡ rồi/khỏi rồi)",
];

/** Words of the present that outweigh those. */
export const PRESENT: readonly string[] = [
  "đang",
  "(bây giờ/hiện tại/hiện giờ/hiện nay/lúc này/đến giờ/tới giờ/giờ này/ngay lúc/vẫn còn/vẫn/mới đây)",
  "(chưa tỉnh/không tỉnh)",
];

/** Grown-ups hurt by their families: not a matter for the children's line, unless a child is named. */
export const GROWN_UP: readonly string[] = ["(chồng/vợ/bạn trai/người yêu)"];
export const CHILD_NAMED: readonly string[] = [
  "(tuổi/bé/trẻ em/trẻ con/đứa trẻ/học sinh/con nhỏ/con tôi/con em/con gái/con trai/cháu bé/con riêng/con chồng/con vợ/em bé/đứa nhỏ)",
];

/** Told as a habit of others: for advice, not for a siren. */
export const HABIT: readonly string[] = [
  "(suốt/hay/thường/thường xuyên/nhiều lần/liên tục/lâu nay/hoài/mãi/suốt ngày/toàn)",
  "(ngày nào/đêm nào/tối nào/hôm nào/lúc nào) cũng",
  "mỗi (lần/khi/tối/ngày)",
];

/** Wants it on record: of something over, that is a report. */
export const REPORTS: readonly string[] = [
  "(muốn/xin/cần) (phản ánh/trình báo/kiến nghị/khiếu nại/làm đơn/hỏi)",
];

/** At this moment: what goes on and on is then no habit. */
export const HAPPENING: readonly string[] = [
  "(từ nãy/nãy giờ/mới nãy/đang/kìa/từ sáng/từ trưa/từ chiều/từ tối)",
];

/** Something was taken, nobody is there any more. */
export const LOSS: readonly string[] = [
  "(lấy/trộm/khoắng/cuỗm/vét/bê/dắt) (/đi) (mất/sạch/hết)",
  "(bị mất/mất trộm/mất xe/mất tiền/mất đồ/đã lấy/lấy đi/mất cắp)",
];

/** The writer says that the alarm is a joke or a trial. */
export const JOKE: readonly string[] = [
  "(đùa/giỡn) (tí/chút/thôi/xíu/tý/tẹo/cho vui)",
  "(!đùa/!giỡn/!trêu/troll) (tí/chút/thôi/đấy/đó/mà/vui/xíu/tý/ấy/tẹo/cho vui/bạn/bot/ad)",
  "(nói/em/tôi/mình) (!đùa/!giỡn)",
  "(test/thử) (thôi/mà/tí/chơi/bot/xem/cho vui/hệ thống/phát/cái)",
  "(cho vui/chơi cho vui/cá tháng tư)",
  "thử xem (bot/trợ lý/có/máy)",
];

/** The same words when they say that it is no joke. */
export const NO_JOKE: readonly string[] = [
  "(không/đừng/chẳng/ko phải/không phải/không có/chứ không/đâu có) (/phải/nói/có) (đùa/giỡn/trêu/test/troll/thử)",
  "(đùa/giỡn) đâu",
  "(thật/thiệt) (đấy/mà/đó/không đùa)",
];
