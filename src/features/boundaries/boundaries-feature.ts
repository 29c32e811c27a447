import type { Feature } from "../../assistant/turn.ts";
import { BOUNDARY_REPLIES } from "./boundaries-wording.ts";
import { detectBoundary } from "./detect-boundary.ts";

/** Declines what the assistant must not do, and says what helps instead. */
export const boundaries: Feature = {
  name: "boundaries",
  take({ utterance }) {
    const boundary = detectBoundary(utterance);
    return boundary === null ? null : { replies: [BOUNDARY_REPLIES[boundary]] };
  },
};
