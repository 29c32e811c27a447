import { type Labelled, readMessages, readOlder } from "./examples.ts";
import { readAsked, readRealAsked } from "./sections.ts";

/** All messages that the reader's heads learn from. */
export const readTraining = (): Labelled[] => [
  ...readOlder(),
  ...readMessages(),
  ...readAsked(),
  ...readRealAsked(),
];
