import { readFileSync } from "node:fs";

/** In Node: the file. */
export const WEIGHTS_FILE = new Uint8Array(readFileSync(new URL("./weights.bin", import.meta.url)));
