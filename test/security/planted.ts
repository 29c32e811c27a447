/**
 * What no log line may hold: the one list for the test that plants it (`worker/secrets.test.ts`) and for the watch over
 * everything that the whole suite prints (`log-watch.ts`).
 */

/** Who they are, what they say, where their files are: planted by one test in every kind of turn. */
export const PLANTED = {
  zaloId: "7731000000138138777",
  telegramId: "909138777",
  phone: "0987138138",
  account: "19036138138138",
  words: "Wave-đỏ-biển-Planted-138",
  place: "ngõ Planted chợ Kỳ Lừa",
  caption: "ảnh-Planted-hiện-trường",
  file: "https://photo-stal-21.zdn.vn/planted-file-138.jpg",
  fileName: "planted-ho-so.pdf",
  person: "Hoàng Thị Planted",
  callback: "planted-callback-id",
} as const;

/** Tokens that this test's own platform issues. */
export const ISSUED = {
  accessToken: "planted-access-token-138",
  nextRefresh: "planted-next-refresh-138",
} as const;

/** Secrets of single tests that give a process more settings than the sandbox has. */
const OF_SINGLE_TESTS = [
  "token-for-the-crash-story",
  "khoa-thu-nghiem-138",
  "app-secret-for-tests",
  "oa-secret-for-tests",
];

/** Invented Telegram accounts of the tests; the bot's own id is no secret. */
const TELEGRAM_PEOPLE =
  /(?<![\w-])(?:138000001|138000002|555000111|555000112|555000555|555138138|909138138)(?!\w)/u;

/** What citizens of the tests say and report. */
const SAID =
  /khu dân cư là gì|phong trào \d+ là gì|11[1-5] là số gì|cháy nhà|nhà tôi cháy|đánh bạc|Wave đỏ|chợ Kỳ Lừa|xã Hữu Liên|có người kẹt|mất trộm|người lạ/iu;

interface Trace {
  readonly what: string;
  readonly form: RegExp;
}

const anyOf = (values: readonly string[]): RegExp =>
  new RegExp(values.map((value) => value.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")).join("|"), "u");

/**
 * Every secret of `sandboxSettings` and every token of the Zalo stand-in is new each time but of one form, so that a
 * process which doesn't know this run's values finds them too.
 */
const TRACES: readonly Trace[] = [
  { what: "a token or secret of the settings", form: /sandbox-[\w-]{20,}/u },
  { what: "a key of the reports", form: /sandbox:[\w+/]{43}=/u },
  { what: "a secret of one test", form: anyOf([...Object.values(ISSUED), ...OF_SINGLE_TESTS]) },
  { what: "something planted", form: anyOf(Object.values(PLANTED)) },
  { what: "a citizen's id", form: /(?<![\w.])7\d{18}(?!\w)/u },
  { what: "an official's or a stranger's id", form: TELEGRAM_PEOPLE },
  { what: "a telephone number", form: /(?<![\w.:/-])(?:0|\+?84)[35789]\d{8}(?!\w)/u },
  { what: "a report's code", form: /\bTB-[0-9A-Z]{4}-[0-9A-Z]{4}\b/u },
  { what: "words of a citizen", form: SAID },
];

/** Our own log lines are names and counts in plain ASCII; only the refusal of a setting is a sentence for the operator. */
const EVENT_LINE = /^\{"event":"(?!config_refused")/u;
const PLAIN = /^[\x20-\x7e]*$/u;

/**
 * What a printed line gives away, by name; null for nothing.
 * @param line one line, with or without colours
 */
export function leakIn(line: string): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are told by their control character
  const bare = line.replace(/\u001b\[[\d;]*m/gu, "");
  const found = TRACES.find(({ form }) => form.test(bare));
  if (found !== undefined) return found.what;
  return EVENT_LINE.test(bare) && !PLAIN.test(bare) ? "words in a log line" : null;
}
