import { fold } from "../../language/fold.ts";
import type { IncidentId } from "../../reader/names/incident.ts";

/** Short names of the categories for cards, lists and topics. */
const CATEGORY_NAMES: Readonly<Record<IncidentId, string>> = {
  onlineScamInProgress: "Lừa đảo trên mạng, đang diễn ra",
  onlineScam: "Lừa đảo trên mạng",
  fraud: "Lừa đảo",
  blackmail: "Tống tiền, đe dọa",
  loanShark: "Tín dụng đen",
  drugs: "Ma túy",
  gambling: "Đánh bạc",
  illegalCrossing: "Xuất nhập cảnh trái phép",
  smuggling: "Buôn lậu",
  weaponsHandover: "Giao nộp vũ khí",
  fireworks: "Pháo",
  fireHazard: "Nguy cơ cháy",
  domesticViolence: "Bạo lực gia đình",
  humanTrafficking: "Mua bán người",
  assault: "Đánh nhau, gây thương tích",
  trafficAccident: "Giao thông",
  theft: "Trộm cắp",
  lostProperty: "Thất lạc tài sản",
  suspiciousPerson: "Người lạ nghi vấn",
  vice: "Tệ nạn",
  publicDisorder: "Gây rối",
  whistleblowerComplaint: "Tố cáo",
  childHarm: "Trẻ em bị hại",
  environment: "Môi trường",
  foundThing: "Nhặt được của rơi",
  other: "Khác",
};

/** The categories whose names these words are, or a part of: "ma tuý", "trộm". */
export function categoriesNamed(words: string): readonly string[] {
  const wanted = ` ${fold(words).trim()} `;
  return Object.entries(CATEGORY_NAMES).flatMap(([id, name]) =>
    ` ${fold(name).replace(/,/gu, "")} `.includes(wanted) ? [id] : [],
  );
}

/** An unknown category is "Khác": the book may have categories that this list doesn't. */
export const categoryName = (category: string): string =>
  Object.hasOwn(CATEGORY_NAMES, category)
    ? CATEGORY_NAMES[category as keyof typeof CATEGORY_NAMES]
    : CATEGORY_NAMES.other;
