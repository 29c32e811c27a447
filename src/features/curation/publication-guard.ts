import { type Kind, maskPersonal } from "../../language/privacy/mask.ts";
import { readMessage } from "../../reading/read-message.ts";
import type { CuratedBody } from "./curated-answers.ts";

/** Why an answer can't be previewed. */
export type Obstacle = "no_source" | "unknown_source" | "too_long" | "empty" | "question_too_long";

/** What a person should check before the answer is published. */
export type Notice =
  | "phone"
  | "personal"
  | "long"
  | "emergency_words"
  | "danger_first"
  | "boundary_first"
  | "incident_first"
  | "replaces";

/** One phone screen, and the longest message, in characters. */
const SCREEN = 700;
const MOST = 1_500;
const MOST_QUESTION = 300;

const DOCUMENT_NUMBER = /\d{1,4}\/(?:(?:19|20)\d{2}|\p{Lu}[\p{Lu}\d-]+)/u;
const ADDRESS = /https?:\/\/\S+\.\S+|(?:^|\s)(?:[a-z\d-]+\.)+(?:vn|com|org|net)(?:[/\s]|$)/iu;
/** An official body, or a law by its name. */
const BODY =
  /(?:công an|ủy ban|uỷ ban|ubnd|bộ|sở|ban chỉ đạo|ban quản lý|chính phủ|quốc hội|tòa án|toà án|viện kiểm sát|trung tâm|báo|đài|cổng|luật|bộ luật|hiến pháp)\s+\p{L}{2,}/iu;

/** Kinds of data that a public answer may name. */
const HARMLESS: ReadonlySet<Kind> = new Set(["phone", "email", "link", "house"]);

/** The first thing that is missing; null where the answer can be shown. */
export function obstacleTo({ question, asks, answer, source }: CuratedBody): Obstacle | null {
  if (!/\p{L}/u.test(answer)) return "empty";
  if ([question, ...asks].some((ask) => ask.length > MOST_QUESTION)) return "question_too_long";
  if (answer.length > MOST) return "too_long";
  if (source === "") return "no_source";
  return [DOCUMENT_NUMBER, ADDRESS, BODY].some((form) => form.test(source)) ? null : "unknown_source";
}

/** What should be checked in an answer and in its questions, in the order in which it is said. */
export function noticesOn({ question, asks, answer }: CuratedBody): Notice[] {
  const masked = new Set(maskPersonal(answer).masked);
  const questions = [question, ...asks].map((asked) => readMessage(asked));
  const found: readonly (readonly [Notice, boolean])[] = [
    ["danger_first", questions.some(({ danger }) => danger !== null)],
    ["boundary_first", questions.some(({ boundary }) => boundary !== null)],
    ["incident_first", questions.some(({ incident }) => incident !== null)],
    ["personal", [...masked].some((kind) => !HARMLESS.has(kind))],
    ["phone", masked.has("phone")],
    ["emergency_words", readMessage(answer).danger !== null],
    ["long", answer.length > SCREEN],
  ];
  return found.filter(([, holds]) => holds).map(([notice]) => notice);
}
