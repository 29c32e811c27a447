import { type Labelled, readMessages, readOlder } from "./examples.ts";
import { readAsked, readRealAsked } from "./sections.ts";

/** The messages that are nobody's wording of a section. */
export const readOwn = (): Labelled[] => [...readOlder(), ...readMessages()];

/** All messages that the reader's heads learn from. */
export const readTraining = (): Labelled[] => [...readOwn(), ...readAsked(), ...readRealAsked()];
