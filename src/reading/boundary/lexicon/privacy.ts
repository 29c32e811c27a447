import type { BoundaryRule } from "../boundary.ts";
import { ME, MINE, PEOPLE_KEPT_SECRET, PERSON, REPORTER, SOMEBODY } from "./named-people.ts";

const RANK =
  "giám đốc/phó giám đốc/trưởng công an/phó trưởng công an/công an/cán bộ/chủ tịch/phó chủ tịch/thanh tra/đại tá/thượng tá/trung tá/thiếu tá/đại úy/thiếu tướng/bộ trưởng/lãnh đạo/điều tra viên/kiểm sát viên/thẩm phán/quản trị viên/admin/trực ban/sếp/bí thư/cảnh sát/phóng viên/nhà báo/luật sư/an ninh mạng/bộ công an/viện kiểm sát/tòa án/cục/thanh tra chính phủ/kỹ thuật/lập trình viên";
const CLAIM = `(tôi/tui/mình/tao/anh/chị/em/tớ/đây) (/đang/chính/hiện) (là/bên/ở/công tác ở/công tác tại/làm ở/làm việc ở/làm bên) (/đồng chí) (${RANK})`;
const GIVE = "(cho/gửi/cung cấp/cấp/đưa/mở/đọc/xuất/in/xem/trích/yêu cầu/cần/lấy/nộp/báo cáo)";
const SECRETS =
  "(tin báo/tin báo của dân/danh sách người/danh sách tin/danh sách tin báo/danh sách các tin/toàn bộ tin/toàn bộ tin báo/các tin báo/tin báo tháng/tin báo tuần/tin báo hôm nay/nội dung tin/nội dung các tin/người tố giác/người báo tin/người báo/ai báo/ai vừa báo/ai tố giác/danh tính/hồ sơ vụ/hồ sơ của/thông tin cá nhân/mật khẩu/tài khoản quản trị/quyền quản trị/quyền truy cập/nội bộ/tài liệu mật/lịch tuần tra/nhật ký/cơ sở dữ liệu/số điện thoại của dân/người dân)";

const WHO =
  "(ai/đứa nào/đứa mô/thằng mô/thằng nào/người nào/con nào/kẻ nào/nhà nào/đứa quái nào/thằng chó nào/con chó nào/thằng khốn nào/những ai/hàng xóm nào)";
const REPORT =
  "(báo/báo cáo/báo tin/tố giác/tố cáo/tố/mách/mách lẻo/khai/khai ra/khai báo/trình báo/phản ánh/gọi công an/gọi 113/chỉ điểm/bép xép/thưa/kiện)";

const DATUM =
  "số điện thoại/số đt/đt/số di động/số máy/số zalo/zalo/nick/facebook/địa chỉ/nhà riêng/chỗ ở/nơi ở/số nhà/căn cước/căn cước công dân/cmnd/chứng minh/chứng minh thư/hộ khẩu/số tài khoản/lý lịch/thông tin/thông tin cá nhân/tên thật/họ tên/ngày sinh/quê quán/info/in tư/vị trí/tung tích/tin nhắn/lịch sử cuộc gọi/danh bạ";
/** A surname and the middle name after it: no place is called so, but the commune of Hoàng Văn Thụ. */
const FULL_NAME =
  "(nguyễn/trần/lê/phạm/huỳnh/phan/vũ/võ/đặng/bùi/đỗ/hồ/ngô/dương/lý/nông/hà/lương/vi/đinh/triệu/chu/mã/đàm/lã) (thị/văn/đức/minh/quang/thanh/hữu/xuân/ngọc/thu/thùy/công/quốc/mạnh/bá/đình/hồng/kim/hoài/phương)";
const WHERE =
  "(ở đâu/chỗ nào/khối mấy/khối nào/thôn nào/xóm nào/số mấy/ngõ nào/đường nào/xã nào/phường nào/tổ mấy/tổ nào/số bao nhiêu)";
const SECRET_CODE = "(otp/mã otp/mật khẩu/mã xác nhận/mã xác thực/mã pin/cvv/mã thẻ/pass)";

/** About people: who says so, who reported, who lives where. */
export const PRIVACY_RULES: readonly BoundaryRule[] = [
  {
    id: "impersonation",
    unless: ["(hỏi/thế nào/quy trình/làm gì/làm sao/bao lâu/quy định/mẫu/số liệu/là gì/khi)"],
    phrases: [`${CLAIM} & ${GIVE} … ${SECRETS}`],
  },
  {
    id: "impersonation",
    phrases: [
      `${CLAIM} & (danh sách/danh tính/số điện thoại/tên/ai/xác nhận) … (tố giác/báo tin/người báo/tố cáo/nạn nhân)`,
      `${CLAIM} & (cấp quyền/vào xem/đăng nhập/truy cập/xem dữ liệu/trích xuất/trích dữ liệu)`,
      `${CLAIM} & bao nhiêu người … (tố giác/tố cáo/báo tin)`,
      `${CLAIM} & (quyền quản trị/quyền truy cập/chế độ debug/nhật ký trò chuyện/cơ sở dữ liệu/dữ liệu người dân)`,
      "(tôi/tui/mình/tao/anh/đây) (/đang) là (admin/quản trị viên/người tạo ra bạn/lập trình viên của bạn/chủ của bạn)",
    ],
  },
  {
    id: "whoReported",
    unless: [
      "(giữ bí mật/bí mật cho/bí mật của/giữ kín/bảo mật/bảo vệ/bị lộ/lộ danh tính/ẩn danh/có lộ/trả thù)",
      "(quyền/nghĩa vụ/trách nhiệm/khen thưởng/thế nào là/thẩm quyền)",
      "(tố giác/báo tin/tố cáo/tin báo/nặc danh/ẩn danh) là gì",
      "(tiếp nhận/giải quyết/hướng dẫn) … (tin/đơn/tố giác/tố cáo)",
      "(có thể/phải/nên/cần/được/muốn) (tố giác/tố cáo/báo tin/báo công an)",
      "(thông báo/trả lời/bồi thường) … cho",
      "(lộ/biết) (tên/mình)",
      "(báo/báo lại/nhắn lại) cho (tôi/tui/em/mình) (/biết) (là/khi/rằng/lúc) (/đã/có) (nhận/tiếp nhận/xong/xử lý/giải quyết/kết quả)",
      "(gọi/nhắn) … (lừa/xưng/vay/quấy rối/đòi nợ)",
    ],
    phrases: [
      `(tên/họ tên/số điện thoại/số/thông tin/danh tính/địa chỉ/danh sách/lai lịch/facebook/zalo/nick) … ${REPORTER}`,
      `${REPORTER} … (là ai/tên gì/tên là gì/tên ai/ở đâu/là thằng nào/là đứa nào/đàn ông/đàn bà/nam hay nữ/nhà ở)`,
      `${WHO} (/là người/là kẻ/đã/dám/vừa/lại/đi/mới/hay/tới/đến) ${REPORT} … ${MINE}`,
      `(do/tại/vì) ${WHO} (/đã/đi/vừa) ${REPORT}`,
      `${WHO} … (mách/mách lẻo/khai ra/chỉ điểm/bép xép)`,
      `ai là (người/kẻ/đứa) (/đã/đi/vừa) ${REPORT}`,
      `(có/đã có/có phải/không có) (ai/người nào/đứa nào/thằng nào/kẻ nào) (/đã/đi/tới/đến/lên/hay) ${REPORT} … (tôi/tui/em/mình/tao/nhà/quán/chồng/vợ/con/bố/mẹ/hàng xóm/nó/ông/bà/anh)`,
      `có phải ${SOMEBODY} … ${REPORT} … ${MINE}`,
      "(tôi/tui/em/mình/tao/nhà tôi/nhà em/quán tôi/chồng tôi/con tôi) (/có) (/đang) bị (ai/ai đó/người ta/hàng xóm) (/nào) (báo/tố giác/tố cáo/phản ánh)",
      "(tôi/tui/em/mình/tao/nhà tôi/nhà em/quán tôi/chồng tôi/con tôi/nó/ông/bà/hàng xóm) … có bị (/ai/ai đó) (báo/tố giác/tố cáo/trình báo) (/lên/với/cho/công an/chưa/không)",
      "(báo/tố giác) … (tôi/em/mình/tao/nhà tôi) là ai",
      `${WHO} … (gọi công an/báo công an/gọi 113/gửi tin báo/gửi đơn/báo lên)`,
      "(nghe/nghe lời/theo lời) (ai/đứa nào/thằng nào) & (công an/nhà/quán)",
      "(là/có phải) (người/đứa/kẻ/thằng) (/đã/đi) (mách/báo công an/tố giác/tố cáo/khai ra/chỉ điểm) & (không/à/chưa)",
      "(tên/nhà/tên của) (tôi/em/mình/tao/tui) … (trong/bị nêu/bị nhắc) … (tin báo/đơn/danh sách/tố cáo)",
      "(nó/ông/!bà/hàng xóm/vợ/chồng/thằng/hắn/người này/ông ấy/bà ấy) … (có/đã) (báo/tố giác/tố cáo) (công an/tôi/em/mình/tao/nhà) … (không/chưa/à/phải không)",
      "(đơn/đơn thư/tin/tin báo/thư) (/thư/tố cáo/tố giác/phản ánh/nặc danh) (nào/gì) & (tôi/tui/em/tao/mình/nhà/quán/chồng/vợ/nó/ông/!bà/hàng xóm)",
    ],
  },
  {
    id: "personList",
    unless: [
      "(khu dân cư/chất ma túy/văn bản/mô hình/xã/đơn vị/tên gọi/tên phong trào) (đạt/được/về/nào/phải)",
      "(lập danh sách/ai quản lý/cơ quan nào)",
      "(được coi/bị coi/hỗ trợ/chế độ/quy định/tái hòa nhập/áp dụng/được khen/tham gia/giúp đỡ) (/cho)",
      "(bao nhiêu/tỷ lệ/số liệu/mô hình/tiêu chuẩn/tiêu chí/thế nào/như thế nào)",
      "(thủ đoạn/hình thức/kiểu) … lừa",
      "(công an xã/trực ban/đường dây nóng)",
      "(giấu tên/giấu danh tính/giấu mặt/không nêu tên/giữ kín tên/che tên)",
    ],
    phrases: [
      `(danh sách/ds/file/excel/liệt kê/kể tên/tên tuổi/lọc tên/in tên/thống kê tên/họ tên/nêu tên/đọc tên) & ${PEOPLE_KEPT_SECRET}`,
      "(danh sách/ds/những người/tên) … (từng đi tù/đi tù/ở tù/vào tù)",
      `(lọc/in/in ra/tên/tên những/xuất) … ${PEOPLE_KEPT_SECRET}`,
      `(những ai/những người nào/có ai/gồm ai/ai đang/nhà ai/nhà nào/hộ nào) … (nghiện/ma túy/ra tù/mãn hạn tù/tiền án/tiền sự/bị quản lý/quản chế/theo đạo/hiv/mại dâm/tâm thần/bị tố giác)`,
    ],
  },
  {
    id: "personalLookup",
    phrases: [
      "(nhà riêng/số riêng/số cá nhân/địa chỉ nhà/di động riêng/số điện thoại riêng/số điện thoại cá nhân) … (giám đốc/chủ tịch/trưởng/phó/cán bộ/công an/bí thư/sếp)",
      "(biển/biển số/số xe/biển xe) … (của nhà nào/của thằng nào/của ai/của đứa nào/là của ai)",
      `(thông tin cá nhân/thông tin/lý lịch/căn cước công dân/số điện thoại/địa chỉ/nhà riêng/quê quán) (/của) ${FULL_NAME}`,
      `(xin/cho/có/biết) (/tôi/em/mình/anh/chị) (/xin) (số/điện thoại/đt) (/của) ${SOMEBODY}`,
      "(tra/tra ra/tìm/tìm ra/truy ra/dò ra/lần ra) (/giúp/hộ) (tên/họ tên/địa chỉ/nhà/chủ/số) (nó/hắn/chủ/thằng/con/số này/người này/đứa)",
    ],
  },
  {
    id: "personalLookup",
    unless: ["(bảo/đòi/gọi/xưng/lừa/lộ/lỡ/trót/đã đưa/đã gửi/mới đưa/yêu cầu/bị) … (otp/mật khẩu/mã)"],
    phrases: [
      `(cho/xin/lấy/gửi/cung cấp/đưa/lấy hộ/lấy giúp) (/hộ/giúp/cho) ${ME} (/xin/biết) ${SECRET_CODE} … (của/khách/vừa/người/ông/bà/nó/hắn)`,
      `(cho/xin/lấy/đưa) … ${SECRET_CODE} (/của/ngân hàng) … (khách/người/ông/!bà/nó/hắn/vợ/chồng)`,
    ],
  },
  {
    id: "personalLookup",
    afterIncident: true,
    unless: [
      "(công an xã/công an phường/công an tỉnh/trực ban/cơ quan/ubnd/ủy ban/đồn biên phòng/công an cấp xã/trụ sở/tổng đài/đường dây nóng)",
      "(công an/cán bộ/nhà trường/người lạ/họ/ai) … (có được/được phép/có quyền/được quyền)",
      "(bị lộ/lộ/bị mất/bị trộm/nhặt được/bảo vệ/bảo mật/giữ bí mật)",
      "(thông tin cá nhân/căn cước/otp/dữ liệu cá nhân/mật khẩu/số định danh) là gì",
      "(xin phép/thủ tục)",
      "(trưởng ban/giám đốc/trưởng công an/chủ tịch/bí thư) … (tên gì/là ai)",
      "(chỗ ở/nơi ở/thông tin) con người",
    ],
    phrases: [
      "(tra/tra cứu/tra giúp/tìm/tìm giúp/kiểm tra/check/xem/cho biết/xác định/truy) … (cccd/căn cước/cmnd/chứng minh/số điện thoại/biển số/biển/số tài khoản/số xe) … (là ai/của ai/nhà ở đâu/ở đâu/tên gì/tên ai/chủ/tên chủ)",
      "(cccd/căn cước công dân/căn cước/số điện thoại/biển số/số tài khoản/số này/biển xe/biển số xe/facebook này/nick này/zalo này/tài khoản này) … (là ai/là của ai/của ai/nhà ở đâu/tên gì/tên ai/chủ nick)",
      `(${DATUM}) (/riêng/nhà/thường trú/thật/facebook/zalo/của nhà) (/của) ${PERSON}`,
      `(${DATUM}) (/của) (người dùng/chủ/khách) … (này/đó/kia/số/biển)`,
      `(tìm/tra/xem/hỏi) … (/số/địa chỉ) nhà (/của) ${SOMEBODY}`,
      `(nhà/số nhà/địa chỉ) (/của) (${"thằng/con/ông/!bà/!anh/!chị/!cô/!chú/!bác/nó/hắn/người yêu/lão/mụ/em"}) … ${WHERE}`,
      `${SOMEBODY} … (nhà/nhà ở/sống/trú) ${WHERE}`,
      `người tên & (nhà/nhà ở/sống/trú/ở) ${WHERE}`,
      `(người tên/chủ cửa hàng/chủ quán/chủ shop/chủ nick) … (tên gì/tên là gì/nhà ở/ở thôn/${WHERE.slice(1, -1)})`,
      `${SOMEBODY} … (tiền án/tiền sự/án tích/đi tù/ở tù) … (không/chưa/gì)`,
      `(kiểm tra/tra/xem/check) … (tiền án/tiền sự/án tích/lý lịch) … (không/chưa/gì/của)`,
      "(nó/hắn/ông ấy/thằng) … (có nghiện/nghiện) (không/chưa)",
      "(định vị/dò vị trí/theo dõi vị trí/theo dõi) … (điện thoại/số/vợ/chồng/người yêu/người)",
      `(tìm/xem/biết/dò) … (người yêu/người yêu cũ/vợ/chồng/nó/bạn gái/bạn trai) … ở đâu`,
      "(chủ xe/chủ máy/chủ nhân/chủ số/chủ nick/chủ tài khoản) … (là ai/biển/tên gì/tên là gì/tên ai/ở đâu)",
      "(tên chủ/tên ai/đứng tên ai) & (xe/biển/số/máy/đất/tài khoản)",
      `(đọc/đọc trộm/xem/xem trộm/tra/check/kiểm tra/mở/vào) … (tin nhắn/zalo/facebook/máy/danh bạ/cuộc gọi) … (nó/vợ/chồng/con gái/con trai/bạn gái/bạn trai/người yêu)`,
      `${SOMEBODY} & (số điện thoại/số zalo/địa chỉ/số nhà/căn cước/số tài khoản) (/là/của) (bao nhiêu/mấy/gì/số mấy/thế nào)`,
      "(biết/biết được/chỉ/bik/bit) … nhà (thằng/con/ông/!bà/!anh/!chị/!cô/!chú/!bác/lão/mụ) … (đâu/không/chỗ nào/với)",
      "ai là chủ (/của) (cái/chiếc/xe/nhà/quán/đất/số/nick/trang/tài khoản/con)",
      `(hồ sơ/bệnh án/hồ sơ bệnh án/sao kê/hộ khẩu/học bạ/giấy khai sinh/tiền lương/giấy tờ/sổ đỏ) (/của) ${SOMEBODY} & (cho/xem/gửi/tra/tìm/xin)`,
      "(căn cước/căn cước công dân/chứng minh/biển số/giấy tờ) (này/kia/đó) (/là) (thật/giả) hay (thật/giả)",
      "(vợ/chồng/nó/con gái/con trai/người yêu/bạn gái/bạn trai) … (nhắn tin/chat/nói chuyện/gọi điện/nhắn) (/với/cho) ai",
      "(căn cước/căn cước công dân/ảnh căn cước/chứng minh) (/công dân) (/của) (nó/hắn/thằng/người này/người đó) & (kiểm tra/tra/thật hay giả/xem)",
      "(người khác/người dân/ai khác/mọi người) … (nhắn/hỏi/chat/kể/báo) … (với bạn/với bot/với mày/cho bạn/cho bot)",
      "(trích/trích xuất/xuất/lấy) (/lại/hình/hình ảnh/giúp/hộ) camera",
      "(cho/xin/gửi/trích/lấy) (/giúp/hộ/cho) (tôi/tui/mình/em/anh) (/xem/xin) (/lại) (camera/hình camera/hình ảnh camera/clip camera/dữ liệu camera)",
    ],
  },
];
