import type { Feature } from "../../assistant/turn.ts";
import { detectBoundary } from "../../reading/boundary/detect-boundary.ts";
import { BOUNDARY_REPLIES } from "./boundaries-wording.ts";

/** Declines what the assistant must not do, and says what helps instead. */
export const boundaries: Feature = {
  name: "boundaries",
  take({ utterance }) {
    const boundary = detectBoundary(utterance);
    return boundary === null ? null : { replies: [BOUNDARY_REPLIES[boundary]] };
  },
};
