/** Words about people, as data. Folded, lower case. */

/** The commonest Vietnamese surnames, Kinh and of the peoples of the northern border. With marks. */
export const SURNAMES: readonly string[] =
  "nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý nông lương vi đinh triệu chu mã đàm lã lục bế hà lâm mai tăng vương trịnh đoàn cao lưu thái tạ quách tô vạn âu châu quan phùng kiều hứa thân liễu giáp đào dối sầm".split(
    " ",
  );

/** Surnames that are also everyday words: a name only where it is introduced or written with capitals. */
export const EVERYDAY: ReadonlySet<string> = new Set(
  "do ho la ma ha vi to van cao mai ta than quan lam dao ly be chu luong dam vo le tang thai au giap doi".split(
    " ",
  ),
);

/** A name follows these, in capitals or not. */
export const INTRODUCTIONS: readonly string[] = [
  "toi ten la",
  "ten cua toi la",
  "ten cua toi",
  "ten cua em la",
  "ten cua em",
  "ten cua minh la",
  "ten cua minh",
  "ten cua chau la",
  "ten cua chau",
  "ten chau la",
  "ten con la",
  "bac ten la",
  "bac ten",
  "chau ten",
  "con ten",
  "toi ten",
  "em ten la",
  "em ten",
  "minh ten la",
  "minh ten",
  "chau ten la",
  "con ten la",
  "ten toi la",
  "ten em la",
  "ten minh la",
  "ho ten la",
  "ho ten",
  "ho va ten la",
  "ho va ten",
  "nguoi ten la",
  "nguoi ten",
  "ten day du la",
  "tai khoan ten",
  "chu tai khoan la",
  "chu tai khoan",
];

/** Before a name: "ông Hùng", "chị Lan". A name follows only where it is written with a capital. With marks. */
export const TITLES: ReadonlySet<string> = new Set(
  "ông bà anh chị cô chú bác em thím dượng cậu mợ dì thầy thằng lão mụ cháu cụ".split(" "),
);

/** Titles that often mean something else without marks. Folded. */
export const DOUBTFUL_TITLES: ReadonlySet<string> = new Set("co mo di thay cu lao em".split(" "));

/** Words that end a name in lower case. */
export const NAME_ENDS: ReadonlySet<string> = new Set(
  "o tai la va thi co o hien dang so sdt dien thoai cccd cmnd sinh que nha thon xa phuong muon hoi xin cho duoc bi da khong gui bao lam sinh nam sao nao gi dau ngay tuoi voi cua nay do kia roi hay trong ngoai den tu vi".split(
    " ",
  ),
);

/** Names of public history and offices: they aren't masked. Lower case with marks. */
export const PUBLIC_NAMES: readonly string[] = [
  "hồ chí minh",
  "võ nguyên giáp",
  "hoàng văn thụ",
  "lương văn tri",
  "hoàng đình kinh",
  "trần hưng đạo",
  "lê lợi",
  "lý thường kiệt",
  "nguyễn trãi",
  "hai bà trưng",
];

/** How people call themselves. Folded. */
export const SELF: ReadonlySet<string> = new Set("toi em minh chau con bac".split(" "));

/** Surnames that begin little else after "tôi là", also in lower case. With marks and as typed without. */
export const CLAUSE_SURNAMES: ReadonlySet<string> = new Set(
  "nguyễn nguyen trần tran lê phạm pham hoàng hoang nông nong lương lý triệu trieu đặng bùi bui đỗ ngô dương hứa hua mạc đàm vũ võ hà đinh dinh".split(
    " ",
  ),
);

/** Words with a capital after "tôi là" that begin an office, not a name. Folded. */
export const OFFICES: ReadonlySet<string> = new Set(
  "truong pho cong giam bi chu can to doi thuong dai trung thieu ban hoi phong so uy nguoi dang doan".split(
    " ",
  ),
);
