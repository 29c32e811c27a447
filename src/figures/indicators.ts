/**
 * What each indicator is called, and the words (tags of the lexicon, without "is:") that must all be in a question
 * for it; "a|b" is either. `not` rules it out. `with` are indicators always told along.
 */
export interface Indicator {
  readonly id: string;
  readonly title: string;
  /** Counted for the whole country only: that is meant where no place is named. */
  readonly nationOnly?: true;
  /** The stored indicator, where this one is a part of it, and how the detail of that part begins. */
  readonly of?: string;
  readonly detail?: string;
  readonly needs: readonly string[];
  readonly not?: readonly string[];
  readonly with?: readonly string[];
  /** True where the unit types of the question choose among the facts. */
  readonly byUnit?: boolean;
  /** `rate`: higher is a share in percent; `change`: up or down; `goal`: aimed at, not reached. */
  readonly kind?: "rate" | "change" | "goal";
}

const MERIT = "award_certificate_of_merit_minister_public_security";
const LETTER = "award_commendation_letter_provincial_police_director";
export const STANDARD = "safety_standard_met";
export const UNITS = "commune_level_units";
export const MODELS = ["models_total", "models_maintained", "models_new", "police_emulation_models"] as const;

export const INDICATORS: readonly Indicator[] = [
  { id: STANDARD, title: "Đạt tiêu chuẩn “An toàn về an ninh, trật tự”", needs: ["never"], byUnit: true },
  {
    id: "safety_standard_registered",
    title: "Đăng ký phấn đấu đạt tiêu chuẩn “An toàn về an ninh, trật tự”",
    needs: ["registered"],
    byUnit: true,
  },
  {
    id: "safety_standard_met_by_province_decision",
    title: "Đơn vị do UBND tỉnh công nhận đạt tiêu chuẩn “An toàn về an ninh, trật tự”",
    needs: ["byProvince"],
  },
  {
    id: "movement_ranking_excellent",
    title: "Đơn vị xếp loại phong trào xuất sắc",
    needs: ["excellent", "movementRank"],
  },
  { id: "movement_ranking_good", title: "Đơn vị xếp loại phong trào khá", needs: ["good", "movementRank"] },
  {
    id: "movement_ranking_average",
    title: "Đơn vị xếp loại phong trào trung bình",
    needs: ["average", "movementRank"],
  },
  {
    id: "new_rural_criterion_19_2_met",
    title: "Đạt chỉ tiêu 19.2 về an ninh, trật tự trong nông thôn mới",
    needs: ["newRural"],
    byUnit: true,
  },
  { id: "exemplary_units", title: "Đơn vị điển hình về phong trào", needs: ["exemplary"], not: ["model"] },
  { id: "exemplars", title: "Điển hình tiên tiến", needs: ["exemplary"], not: ["model"] },
  {
    id: "exemplary_commune_criteria_met",
    title: "Tiêu chí xã điển hình đã đạt",
    needs: ["exemplary"],
    not: ["model"],
  },

  { id: "models_total", title: "Mô hình", not: ["camera"], needs: ["model"], with: ["model_points"] },
  { id: "models_maintained", title: "Mô hình liên kết được duy trì", needs: ["model", "maintained"] },
  { id: "models_new", title: "Mô hình xây mới", needs: ["model", "new"] },
  {
    id: "police_emulation_models",
    title: "Mô hình, cách làm thi đua của các đơn vị Công an",
    needs: ["policeEmulation", "model|policeEmulation"],
    not: ["award"],
  },
  { id: "model_points", title: "Điểm nhân rộng mô hình", needs: ["modelPoint"], not: ["camera", "festival"] },
  { id: "model_types", title: "Loại mô hình", needs: ["modelType"] },
  { id: "model_members", title: "Thành viên các mô hình", needs: ["model", "member"] },
  {
    id: "models_clan",
    title: "Mô hình Dòng họ tự quản",
    of: "models_by_type",
    detail: "Dòng họ",
    needs: ["model", "clan"],
  },
  {
    id: "models_gong",
    title: "Mô hình Tiếng kẻng an ninh",
    of: "models_by_type",
    detail: "Tiếng kẻng",
    needs: ["model", "gong"],
  },
  {
    id: "models_neighbourhood",
    title: "Mô hình Xóm liên gia tự quản",
    of: "models_by_type",
    detail: "Xóm liên gia",
    needs: ["model", "neighbourhood"],
  },
  {
    id: "models_cluster",
    title: "Mô hình Cụm liên kết về an ninh, trật tự",
    of: "models_by_type",
    detail: "Cụm liên kết",
    needs: ["model", "cluster"],
  },
  {
    id: "models_parish",
    title: "Mô hình Xứ đạo, họ đạo an toàn",
    of: "models_by_type",
    detail: "Xứ đạo",
    needs: ["model", "parish"],
  },
  {
    id: "models_union",
    title: "Mô hình tự quản của đoàn thể",
    of: "models_by_type",
    detail: "Tự quản của đoàn thể",
    needs: ["model", "union"],
  },
  { id: "camera_model_points", title: "Điểm mô hình camera an ninh", needs: ["camera", "modelPoint|model"] },
  { id: "security_cameras", title: "Mắt camera an ninh", needs: ["camera"] },
  {
    id: "cameras_committed_to_share",
    title: "Camera cam kết chia sẻ hình ảnh",
    needs: ["camera", "share|commitment"],
    kind: "rate",
  },

  { id: "launch_events", title: "Phát động phong trào", needs: ["launch"] },
  { id: "launch_participants", title: "Người dự các đợt phát động", needs: ["launch", "people"] },
  {
    id: "launch_events_over_target",
    title: "Địa bàn phát động vượt chỉ tiêu",
    needs: ["over", "launch|place|target"],
    with: ["launch_events_over_target_percent"],
    not: ["newRural"],
  },
  {
    id: "launch_events_over_target_percent",
    title: "Mức vượt chỉ tiêu phát động",
    needs: ["over", "launch|place|target"],
    kind: "rate",
  },
  {
    id: "launch_target",
    title: "Chỉ tiêu phát động",
    needs: ["target", "launch|place"],
    not: ["over", "crime", "drugFree", "clearance", "hotspot"],
  },

  { id: MERIT, title: "Bằng khen của Bộ trưởng Bộ Công an", needs: ["merit"] },
  { id: LETTER, title: "Giấy khen của Giám đốc Công an tỉnh", needs: ["letter"] },
  {
    id: MERIT,
    title: "Bằng khen của Bộ trưởng Bộ Công an",
    needs: ["award"],
    not: ["merit", "letter", "policeEmulation", "district"],
  },
  {
    id: LETTER,
    title: "Giấy khen của Giám đốc Công an tỉnh",
    needs: ["award"],
    not: ["merit", "letter", "policeEmulation", "district"],
  },
  { id: "district_awards", title: "Khen thưởng của huyện", needs: ["award", "district"] },
  {
    id: "police_emulation_awards",
    title: "Khen thưởng thi đua trong Công an tỉnh",
    needs: ["policeEmulation", "award"],
  },

  {
    id: "case_clearance_rate",
    title: "Tỷ lệ khám phá án",
    needs: ["clearance"],
    not: ["target"],
    with: ["criminal_cases_solved", "criminal_suspects"],
    kind: "rate",
  },
  {
    id: "case_clearance_rate_very_serious",
    title: "Tỷ lệ khám phá án rất nghiêm trọng, đặc biệt nghiêm trọng",
    needs: ["clearance", "serious"],
    not: ["target"],
    kind: "rate",
  },
  {
    id: "criminal_cases_solved",
    title: "Vụ phạm pháp hình sự đã khám phá",
    needs: ["clearance|crime", "case|crime"],
    not: ["change", "suspect", "drug", "scam", "fireworks", "target", "publicOrder", "perYear"],
    with: ["criminal_suspects"],
  },
  {
    id: "criminal_suspects",
    title: "Đối tượng phạm pháp hình sự",
    needs: ["clearance|crime", "suspect"],
    not: ["drug", "scam", "fireworks", "target"],
  },
  {
    id: "criminal_cases",
    title: "Vụ phạm pháp hình sự xảy ra",
    needs: ["crime", "case|crime"],
    not: ["drug", "scam", "fireworks", "target", "clearance", "change", "suspect", "perYear"],
  },
  {
    id: "criminal_cases_per_year",
    title: "Mức phạm pháp hình sự trong một năm",
    needs: ["crime", "perYear"],
    not: ["drug", "target"],
  },
  {
    id: "cases_solved",
    title: "Vụ đã điều tra, khám phá",
    needs: ["clearance", "case"],
    not: ["drug", "target"],
  },
  {
    id: "public_order_violations",
    title: "Vụ vi phạm về trật tự xã hội",
    needs: ["publicOrder"],
    not: ["target", "change", "drug"],
  },
  {
    id: "public_order_crime_change_percent",
    title: "Tăng, giảm phạm pháp hình sự so với năm trước",
    needs: ["crime|publicOrder", "change"],
    not: ["target", "drug", "scam", "clearance"],
    kind: "change",
  },
  { id: "social_vice_cases", title: "Vụ tệ nạn xã hội", needs: ["vice"], not: ["drug"] },
  { id: "other_cases", title: "Vụ việc khác", needs: ["otherCase"] },
  {
    id: "drug_cases",
    title: "Vụ ma túy",
    needs: ["drug"],
    not: ["drugFree", "suspect"],
    with: ["drug_suspects"],
  },
  {
    id: "drug_cases",
    title: "Vụ ma túy",
    needs: ["drug", "case"],
    not: ["drugFree"],
    with: ["drug_suspects"],
  },
  {
    id: "drug_suspects",
    title: "Đối tượng ma túy",
    needs: ["drug", "suspect"],
    not: ["drugFree"],
    with: ["drug_cases"],
  },
  {
    id: "online_scam_cases",
    title: "Vụ lừa đảo trên mạng",
    needs: ["scam"],
    not: ["prevented", "loss", "money"],
    with: ["online_scam_loss"],
  },
  {
    id: "online_scam_loss",
    title: "Thiệt hại do lừa đảo trên mạng",
    needs: ["scam", "loss|money"],
    not: ["prevented"],
    with: ["online_scam_cases"],
  },
  {
    id: "scam_transfers_prevented_cases",
    title: "Vụ chuyển tiền cho kẻ lừa đảo được ngăn chặn",
    needs: ["scam", "prevented"],
    with: ["scam_transfers_prevented_value"],
  },
  {
    id: "scam_transfers_prevented_value",
    title: "Số tiền ngăn chặn không bị chuyển cho kẻ lừa đảo",
    needs: ["scam", "prevented", "money"],
  },
  { id: "assets_recovered", title: "Tài sản thu hồi", needs: ["recovered"] },
  {
    id: "fireworks_cases",
    title: "Vụ vi phạm về pháo",
    needs: ["fireworks"],
    not: ["suspect", "weight", "seized"],
    with: ["fireworks_suspects"],
  },
  {
    id: "fireworks_cases",
    title: "Vụ vi phạm về pháo",
    needs: ["fireworks", "case"],
    with: ["fireworks_suspects"],
  },
  { id: "fireworks_suspects", title: "Đối tượng vi phạm về pháo", needs: ["fireworks", "suspect"] },
  {
    id: "fireworks_seized_single_case",
    title: "Pháo nổ thu giữ trong một vụ",
    needs: ["fireworks", "weight|seized"],
  },
  { id: "deaths", title: "Người chết trong các vụ việc", needs: ["dead"], not: ["traffic"] },
  { id: "injured", title: "Người bị thương trong các vụ việc", needs: ["injured"], not: ["traffic"] },
  { id: "property_loss", title: "Thiệt hại tài sản", needs: ["loss"], not: ["scam"] },
  {
    id: "traffic_accidents",
    title: "Vụ tai nạn giao thông",
    needs: ["traffic"],
    with: ["traffic_deaths", "traffic_injured"],
  },
  { id: "traffic_deaths", title: "Người chết vì tai nạn giao thông", needs: ["traffic", "dead"] },
  { id: "traffic_injured", title: "Người bị thương vì tai nạn giao thông", needs: ["traffic", "injured"] },

  {
    id: "target_public_order_crime_reduction",
    title: "Chỉ tiêu kéo giảm phạm tội về trật tự xã hội",
    needs: ["target", "crime|publicOrder"],
    not: ["clearance", "drug"],
    kind: "goal",
  },
  {
    id: "target_communes_without_drugs",
    title: "Chỉ tiêu xã, phường không ma túy",
    needs: ["target", "drugFree|drug"],
    kind: "goal",
  },
  {
    id: "target_communes_without_drugs",
    title: "Chỉ tiêu xã, phường không ma túy",
    needs: ["drugFree"],
    kind: "goal",
  },
  {
    id: "target_case_clearance_rate",
    title: "Chỉ tiêu tỷ lệ điều tra, khám phá án",
    needs: ["target", "clearance"],
    kind: "goal",
  },
  {
    id: "target_case_clearance_rate_very_serious",
    title: "Chỉ tiêu khám phá án rất nghiêm trọng, đặc biệt nghiêm trọng",
    needs: ["target", "clearance", "serious"],
    kind: "goal",
  },

  { id: UNITS, title: "Đơn vị hành chính cấp xã", needs: ["never"], byUnit: true },
  { id: "district_level_units", title: "Đơn vị hành chính cấp huyện", needs: ["never"] },
  {
    id: "border_area_units",
    title: "Đơn vị cấp xã trong khu vực biên giới",
    needs: ["border", "unit"],
    not: ["gate", "patrol", "length"],
    byUnit: true,
  },
  { id: "border_length", title: "Chiều dài đường biên giới", needs: ["border", "length"] },
  { id: "border_gates_international", title: "Cửa khẩu quốc tế", needs: ["gate", "international"] },
  { id: "border_gates_main", title: "Cửa khẩu chính (song phương)", needs: ["gate", "main"] },
  { id: "border_gates_auxiliary", title: "Cửa khẩu phụ", needs: ["gate", "auxiliary"] },
  {
    id: "border_gates_international",
    title: "Cửa khẩu quốc tế",
    needs: ["gate"],
    with: ["border_gates_main", "border_gates_auxiliary"],
  },
  { id: "population", title: "Dân số", needs: ["population"] },
  { id: "residential_blocks", title: "Khu phố của thị trấn", needs: ["never"] },
  {
    id: "border_patrols_with_militia",
    title: "Lần tuần tra biên giới cùng dân quân",
    needs: ["patrol"],
    with: ["border_patrol_participants"],
  },
  {
    id: "border_patrol_participants",
    title: "Lượt người tham gia tuần tra biên giới",
    needs: ["patrol", "people"],
  },
  { id: "self_managed_border_markers", title: "Mốc quốc giới do dân tự quản", needs: ["marker"] },
  {
    id: "self_managed_village_teams",
    title: "Tổ tự quản ở thôn, bản",
    needs: ["selfManagedTeam"],
    with: ["self_managed_village_team_members"],
  },
  {
    id: "self_managed_village_team_members",
    title: "Người tham gia tổ tự quản",
    needs: ["selfManagedTeam", "member|people|individual"],
  },

  {
    id: "grassroots_security_teams",
    title: "Tổ bảo vệ an ninh, trật tự",
    needs: ["securityTeam"],
    with: ["grassroots_security_team_members"],
  },
  {
    id: "grassroots_security_team_members",
    title: "Thành viên Tổ bảo vệ an ninh, trật tự",
    needs: ["securityTeam", "member|people"],
  },
  { id: "mediation_teams", title: "Tổ hòa giải", needs: ["mediation"] },
  { id: "people_security_teams", title: "Tổ an ninh nhân dân", needs: ["peopleTeam"] },
  { id: "green_security_team", title: "Tổ an ninh xanh", needs: ["greenTeam"] },
  { id: "community_groups", title: "Nhóm Hội hiếu", needs: ["funeralGroup"] },
  { id: "mass_organizations", title: "Tổ chức quần chúng", needs: ["massOrganization"] },
  {
    id: "communes_removed_from_hotspot_list",
    title: "Xã, thị trấn ra khỏi danh sách trọng điểm phức tạp về an ninh, trật tự",
    needs: ["hotspot"],
  },
  {
    id: "hotline_111_calls",
    title: "Cuộc gọi đến Tổng đài 111",
    needs: ["hotline", "call"],
    nationOnly: true,
  },
  {
    id: "hotline_111_violence_cases",
    title: "Ca bạo lực trẻ em được Tổng đài 111 hỗ trợ",
    needs: ["hotline", "violence"],
    nationOnly: true,
  },

  {
    id: "outreach_sessions",
    title: "Cuộc, buổi tuyên truyền",
    needs: ["outreach"],
    not: ["people", "religion", "booklet", "leaflet"],
    with: ["outreach_people"],
  },
  {
    id: "outreach_sessions",
    title: "Cuộc, buổi tuyên truyền",
    needs: ["outreach", "session"],
    not: ["religion"],
    with: ["outreach_people"],
  },
  {
    id: "outreach_people",
    title: "Người nghe tuyên truyền",
    needs: ["outreach", "people"],
    not: ["religion"],
  },
  {
    id: "legal_outreach_people",
    title: "Người được phổ biến pháp luật",
    needs: ["outreach", "people"],
    not: ["religion"],
  },
  {
    id: "religion_law_sessions",
    title: "Buổi tuyên truyền pháp luật về tôn giáo",
    needs: ["religion"],
    with: ["religion_law_people"],
  },
  {
    id: "religion_law_people",
    title: "Người nghe tuyên truyền pháp luật về tôn giáo",
    needs: ["religion", "people"],
  },
  { id: "booklets", title: "Tài liệu, sách đã phát", needs: ["booklet"] },
  { id: "leaflets", title: "Tờ rơi đã phát", needs: ["leaflet"] },
  { id: "useful_tips_from_people", title: "Tin có giá trị do nhân dân cung cấp", needs: ["tip"] },
  { id: "households_signed_commitment", title: "Hộ ký cam kết", needs: ["commitment"], not: ["camera"] },
  { id: "social_works_classroom_projects", title: "Công trình phòng học", needs: ["classroom"] },
  { id: "social_works_gratitude_houses", title: "Nhà tình nghĩa", needs: ["gratitudeHouse"] },
  { id: "social_works_village_culture_house", title: "Nhà văn hóa thôn", needs: ["cultureHouse"] },
  {
    id: "social_works_value",
    title: "Giá trị các hoạt động an sinh xã hội",
    needs: ["socialWork"],
    with: [
      "social_works_classroom_projects",
      "social_works_gratitude_houses",
      "social_works_village_culture_house",
    ],
  },
  {
    id: "festival_points",
    title: "Nơi tổ chức Ngày hội toàn dân bảo vệ an ninh Tổ quốc",
    needs: ["festival"],
    not: ["gift"],
  },
  { id: "festival_gifts_value", title: "Giá trị quà tặng dịp Ngày hội", needs: ["festival", "gift"] },
];

const BY_ID = new Map(INDICATORS.map((indicator) => [indicator.id, indicator]));

/** The indicator of that id; one that nobody described is called by its id. */
export function indicatorOf(id: string): Indicator {
  return BY_ID.get(id) ?? { id, title: id, needs: [] };
}
