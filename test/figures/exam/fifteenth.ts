import { alone, type Item, item, KDC, num, of, PHUONG, XA } from "./paper.ts";

/** What earlier papers led to: places set against each other, numbers put forward to be confirmed, neighbours of a question. */
export const FIFTEENTH: readonly Item[] = [
  item("Lạng Sơn năm 2022 có 1727 thôn đúng không", ["Đúng", of(...KDC)]),
  item("phường 2022 3/5 đúng ko", ["Không khớp", of(...PHUONG)]),
  item("năm 2022 có 173 xã đúng không", ["Không khớp", "181 xã"]),
  item("so lieu 173 xa lay o dau ra", [of(...XA), "Báo Lạng Sơn"]),
  item("mô hình 2020-2021 hơn 2022 bao nhiêu", ["không trừ cho nhau được"], ["Cao nhất"]),
  item("lang son 2022 va cao bang 2022 noi nao dat cao hon", ["Cao Bằng"], ["Cao nhất"]),
  item("cả tỉnh bắt bao nhiêu kg pháo năm 2025", ["198,5 kg", "một vụ"]),
  item("huyen nao it xa nhat nam 2020", ["Thấp nhất", "Văn Lãng", "Văn Quan", "16 xã"]),
  item("mỗi huyện có bao nhiêu xã", ["Hữu Lũng", "23 xã", "Đình Lập"]),
  item("xã nào có tỷ lệ đạt cao nhất", ["chỉ nêu số chung của tỉnh"], ["95,58"]),
  item("huyện nào nhiều mô hình nhất", ["chỉ nêu số chung của tỉnh"], ["66"]),
  item("xã nào nhiều vụ ma túy nhất 2022", ["chỉ nêu số chung của tỉnh"], [num(355)]),
  item("tỉnh có bao nhiêu huyện bao nhiêu xã", ["0 đơn vị", "61 xã"]),
  item("loại nào ít đơn vị đạt nhất 2022", ["Thấp nhất"], ["Cao nhất"]),
  alone("công an xã Mẫu Sơn số điện thoại bao nhiêu"),
];
