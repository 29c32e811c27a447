/** Classes of words that rules of several kinds share, in the syntax of `PatternBook`. */

export const ME =
  "(tôi/em/mình/cháu/con/tao/tớ/chúng tôi/chúng em/bọn em/tụi em/bọn tôi/tụi tôi/tụi con/chúng cháu/bọn cháu/bọn mình/nhà tôi/nhà em)";

export const SOMEONE =
  "(tôi/em/mình/cháu/con/tao/tớ/anh/chị/mẹ/bố/ba/má/mế/pá/cha/ông/bà/vợ/chồng/bạn/hàng xóm/người/dân/nó/thằng bé/đứa bé/bé/" +
  "con bé/bác/cô/chú/cậu/dì/nhau/thầy/cô giáo/bảo vệ/công an/khách/tài xế/lái xe/đứa/thằng/bọn em/tụi em/người ta/trẻ em/học sinh)";

/** Those who do harm. */
export const THEY =
  "(nó/chúng nó/tụi nó/bọn nó/!chúng/bọn chúng/họ/người ta/hắn/lão/!gã/ông ta/mấy thằng/mấy đứa/2 thằng/hai thằng/3 thằng/ba thằng/một nhóm/" +
  "nhóm người/nhóm thanh niên/đám thanh niên/thanh niên/côn đồ/giang hồ/xã hội đen/hàng xóm/thằng/kẻ/người lạ/chủ trọ/chủ nhà/ông chủ/thằng chủ/anh kia/ông kia/chú kia/thằng kia/gã kia/bọn môi giới/môi giới/người đàn ông/đàn ông/ai đó/bọn/tụi/lũ)";

export const CHILD =
  "(con tôi/con em/con mình/con nhỏ/con gái/con trai/cháu bé/cháu nhỏ/bé gái/bé trai/em bé/đứa bé/đứa trẻ/đứa nhỏ/đứa con/trẻ em/trẻ con/trẻ/" +
  "học sinh/em gái/em trai/cháu/bé/cháu gái/cháu trai/con bé/thằng bé/thằng cu/con riêng/cháu nhà/cháu tôi/mấy đứa/mấy bé/em nhỏ/thằng nhỏ/bạn cùng lớp/em tôi/em họ)";

export const KIN =
  "(chồng/vợ/bố/ba/cha/mẹ/má/con trai/anh trai/em trai/bố chồng/mẹ chồng/em chồng/anh chồng/anh rể/con rể/con dâu/bạn trai/người yêu/" +
  "lão chồng/thằng chồng/ông chồng/chồng cũ/người yêu cũ/bồ/bố dượng/cậu/chú/thằng con/ông xã)";

export const PARENT =
  "(bố/ba/mẹ/má/bố nuôi/cha nuôi/bố ruột/mẹ ruột/mẹ nuôi/thầy chủ nhiệm/bố dượng/dượng/cha/cha dượng/ba dượng/mẹ kế/dì ghẻ/mẹ ghẻ/dì/ông/bà/chú/bác/cậu/thầy/thầy giáo/cô giáo/cô/anh trai/anh họ/" +
  "anh/gia sư/huấn luyện viên/bảo vệ/hàng xóm/ông hàng xóm/chú hàng xóm/bác hàng xóm/chủ trọ/người giúp việc/bảo mẫu/người lạ/tài xế)";

/** Blows. */
export const HIT =
  "(đánh/đập/!tát/đấm/!đá/đạp/bóp cổ/siết cổ/bạo hành/hành hạ/hành hung/tra tấn/đánh đập/quất/vụt/đâm/chém/túm tóc/lôi tóc/nắm tóc/đốt/!tẩn/nện/giết/đánh chết/dí thuốc lá/đổ nước sôi/dội/!tạt/hắt/xiên/phang/oánh/uýnh/quýnh/thọc/!lụi/nhấn nước/dìm/bẻ tay/!cắn/giật tóc)";

/** What no one may do to another's body. */
export const MOLEST =
  "(xâm hại/dâm ô/!sờ/sờ mó/sờ soạng/sàm sỡ/hiếp/hiếp dâm/cưỡng hiếp/cưỡng bức/lạm dụng/quấy rối/giở trò/làm nhục/làm bậy/làm chuyện bậy/làm chuyện đó/làm chuyện người lớn/làm chuyện bậy bạ/bậy bạ/ngủ với/quan hệ với/thủ dâm/ôm hôn/cởi quần áo/cởi quần/" +
  "cởi áo/cởi đồ/lột đồ/lột quần áo/lột quần/đụng chạm/vuốt ve/sờ đùi/sờ ngực/gạ tình/ép quan hệ/sờ vào/sờ người/sờ chỗ kín/!đè/đè ra/mò vào người/!hôn/nhìn trộm)";

export const HELD =
  "(nhốt/giam/giam giữ/!trói/trói lại/trói tay/bỏ đói/xích/giữ lại/cầm giữ/bắt giữ/giam lỏng/khóa cửa/khóa trái)";

export const WATER =
  "(sông/suối/ao/hồ/giếng/hố/kênh/mương/đập/biển/nước/cống/bể/bể bơi/hồ bơi/thác/đầm/vũng/hố công trình/bể nước/hầm biogas/ghềnh/khe nước/hố nước/lạch/bể phốt)";

export const BLADE =
  "(dao/súng/mã tấu/kiếm/phóng lợn/tuýp sắt/tuýp/gậy/búa/rìu/rựa/dao phay/dao quắm/côn/vũ khí/hung khí/lựu đạn/mìn/bom xăng/vỏ chai/chai vỡ/điếu cày/liềm/!cuốc/xẻng/thanh sắt/xà beng/!kéo/dao nhọn/hàng nóng/bình xịt/gạch/đao/gươm/giáo/nỏ/cung/ná/tuốc nơ vít/dùi cui/kim tiêm/xi lanh/roi điện)";

export const ABROAD =
  "(trung quốc/tàu/campuchia/cam pu chia/campuchea/cam/myanmar/miến điện/lào/thái lan/biên giới/biên/nước ngoài/bên kia/bằng tường/quảng tây/quảng đông/tam giác vàng)";

/** Thing or place that burns. */
export const BURNS =
  "(nhà/bếp/xưởng/kho/chợ/quán/trường/phòng/chung cư/xe/ô tô/xe máy/xe tải/xe khách/xe bồn/xe điện/công ty/khách sạn/cửa hàng/tòa nhà/lán/chòi/trại/lều/bãi/" +
  "ký túc xá/trạm xăng/cây xăng/điện/bình ga/bình gas/bình điện/gác/mái nhà/dãy trọ/phòng trọ/nhà trọ/chuồng/trạm điện/trạm biến áp/đống rơm/đống rác/rơm/" +
  "ổ điện/ổ cắm/quạt/tủ lạnh/điều hòa/điện thoại/dây điện/cột điện/sạc/lò/bàn thờ/vàng mã/rèm/nệm/chăn/hàng mã/tầng hầm/hầm xe/mái/cái nhà/tủ điện/kiot/ki ốt/sạp/tiệm/tiệm vàng/quán net/quán karaoke/quán bar/hội trường/trụ sở/bệnh viện/siêu thị/lò gạch/xưởng gỗ/bếp ăn/nhà sàn/nhà kho)";
