import type { TurnContext } from "../../turn/feature.ts";
import type { FigureThread } from "./figure-thread.ts";

/** "vẽ biểu đồ tỷ lệ đạt 2022", "cho xem biểu đồ" say the same as the command. */
export const CHART =
  /(?:vẽ|ve|xem|làm|lam|tạo|tao|lập|lap)?\s*(?:biểu đồ|bieu do|đồ thị)(?:\s+(?:hình\s+)?(?:tròn|tron|quạt|quat|cột|cot|đường|duong)(?=\s|$))?/giu;
const CHART_WORDS = /(?:^| )(?:ve|xem|lam|tao|lap|cho|gui) (?:[a-z]+ )?(?:bieu do|do thi)(?: |$)/u;
/** "biểu đồ đi": nothing but the word. */
const ONLY_CHART = /^(?:bieu do|do thi)(?: [a-z]+)?$/u;
/** "vẽ luôn đi" after a figure. */
const DRAW_IT =
  /^(?:vẽ|ve)(?: (?:luôn|luon|đi|di|ra|lại|lai|hình|hinh|thử|thu|xem|giúp|giup|cho|tôi|toi|em|anh|nó|no|với|voi|ạ|a|nhé|nhe))*[.!?]?$/iu;
/** True where a chart is asked for, or that what the chat was told be drawn. */
export const wantsChart = ({ folded, clean }: TurnContext["utterance"], thread: FigureThread | undefined) =>
  CHART_WORDS.test(folded.join(" ")) ||
  ONLY_CHART.test(folded.join(" ")) ||
  (thread !== undefined && DRAW_IT.test(clean));

/** "biểu đồ tròn": a form that isn't drawn here. */
export const wantsPie = ({ folded }: TurnContext["utterance"]): boolean =>
  /(?:^| )(?:bieu do|do thi) (?:hinh )?(?:tron|quat|banh)(?: |$)/u.test(folded.join(" "));
