import { z } from "zod";
import { parseDataFile } from "../platform/data-file.ts";

const text = z.string().trim().min(1);

/** A commune or ward as it is called today. */
const commune = z.strictObject({
  name: text,
  kind: z.enum(["xã", "phường", "đặc khu"]),
  /** Communes, wards and towns that were merged into it, as people still call them. */
  was: z.array(text).default([]),
});

const contact = z.strictObject({
  name: text,
  number: text,
  hours: text.optional(),
  /** Where the number was published. */
  source: text,
});

/**
 * What is one province's own and no other's: `knowledge/province.json`. What holds for the whole country (laws,
 * holidays, emergency numbers) stands beside the code instead. Unknown fields are refused, so that a typing slip shows.
 */
const province = z.strictObject({
  /** Without its kind: "Lạng Sơn". */
  name: text,
  kind: z.enum(["tỉnh", "thành phố"]),
  /** Other names and home terms, lower case: "tỉnh nhà", "xứ lạng". */
  aliases: z.array(text).default([]),
  /** What its people write short for its names: { "ls": "lạng sơn" }. Lower case. */
  abbreviations: z.record(text, text).default({}),
  /** Mountains and forests where people get lost, lower case: what is told of them is a matter for rescuers. */
  mountains: z.array(text).default([]),
  communes: z.array(commune).min(1),
  /** Districts that ended with the two-tier government, without their kind. */
  formerDistricts: z.array(text).default([]),
  /** The province's own numbers, checked, told to whoever wants a person; the national ones are in the code. */
  contacts: z.array(contact).default([]),
  hours: z.strictObject({
    /** When somebody is on duty at a commune's police. */
    police: text,
  }),
  committee: z.strictObject({
    name: text,
    /** Where it can be reached, once that was published. */
    office: text.optional(),
  }),
  /** Questions that its documents and figures answer, for help texts. */
  examples: z.strictObject({
    /** After "/solieu". */
    figure: text,
    /** A whole question. */
    figureQuestion: text,
    /** In the command menu, up to 100 characters. */
    figureHint: text.max(100),
  }),
});

export type Province = z.infer<typeof province>;
export type Commune = z.infer<typeof commune>;

/** @throws ConfigError in one sentence that names the first wrong field */
export const parseProvince = (value: unknown): Province => parseDataFile(province, value, "province.json");
