import { zaloWebhookCall } from "../../sandbox/people/zalo-event.ts";
import { COULD_NOT_READ } from "../../src/chat/chat-wording.ts";
import { KINDS as TIMED } from "../speed/kinds.ts";
import { median } from "../speed/numbers.ts";
import { type Counts, countsOf } from "./counted/counts.ts";
import { type CountedServer, startCounted } from "./counted/start.ts";

export interface TurnRows extends Counts {
  readonly kind: string;
}

interface Kind {
  readonly kind: string;
  /** Each is one whole story of this kind, its messages one after the other. */
  readonly stories: readonly (readonly string[])[];
  /** From a chat that never wrote before; else it has written before, and isn't counted for that. */
  readonly fresh?: boolean;
}

const each = (...texts: readonly string[]) => texts.map((text) => [text]);
/** Where the code of the report that went before belongs. */
const CODE = "{code}";

/** In this order: the first one finds an isolate that has read nothing yet. */
const KINDS: readonly Kind[] = [
  { kind: "knowledge, first of an isolate", stories: each("khu dân cư là gì"), fresh: true },
  { kind: "first message of a chat", stories: each("xin chào", "alo"), fresh: true },
  { kind: "command", stories: each("/help") },
  ...Object.entries(TIMED).map(([kind, texts]) => ({ kind, stories: each(...texts) })),
  {
    kind: "report, first word to code (2 messages), with the duty group's",
    stories: [["/baocao tối qua 22h ở chợ Kỳ Lừa có nhóm người đánh bạc", "gửi"]],
  },
  { kind: "/tracuu", stories: each(`/tracuu ${CODE}`) },
];

const FIRST_CITIZEN = 7_137_120_946_683_000_000n;
const REPORT_CODE = /TB-[0-9A-Z]{4}-[0-9A-Z]{4}/u;
const [apology] = COULD_NOT_READ.blocks;
const FAILED = apology?.kind === "text" ? apology.text.slice(0, 40) : "";

/** Medians over the stories of each kind, Zalo, one message at a time; no language model, no Qdrant. */
export async function turnRows(folder: string): Promise<readonly TurnRows[]> {
  const server = await startCounted(folder);
  try {
    return await askAll(server);
  } finally {
    await server.close();
  }
}

async function askAll({ zalo, settings, url, settled }: CountedServer): Promise<readonly TurnRows[]> {
  let citizens = 0n;
  let code = "";
  const say = async (citizen: bigint, text: string): Promise<void> => {
    if (text.includes(CODE) && code === "") throw new Error("the report has got no code");
    const before = zalo.sent.length;
    const act = { kind: "text", text: text.replace(CODE, code) } as const;
    const call = zaloWebhookCall(url, settings, act, String(citizen));
    await fetch(call.url, { method: "POST", headers: call.headers, body: call.body });
    await zalo.waitForSent(before + 1);
    await settled();
    const told = zalo.sent
      .slice(before)
      .map((sent) => JSON.stringify(sent))
      .join("\n");
    if (told.includes(FAILED)) throw new Error(`the turn failed: ${text}`);
    code = REPORT_CODE.exec(told)?.[0] ?? code;
  };
  const known = FIRST_CITIZEN + citizens++;
  const rows: TurnRows[] = [];
  for (const { kind, stories, fresh } of KINDS) {
    const spent: Counts[] = [];
    if (fresh !== true && rows.every((row) => row.kind !== "command")) await say(known, "/start");
    for (const story of stories) {
      const citizen = fresh === true ? FIRST_CITIZEN + citizens++ : known;
      const before = await settled();
      for (const text of story) await say(citizen, text);
      const after = await settled();
      spent.push(countsOf((name) => after[name] - before[name]));
    }
    rows.push({ kind, ...countsOf((name) => median(spent.map((one) => one[name]))) });
  }
  return rows;
}
