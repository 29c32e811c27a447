import { type Block, type Button, list, type Reply, strong, text } from "../../../messaging/reply.ts";
import { CHOOSING } from "./choose.ts";
import type { Finding } from "./screen.ts";

/** As many buttons as one message has room for beside "Che hết". */
const MOST_BUTTONS = 4;
const SHOWN_WORDS = 60;
const SHOWN_ON_BUTTON = 18;

const cut = (words: string, most: number): string => {
  const line = words.replace(/\s+/gu, " ");
  return line.length > most ? `${line.slice(0, most - 1).toWellFormed()}…` : line;
};
/** “0912…”, “Lan”: each cut to a line. */
export const quoted = (findings: readonly Finding[]): string =>
  findings.map(({ words }) => `“${cut(words, SHOWN_WORDS)}”`).join(", ");

const isOpen = ({ shown, isChosen }: Finding): boolean => shown === "hidden" && !isChosen;
const isPresumed = ({ shown }: Finding): boolean => shown === "presumed";

/**
 * What may point to the reporter, and how it will appear: asked, hidden, or passed on.
 * @param hasPlace in a danger, whether a place was told
 */
export function findingBlocks(findings: readonly Finding[], hasPlace: boolean): Block[] {
  const open = findings.filter(isOpen);
  const hidden = findings.filter((one) => one.shown === "hidden" && one.isChosen);
  const chosen = findings.filter(({ shown }) => shown === "chosen");
  const presumed = findings.filter(isPresumed);
  return [
    ...toldInDanger(findings, hasPlace),
    ...(open.length === 0 ? [] : questionBlocks(open)),
    ...(presumed.length === 0 ? [] : [text(presumedWords(presumed))]),
    ...(hidden.length === 0 ? [] : [text(`Che khi gửi: ${quoted(hidden)}.`)]),
    ...(chosen.length === 0 ? [] : [text(`Chuyển nguyên cho cán bộ, theo lời anh/chị: ${quoted(chosen)}.`)]),
  ];
}

const presumedWords = (findings: readonly Finding[]): string =>
  `Tôi hiểu ${quoted(findings)} là của người bị báo nên chuyển nguyên. Nếu là của anh/chị thì bấm Che.`;

function questionBlocks(open: readonly Finding[]): Block[] {
  const [only] = open;
  if (open.length > 1 || only === undefined)
    return [
      strong("Tôi đang che mấy chỗ này, cán bộ không thấy:"),
      list(...open.map((one) => `${cut(one.words, SHOWN_WORDS)} (${whatOf(one)} anh/chị?)`)),
      text("Chỗ nào không phải thì bấm Chọn từng chỗ để cán bộ biết."),
    ];
  return [
    strong(`“${cut(only.words, SHOWN_WORDS)}” là ${whatOf(only)} anh/chị?`),
    text(`Tôi đang che, cán bộ không thấy. ${IF_NOT[whatOf(only)]}`),
  ];
}

type What = "nhà" | "tên" | "của";

/** What the citizen is asked for: a home, a name, or whose a number is. */
const whatOf = ({ kind }: Finding): What => (kind === "address" ? "nhà" : kind === "name" ? "tên" : "của");

/** A name may be a neighbour's or no name at all: the words for it accuse nobody. */
const IF_NOT: Readonly<Record<What, string>> = {
  nhà: "Nếu việc xảy ra ở đó, bấm Nơi xảy ra.",
  tên: "Nếu không phải, bấm Của người khác.",
  của: "Nếu là của người bị báo, bấm Của người bị báo để giữ làm bằng chứng.",
};

/**
 * In a danger: what is passed on as told, so that somebody comes and can call back.
 * @param hasPlace whether a place was told that isn't the reporter's home
 */
export function toldInDanger(findings: readonly Finding[], hasPlace = false): Block[] {
  const what = whatIsTold(findings, hasPlace);
  return what === ""
    ? []
    : [text(`Đang nguy hiểm nên tôi chuyển cả ${what} cho cán bộ trực, để họ biết chỗ và gọi lại được.`)];
}

/** "nơi anh/chị nói và số gọi lại “0912…”"; empty where neither was told. */
export function whatIsTold(findings: readonly Finding[], hasPlace: boolean): string {
  const told = findings.filter(({ shown }) => shown === "told");
  const places = told.filter(({ kind }) => kind === "address");
  const numbers = told.filter(({ kind }) => kind === "phone");
  return [
    ...(places.length > 0 ? [`nơi anh/chị nói (${quoted(places)})`] : hasPlace ? ["nơi anh/chị nói"] : []),
    ...(numbers.length === 0 ? [] : [`số gọi lại ${quoted(numbers)}`]),
  ].join(" và ");
}

const withId = (words: string, { id }: Finding): string => `${words} #${id}`;
const PASSING: Readonly<Record<What, Button>> = {
  nhà: { label: "Nơi xảy ra", payload: CHOOSING.place },
  tên: { label: "Của người khác", payload: CHOOSING.others },
  của: { label: "Của người bị báo", payload: CHOOSING.theirs },
};
const ON_BUTTON: Readonly<Record<What, string>> = { nhà: "nơi xảy ra", tên: "người khác", của: "của họ" };

/** The button that passes all of them on: what isn't all homes or all names may be the accused's. */
export function passing(findings: readonly Finding[]): Button {
  const [what, ...others] = new Set(findings.map(whatOf));
  return PASSING[what !== undefined && others.length === 0 ? what : "của"];
}

/** At most two buttons beside those of the summary. */
export function choiceButtons(findings: readonly Finding[]): Button[] {
  const unanswered = findings.filter(isOpen);
  const open = unanswered.length > 0 ? unanswered : findings.filter(isPresumed);
  const [only] = open;
  if (only === undefined) {
    const told = findings.some(({ shown }) => shown === "told" || shown === "chosen");
    return told ? [{ label: "Che lại", payload: CHOOSING.hide }] : [];
  }
  if (open.length > 1)
    return [
      { label: "Che hết", payload: `${CHOOSING.hide} hết` },
      { label: "Chọn từng chỗ", payload: CHOOSING.oneByOne },
    ];
  const pass = passing([only]);
  return [
    { label: "Che", payload: withId(CHOOSING.hide, only) },
    { ...pass, payload: withId(pass.payload, only) },
  ];
}

/** One button for each detail that may be passed on. */
export function oneByOne(findings: readonly Finding[]): Reply {
  const open = findings.filter(isOpen);
  return {
    blocks: [
      text("Chỗ nào không phải của anh/chị thì bấm, tôi chuyển nguyên chỗ đó. Còn lại tôi che."),
      list(...open.map(({ words }) => cut(words, SHOWN_WORDS))),
    ],
    buttons: [
      ...open.slice(0, MOST_BUTTONS).map((one) => ({
        label: `${cut(one.words, SHOWN_ON_BUTTON)}: ${ON_BUTTON[whatOf(one)]}`,
        payload: withId(passing([one]).payload, one),
      })),
      { label: "Che hết", payload: `${CHOOSING.hide} hết` },
    ],
  };
}

/** Said with the code: exactly what was hidden, and what was passed on. */
export function sentBlocks(findings: readonly Finding[], hasPlace: boolean): Block[] {
  const hidden = findings.filter(({ shown }) => shown === "hidden");
  const asked = hidden.some((one) => !one.isChosen);
  const again = asked
    ? " Chỗ nào không phải của anh/chị mà cán bộ cần biết: trả lời tin này, gửi lại chỗ đó."
    : "";
  return [
    ...toldInDanger(findings, hasPlace),
    ...(hidden.length === 0 ? [] : [text(`Đã che, không lưu cùng tin: ${quoted(hidden)}.${again}`)]),
  ];
}
