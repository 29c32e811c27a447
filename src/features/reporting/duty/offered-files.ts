import { type Reply, text } from "../../../messaging/reply.ts";
import { fileDetails, fileInWords, filesInWords } from "../media/files-in-words.ts";
import type { ReportMedia } from "../report.ts";

/** So much of a file's name finds it within its case. */
const SHORT_NAME = 10;

const COMMAND = "/xemtep";
const FORM = /^\/xemtep (TB-\S{4}-\S{4}) ([\w-]{10})( mo)?$/u;

const OFFER_WORDS = {
  warns: "có thể chứa tên, máy, nơi chụp của người gửi: chưa đăng lên nhóm.",
  open: "Xem tệp",
  sure: "Mở tệp",
} as const;

/** A handler's wish to see a file that isn't posted; `isSure` after the warning. */
export interface FileWish {
  readonly code: string;
  /** How the file's name begins. */
  readonly beginning: string;
  readonly isSure: boolean;
}

/** @returns null where this is no payload of ours */
export function readFileWish(payload: string): FileWish | null {
  const [, code, beginning, sure] = FORM.exec(payload) ?? [];
  return code === undefined || beginning === undefined
    ? null
    : { code, beginning, isSure: sure !== undefined };
}

/** "1 tệp (PDF, 230 KB) có thể chứa …": on the card. */
export const offerLine = (files: readonly ReportMedia[]): string =>
  files.length === 1
    ? `${filesInWords(files)} (${files.map(fileDetails).join()}) ${OFFER_WORDS.warns}`
    : `${filesInWords(files)} ${OFFER_WORDS.warns}`;

/** Files that can't be cleaned are offered to the group, with a button for each, for a handler to open by themselves. */
export const offers = (code: string, files: readonly ReportMedia[]): Reply[] =>
  files.length === 0
    ? []
    : [
        {
          blocks: [text(`${code}: ${offerLine(files)}`)],
          buttons: files.map((file) => ({
            label: `${OFFER_WORDS.open} (${fileDetails(file)})`,
            payload: `${COMMAND} ${code} ${file.key.slice(0, SHORT_NAME)}`,
          })),
          about: code,
        },
      ];

/** The warning before such a file is opened, in the handler's own chat. */
export const fileWarning = (code: string, file: ReportMedia): Reply => ({
  blocks: [
    text(
      `${code}: ${fileInWords(file)} chưa được làm sạch, có thể lộ người báo (tên, máy, nơi chụp, giọng nói).`,
    ),
    text("Chỉ mở khi cần cho việc xử lý; đừng chuyển tiếp, đừng đăng lên nhóm. Việc mở được ghi sổ."),
  ],
  buttons: [{ label: OFFER_WORDS.sure, payload: `${COMMAND} ${code} ${file.key.slice(0, SHORT_NAME)} mo` }],
});
