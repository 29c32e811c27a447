/** What begins a part of a Vietnamese document: a chapter, an article, a numbered point, a dash, the list of recipients. */
export const OPENS =
  /^(?:(?:phần|chương|mục|tiểu mục|điều|phụ lục)\s+(?:thứ\s+\p{L}+|[ivxlc]+|\d+)|[ivxlc]+\s*[.)]\s|\d+(?:\.\d+)*\s*[.)]\s|\d+\.\d+\s|[a-zđ]\s*[.)]\s|[-–+•*]\s|nơi nhận)/iu;
