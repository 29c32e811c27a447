import { COMMUNES } from "../../src/features/reporting/book/find/commune.ts";

/** Somebody who reports: what they write, one message after the other, until they have a code. */
export interface Person {
  readonly kind: "ordinary" | "burst" | "urgent";
  readonly says: readonly string[];
  /** When they begin, as a share of the day. */
  readonly at: number;
}

const WRONGS = [
  "mất xe máy dựng trước cổng",
  "mất con chó và hai bao thóc",
  "quán hát mở nhạc quá to tới khuya",
  "mấy người chơi bài ăn tiền trong quán",
  "mất chậu cây cảnh trước cửa",
  "xe tải đổ phế thải xuống suối",
  "có nhóm hút thuốc phiện trong nhà hoang",
  "biển báo giao thông bị bẻ gãy",
] as const;
const DANGERS = [
  "có người cầm dao đuổi chém nhau ngay lúc này",
  "có kẻ đang phá cửa vào nhà bà cụ sống một mình",
  "chồng đang đánh vợ dã man, kêu cứu ầm ĩ",
  "hai nhóm đang cầm gậy đánh nhau đổ máu",
] as const;
const FIRES = ["đang cháy", "cháy to lắm", "có đám cháy"] as const;
/** The burst is over so soon, as a share of the day. */
const BURST = { at: 0.5, lasts: 0.02 } as const;

/**
 * A day's reporters in the order in which they begin.
 * @param count how many there are of each kind; the urgent ones come evenly, the first in the first minutes
 */
export function planPeople(count: Readonly<Record<Person["kind"], number>>): readonly Person[] {
  const place = (i: number) =>
    `số nhà ${(i % 190) + 2} tổ ${(i % 11) + 1}, ${COMMUNES[i % COMMUNES.length] ?? ""}`;
  const pick = <T>(list: readonly T[], i: number): T => list[i % list.length] as T;
  const many = (n: number, make: (i: number) => Person) => Array.from({ length: n }, (_, i) => make(i));
  const ordinary = many(count.ordinary, (i) => ({
    kind: "ordinary",
    says: [`/baocao ${i % 24}h hôm qua ở ${place(i)}: ${pick(WRONGS, i)}`, "gửi"],
    at: i / count.ordinary,
  }));
  const burst = many(count.burst, (i) => ({
    kind: "burst",
    says: [`/baocao bây giờ ở chợ ${COMMUNES[0]} ${pick(FIRES, i)}`, "gửi"],
    at: BURST.at + (BURST.lasts * i) / count.burst,
  }));
  const urgent = many(count.urgent, (i) => ({
    kind: "urgent",
    says: [`/baocao ngay bây giờ ở ${place(i * 7 + 3)} ${pick(DANGERS, i)}`, "gửi"],
    at: (i + 0.1) / count.urgent,
  }));
  return [...ordinary, ...burst, ...urgent].toSorted((a, b) => a.at - b.at);
}
