import { type Block, quote, type Reply, strong, text } from "../../../messaging/reply.ts";
import type { DispatchBody } from "../book/dispatch.ts";
import type { ReportBook } from "../book/report-book.ts";
import type { MayName } from "../group/may-name.ts";
import { offered, postable } from "../media/telling-files.ts";
import type { Report, ReportMedia } from "../report.ts";
import { alarmHead, alarmHint, alsoWaiting } from "./alarm/alarm-wording.ts";
import { cardReply, factsOf } from "./card.ts";
import { WOKEN } from "./desk/desk-wording.ts";
import { moveButtons } from "./duty-buttons.ts";
import { lostForHandlers, NOTICES, WORDING } from "./duty-wording.ts";
import { joined, noiseOfDay } from "./noise-notices.ts";
import { offers } from "./offered-files.ts";
import { rushList } from "./rush-list.ts";
import { short } from "./short.ts";

/**
 * The book's messages to the duty group, in the order of sending; empty where nothing is left to say. Files follow in a
 * separate message, because only the card is edited later.
 * @param mayName which other cases the group may be told of
 * @param isHere which cases belong to the group
 */
export async function dutyNotices(
  book: ReportBook,
  code: string,
  body: DispatchBody,
  now: number,
  mayName?: MayName,
  isHere: MayName = async () => true,
): Promise<readonly Reply[]> {
  const report = await book.get(code);
  if (report === null) return [];
  // What was joined to another case is on that one's card.
  const head = body.kind === "card_changed" && body.own === true ? undefined : report.duplicateOf;
  const shown = head === undefined ? report : ((await book.get(head)) ?? report);
  const card = async () => cardReply(shown, await factsOf(book, shown, now, mayName));
  if (body.kind === "noise") return [await noiseOfDay(book, report.receivedAt)];
  if (body.kind === "joined") return joined(book, report, body.n, await card());
  // A report with files has its card: they come below it.
  const isPlain = body.kind === "new_report" && report.content.media.length === 0;
  const rush = isPlain ? await book.rushOf(report) : null;
  if (rush !== null) return [await rushList(book, rush, isHere)];
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
      return [await card(), ...said(code, body), ...offers(code, offered(body.media))];
    case "reopened":
      return [reopened(report, body.text), await card()];
    case "woken":
      return [
        {
          blocks: [strong(WOKEN[body.why](code))],
          buttons: moveButtons(report, { copy: true }),
          about: code,
          protect: true,
        },
        await card(),
      ];
    case "alarm":
      return alarm(report, body);
    case "taken":
      return [WORDING.moved(code, "accepted", body.by), await card()];
    case "undelivered":
      return [
        { blocks: [strong(NOTICES.undelivered(code)), text(NOTICES.undeliveredHow)], about: code },
        await card(),
      ];
    case "merged":
    case "state_changed":
    case "joined":
    case "noise":
    case "untaken":
    case "duty_said":
      return [];
  }
}

/** A new message, which sounds: the card far above only changes in silence. Nothing where somebody was faster. */
function alarm(
  report: Report,
  { chain, minutes, others = [] }: Extract<DispatchBody, { kind: "alarm" }>,
): Reply[] {
  if (report.state !== (chain === "accept" ? "received" : "accepted")) return [];
  const { what, where } = report.content;
  return [
    {
      blocks: [
        strong(alarmHead(chain, report, minutes)),
        ...(where?.words === undefined ? [] : [text(`Nơi: ${oneLine(short(where.words, SHOWN))}`)]),
        ...(what.trim() === "" ? [] : [quote(short(what, SHOWN))]),
        ...alsoWaiting(others),
        text(alarmHint(chain)),
      ],
      buttons: moveButtons(report, { copy: true }),
      about: report.code,
      protect: true,
    },
  ];
}

/** Of the case's words, in UTF-16 units: enough to know which one it is. */
const SHOWN = 200;
const oneLine = (words: string): string => words.replace(/\s+/gu, " ").trim();

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
