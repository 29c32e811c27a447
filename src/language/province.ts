import json from "#province" with { type: "json" };
import { type Province, parseProvince } from "./province-file.ts";

/** The province of this assistant: `knowledge/province.json`, or that of the folder given with `--knowledge`. */
export const PROVINCE: Province = parseProvince(json);
