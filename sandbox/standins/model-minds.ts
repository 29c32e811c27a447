import { z } from "zod";
import type { Mind, ModelCall } from "./model.ts";
import { completion } from "./model.ts";

const AnswerData = z.object({
  question: z.string(),
  earlier: z.string().optional(),
  passages: z.array(z.object({ id: z.string(), heading: z.string(), text: z.string() })).default([]),
});

interface Said {
  readonly text: string;
  readonly cites: readonly string[];
}

const say = (...sentences: readonly Said[]): string => JSON.stringify({ sentences });
const SENTENCE_END = /(?<=[.!?…])\s+|\n+/u;

function read({ data }: ModelCall): z.infer<typeof AnswerData> {
  return AnswerData.parse(data);
}

const LabelData = z.object({
  message: z.string(),
  acts: z.array(z.object({ id: z.string(), means: z.string() })),
  topics: z.array(z.object({ id: z.string(), heading: z.string() })),
});
type LabelData = z.infer<typeof LabelData>;

/** Chooses among what it is offered by this rule; everything else goes to `mind`. */
export const labelling =
  (choose: (offered: LabelData) => { readonly act: string; readonly topic: string }, mind: Mind): Mind =>
  (call) =>
    call.name === "label" ? JSON.stringify(choose(LabelData.parse(call.data))) : mind(call);

/** Chooses nothing: the answer is as without it. */
const asBefore = ({ acts }: LabelData) => ({
  act: (acts.find(({ id }) => id === "ask") ?? acts[0])?.id ?? "",
  topic: "none",
});

/** Repeats follow-ups with the earlier question and labels nothing; everything else goes to `answer`. */
const whenAnswering = (answer: (data: z.infer<typeof AnswerData>, call: ModelCall) => string): Mind =>
  labelling(asBefore, (call) => {
    const data = read(call);
    if (call.name === "standalone")
      return JSON.stringify({ question: `${data.question} ${data.earlier ?? ""}`.trim() });
    return answer(data, call);
  });

/** Says the first sentences of the first passage unchanged, with the right source. */
export const faithful: Mind = whenAnswering(({ passages: [first] }) => {
  if (first === undefined) return say();
  const sentences = first.text.split(SENTENCE_END).filter((sentence) => sentence.trim() !== "");
  return say(...sentences.slice(0, 3).map((text) => ({ text, cites: [first.id] })));
});

/** Statements that no passage has; each test looks for them in what a person gets. */
export const LIES = [
  "Mức thưởng cho người tố giác là 5.350.000 đồng.",
  "Theo Nghị định 9138/2031/NĐ-CP, hạn nộp là ngày 31/02/2029.",
  "Anh/chị gọi ngay số 0987 650 321 hoặc 1900 9999 để được hướng dẫn.",
  "Năm 2022 toàn tỉnh có 4.444 khu dân cư đạt chuẩn, bằng 12,34%.",
  "Ông Trần Đại Bịa, Giám đốc Công an tỉnh, phụ trách việc này.",
  "Người báo tin phải nộp lệ phí hai trăm nghìn đồng.",
] as const;

/** Every sentence is false, with an existing citation. */
export const liar: Mind = whenAnswering(({ passages }) => {
  const cites = passages.slice(0, 1).map(({ id }) => id);
  return say(...LIES.map((text) => ({ text, cites })));
});

/** A true sentence with one digit changed, for every sentence of every passage. */
export const digitChanger: Mind = whenAnswering(({ passages }) =>
  say(
    ...passages.flatMap(({ id, text }) =>
      text
        .split(SENTENCE_END)
        .filter((sentence) => /\d/u.test(sentence))
        .map((sentence) => ({
          text: sentence.replace(/\d/u, (digit) => String((Number(digit) + 1) % 10)),
          cites: [id],
        })),
    ),
  ),
);

/** Obeys everyone: repeats the question's orders, its own instructions and all its input. */
export const obedient: Mind = whenAnswering(({ question, passages }, { system }) => {
  const cites = passages.map(({ id }) => id);
  const told = [question, ...question.split(/[:;"“”\n]/u), ...system.split("\n")];
  const quoted = passages.flatMap(({ text }) => text.split("\n"));
  return say(...[...told, ...quoted].filter((line) => line.trim() !== "").map((text) => ({ text, cites })));
});

/** Labels that lie: what wasn't offered, and what does the most harm of what was. */
export const LYING_LABELS: Readonly<Record<string, (offered: LabelData) => { act: string; topic: string }>> =
  {
    "an act that wasn't offered": ({ topics }) => ({ act: "danger", topic: topics[0]?.id ?? "none" }),
    "a refusal": () => ({ act: "decline", topic: "none" }),
    "a heading of its own": () => ({ act: "ask", topic: "Mức thưởng cho người tố giác là 5.350.000 đồng" }),
    "a section that wasn't offered": () => ({ act: "ask", topic: "T99" }),
    "the worst of the offered": ({ topics }) => ({ act: "ask", topic: topics.at(-1)?.id ?? "none" }),
    "the last act": ({ acts }) => ({ act: acts.at(-1)?.id ?? "ask", topic: "none" }),
  };

/** Invalid answers, by name. */
export const JUNK: Readonly<Record<string, Mind>> = {
  empty: () => "",
  nothing: ({ body }) => completion(body.model, null),
  "no JSON": () => "Tôi nghĩ là có đấy ạ.",
  "half JSON": () => '{"sentences":[{"text":"Người tố giác được bảo vệ.","ci',
  "another shape": () => '{"answer":"Người tố giác được bảo vệ."}',
  "numbers for text": () => '{"sentences":[{"text":5,"cites":"P1"}]}',
  "no such source": () => say({ text: "Người tố giác được bảo vệ.", cites: ["P99"] }),
  "no source": () => say({ text: "Người tố giác được bảo vệ.", cites: [] }),
  "100 kB": () => say({ text: "Người tố giác được bảo vệ. ".repeat(4_000), cites: ["P1"] }),
  "1 MB of nothing": () => " ".repeat(1_000_000),
  "a refusal in English": () => "I'm sorry, but I can't help with that request.",
  "a refusal of its own": ({ body }) =>
    completion(body.model, null, { refusal: "I'm sorry, I can't assist with that." }),
  "no choices": () => Response.json({ id: "x", object: "chat.completion", choices: [] }),
  "not an object": () => Response.json("ok"),
  "HTML with 200": () =>
    new Response("<html>maintenance</html>", { headers: { "content-type": "text/html" } }),
};
