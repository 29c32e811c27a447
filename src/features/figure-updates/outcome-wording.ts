import { displayMoment } from "../../language/dates.ts";
import { list, type Reply, strong, text } from "../../messaging/reply.ts";
import type { FigureVersion } from "./updates.ts";

export const say = (...paragraphs: readonly string[]): Reply => ({ blocks: paragraphs.map(text) });

export const NOTHING_CHANGED = "Chưa có gì thay đổi.";

export const applied = (version: FigureVersion): Reply => ({
  blocks: [
    strong(`Đã áp dụng phiên bản ${version.version}: ${summary(version)}.`),
    text("Câu trả lời từ bây giờ dùng số này."),
  ],
  buttons: [{ label: "Hoàn tác", payload: "/capnhat hoantac" }],
});

/** For a second tap, perhaps much later, when there may be newer versions. */
export const alreadyApplied = (version: FigureVersion): Reply =>
  say(
    `Đã áp dụng rồi, lúc ${displayMoment(version.at)}: phiên bản ${version.version}, ${summary(version)}.`,
    "Lần bấm này không đổi gì thêm.",
  );

function summary({ kind, fresh, changed, restores }: FigureVersion): string {
  if (kind === "upload") return `${fresh} mới, ${changed} thay đổi`;
  return `lùi lại, ${changed} số trở về ${stateOf(restores ?? 0)}`;
}

/** What counts after a version, or without any. */
export const stateOf = (version: number): string =>
  version === 0 ? "kho số liệu gốc" : `phiên bản ${version}`;

export const CANCELLED = say("Đã huỷ bản xem trước.", NOTHING_CHANGED);
export const UNKNOWN_DRAFT = say(
  "Không có bản xem trước này của anh/chị, hoặc bản đó đã được xử lý. Gửi lại tệp nếu cần.",
  "Lần bấm này không đổi gì.",
);
export const EXPIRED = say("Bản xem trước đã quá 30 phút: gửi lại tệp để xem số mới nhất.", NOTHING_CHANGED);
export const STALE = say(
  "Có người vừa cập nhật số liệu sau bản xem trước này: gửi lại tệp để so với số mới nhất.",
  "Bản này chưa được áp dụng.",
);
export const NOTHING_TO_UNDO = say("Không có lần cập nhật nào để lùi lại.");

/** @param names what the officials are called, by their number */
export function historyReply(versions: readonly FigureVersion[], names: ReadonlyMap<string, string>): Reply {
  if (versions.length === 0) return say("Chưa có lần cập nhật nào qua tin nhắn.");
  return {
    blocks: [
      strong("Các lần cập nhật số liệu, mới nhất trước:"),
      list(...versions.map((version) => historyLine(version, names.get(version.sentBy) ?? version.sentBy))),
    ],
    buttons: [{ label: "Hoàn tác lần cuối", payload: "/capnhat hoantac" }],
  };
}

function historyLine(version: FigureVersion, name: string): string {
  const { fileName, fileHash, refused } = version;
  return [
    String(version.version),
    `${summary(version)}${refused > 0 ? `, ${refused} bị từ chối` : ""}`,
    displayMoment(version.at),
    name,
    ...(fileName === "" ? [] : [`${fileName} (${fileHash.slice(0, 8)})`]),
  ].join(" · ");
}
