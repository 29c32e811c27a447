import type { Feature } from "../../turn/feature.ts";
import { firstAidReply } from "./emergency-feature.ts";

/** From these probabilities on a message asks what to do in a case, and in which. */
const ASKS = 0.5;
const KIND = 0.5;

/** "Rắn cắn thì làm gì?", asked by somebody to whom nothing happened: the same advice as in danger, the steps first. */
export const firstAid: Feature = {
  name: "firstAid",
  take({ reading: { learned, utterance } }) {
    if (utterance.words.length === 0 || utterance.clean.startsWith("/")) return null;
    const asks = learned.acts.reduce(
      (sum, { is, p }) => (is === "aid" || is === "danger" ? sum + p : sum),
      0,
    );
    const [kind] = learned.kinds;
    if (asks < ASKS || kind === undefined || kind.p < KIND) return null;
    const reply = firstAidReply(kind.is);
    return reply === null ? null : { replies: [reply] };
  },
};
