import { DAY, HOUR, MINUTE } from "../../../platform/time.ts";

/** Words for times as people type them, folded. Hours are local, in Asia/Ho_Chi_Minh. */

/** Numbers up to twelve in words, and vague numbers. */
export const NUMBER_WORDS: Readonly<Record<string, number>> = {
  nua: 0.5,
  mot: 1,
  hai: 2,
  doi: 2,
  vai: 3,
  may: 3,
  ba: 3,
  bon: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
};

/** Units of "… trước", in milliseconds. */
export const UNITS: Readonly<Record<string, number>> = {
  phut: MINUTE,
  p: MINUTE,
  gio: HOUR,
  tieng: HOUR,
  h: HOUR,
  ngay: DAY,
  hom: DAY,
  tuan: 7 * DAY,
  thang: 30 * DAY,
};

/** Parts of the day as hours [from, to); a night ends on the next day. */
export const PARTS: Readonly<Record<string, readonly [number, number]>> = {
  "rang sang": [0, 5],
  sang: [5, 11],
  trua: [11, 13],
  chieu: [13, 18],
  toi: [18, 22],
  dem: [21, 29],
  khuya: [22, 27],
  "nua dem": [23, 26],
};

/** Named days, as days before today. */
export const DAYS: Readonly<Record<string, number>> = {
  "hom nay": 0,
  nay: 0,
  "hom qua": 1,
  qua: 1,
  "hom kia": 2,
  "hom truoc": 2,
  "hom no": 3,
};

/** Vague spans, as days before today [from, to]. */
export const SPANS: Readonly<Record<string, readonly [number, number]>> = {
  "may hom nay": [3, 0],
  "may ngay nay": [3, 0],
  "may bua nay": [3, 0],
  "tuan nay": [6, 0],
  "tuan truoc": [13, 6],
  "tuan qua": [7, 0],
  "thang nay": [30, 0],
  "thang truoc": [60, 28],
  "may thang nay": [90, 0],
  "thang qua": [30, 0],
};

export const WEEKDAYS: Readonly<Record<string, number>> = {
  "chu nhat": 0,
  "thu hai": 1,
  "thu 2": 1,
  "thu ba": 2,
  "thu 3": 2,
  "thu tu": 3,
  "thu 4": 3,
  "thu nam": 4,
  "thu 5": 4,
  "thu sau": 5,
  "thu 6": 5,
  "thu bay": 6,
  "thu 7": 6,
};
