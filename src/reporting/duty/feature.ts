import type { Feature } from "../../conversation/turn.ts";

/** The duty group's side of a report. */
export const duty: Feature = { name: "duty", take: () => null };
