import { PROVINCE } from "../../../language/province.ts";

/** Choices of words shared by the patterns, in the syntax of `PatternBook`. */

const KIN =
  "ông/!bà/a/c/anh/chị/!cô/chú/bác/cậu/mợ/dì/thím/em/cháu/thằng/con/đứa/nhỏ/lão/mụ/hắn/nó/cô giáo/thầy/hàng xóm/vợ/chồng/bạn gái/bạn trai/người yêu/vợ cũ/chồng cũ/chủ nhà/chủ xe/chủ quán/chủ/bạn học/đồng nghiệp/sếp/khách/khách hàng/người dùng";

/** Somebody who isn't the writer. */
export const PERSON = `(${KIN}/người này/người đó/người kia/người ta/người tên/ông ấy/bà ấy/anh ta/anh ấy/cô ấy/cô ta)`;

/** The same where it begins a pattern: what without its marks is some other common word has to be marked. */
export const SOMEBODY =
  "(nó/ông/!bà/!anh/!chị/!cô/!chú/!bác/cậu/thằng/con mẹ/con bà/con nhỏ/đứa/lão/mụ/hắn/hàng xóm/vợ/chồng/người này/người đó/người kia/ông ấy/bà ấy/anh ta/anh ấy/cô ấy/người yêu/bạn gái/bạn trai/chủ nhà/chủ xe/anh trai/em trai/anh rể/con trai/con gái/cháu tôi/con tôi/em tôi/bố tôi/mẹ tôi/cháu em/chú em/bà chủ/ông chủ)";

export const ME = "(tôi/tui/em/mình/tao/tớ/anh/chị/cháu/bọn tôi/chúng tôi/bọn em)";

/** Of the writer: what might have been reported. */
export const MINE =
  "(tôi/tui/em/mình/tao/tớ/anh/nhà/quán/chồng/vợ/con/bố/mẹ/công an/vụ/chuyện/cửa hàng/113/lên xã/lên phường)";

export const REPORTER =
  "(người báo/người báo tin/người đã báo/người tố giác/người đã tố giác/người tố cáo/người đã tố cáo/người trình báo/người phản ánh/người gửi tin/người khai báo/người mách/người gọi 113/người gọi công an/người gọi điện báo/người làm chứng/kẻ báo/đứa báo/thằng báo)";

/** People whose names are nobody's business. */
export const PEOPLE_KEPT_SECRET =
  "(nghiện/người nghiện/con nghiện/ma túy/ra tù/mãn hạn tù/đi tù về/tiền án/tiền sự/nạn nhân/bị hại/đối tượng/bị quản lý/quản chế/theo đạo/tin lành/công giáo/pháp luân công/bạo hành/bạo lực/xâm hại/hiv/nhiễm hiv/bán dâm/mại dâm/tâm thần/bị bắt/bị lừa/phạm nhân/bị tố giác/bị tố cáo/bị phản ánh/bị nghi/cờ bạc/cá độ/đồng tính/gia đình chính sách/người dân/học sinh/hội viên/bệnh nhân/công dân/phụ nữ/hộ dân/trẻ em/hộ nghèo/khách hàng)";

export const POLICE_OR_LEADER =
  "(công an/cảnh sát/trưởng công an/phó công an/cán bộ/chủ tịch/bí thư/trưởng thôn/lãnh đạo/biên phòng/quan chức/tổ trưởng/giám đốc công an)";

export const STATE_LEADER =
  "(đảng/chế độ/nhà nước/chính quyền/chính phủ/tổng bí thư/chủ tịch nước/thủ tướng/quốc hội/lãnh đạo/bộ chính trị/đảng viên/chủ tịch tỉnh/bí thư tỉnh/bác hồ)";

/** Peoples, regions and faiths. */
export const PEOPLES = `(người/những người/mấy người/mấy đứa/đứa/dân/dân gốc/người gốc/dân tộc/tụi/bọn/đám/mấy thằng/mấy ông/gái/trai/tộc) (/h/tỉnh/xứ/đến từ/theo/theo đạo/da/quê/tụi) (mông/tày/nùng/dao/hoa/kinh/thái/mường/sán chay/cao lan/khơ me/trung quốc/tàu/thanh hóa/nghệ an/nam định/hải phòng/hà tĩnh/quảng nam/bắc giang/cao bằng/${PROVINCE.name.toLowerCase()}/miền trung/miền nam/miền tây/miền bắc/bắc kỳ/nam kỳ/lào/campuchia/châu phi/đen/nước ngoài/dân tộc/thiểu số/dân tộc thiểu số/vùng cao/trên núi/miền núi/đạo/công giáo/tin lành/hồi giáo/thiên chúa)`;
