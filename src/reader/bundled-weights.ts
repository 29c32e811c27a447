import bytes from "./weights.bin";

/** In a Worker: the module beside the bundle. */
export const WEIGHTS_FILE = new Uint8Array(bytes);
