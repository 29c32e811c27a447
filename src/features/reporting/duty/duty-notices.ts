import { type Block, quote, type Reply, strong, text } from "../../../messaging/reply.ts";
import type { DispatchBody } from "../book/dispatch.ts";
import type { ReportBook } from "../book/report-book.ts";
import { offered, postable } from "../media/telling-files.ts";
import type { Report, ReportMedia } from "../report.ts";
import { cardReply, factsOf } from "./card.ts";
import { moveButtons } from "./duty-buttons.ts";
import { lostForHandlers, NOTICES } from "./duty-wording.ts";
import { offers } from "./offered-files.ts";

/**
 * The book's messages to the duty group, in the order of sending; empty where nothing is left to say. Files follow in a
 * separate message, because only the card is edited later.
 */
export async function dutyNotices(
  book: ReportBook,
  code: string,
  body: DispatchBody,
  now: number,
): Promise<readonly Reply[]> {
  const report = await book.get(code);
  if (report === null) return [];
  const card = async () => cardReply(report, await factsOf(book, report, now));
  const notices = await noticesOf(report, body, card);
  return report.lane === "urgent" ? notices.map((notice) => ({ ...notice, urgent: true })) : notices;
}

async function noticesOf(
  report: Report,
  body: DispatchBody,
  card: () => Promise<Reply>,
): Promise<readonly Reply[]> {
  const { code } = report;
  switch (body.kind) {
    case "new_report":
      return [
        await card(),
        ...files(code, postable(report.content.media)),
        ...offers(code, offered(report.content.media)),
      ];
    case "card_changed":
      return [await card()];
    case "reporter_said":
      return [...said(code, body), ...offers(code, offered(body.media))];
    case "reopened":
      return [reopened(report, body.text), await card()];
    case "undelivered":
      return [
        { blocks: [strong(NOTICES.undelivered(code)), text(NOTICES.undeliveredHow)], about: code },
        await card(),
      ];
    case "state_changed":
    case "duty_said":
      return [];
  }
}

const attachmentsOf = (media: readonly ReportMedia[]) =>
  media.map(({ key, kind, bytes, contentType }) => ({ key, kind, bytes, contentType }));

const files = (code: string, media: readonly ReportMedia[]): Reply[] =>
  media.length === 0
    ? []
    : [
        {
          blocks: [text(NOTICES.files(code))],
          about: code,
          attachments: attachmentsOf(media),
          protect: true,
        },
      ];

function said(
  code: string,
  { text: words, media, lost = [] }: Extract<DispatchBody, { kind: "reporter_said" }>,
): Reply[] {
  const files = postable(media);
  if (words.trim() === "" && files.length === 0 && lost.length === 0 && media.length > 0) return [];
  const blocks: Block[] = [
    strong(NOTICES.said(code)),
    ...(words.trim() === "" ? [] : [quote(words)]),
    ...(lost.length === 0 ? [] : [text(NOTICES.lost(lostForHandlers(lost)))]),
  ];
  return [{ blocks, about: code, attachments: attachmentsOf(files), protect: true }];
}

/** The closed card far above has no buttons any more: this message has them. */
function reopened(report: Report, words: string): Reply {
  const { code } = report;
  return {
    blocks: [strong(NOTICES.reopened(code)), ...(words.trim() === "" ? [] : [quote(words)])],
    protect: true,
    buttons: moveButtons(report, { copy: true }),
    about: code,
  };
}
