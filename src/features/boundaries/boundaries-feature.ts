import type { Feature } from "../../turn/feature.ts";
import { BOUNDARY_REPLIES } from "./boundaries-wording.ts";

/** Refuses what the assistant must not do, and says what helps instead. */
export const boundaries: Feature = {
  name: "boundaries",
  take({ reading: { boundary } }) {
    return boundary === null ? null : { replies: [BOUNDARY_REPLIES[boundary]] };
  },
};
