import { z } from "zod";
import { parseDataFile } from "../platform/data-file.ts";

const text = z.string().trim().min(1);

/** A commune or ward as it is called today. */
const commune = z.strictObject({
  name: text,
  kind: z.enum(["xã", "phường", "đặc khu"]),
  /** Communes, wards and towns that were merged into it, with the names that people still use. */
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
 * The data of one province: `knowledge/province.json`. Data of the whole country (laws, holidays, emergency numbers) is
 * next to the code. Unknown fields are refused, so that a typing slip is noticed.
 */
const province = z.strictObject({
  /** Without its kind: "Lạng Sơn". */
  name: text,
  kind: z.enum(["tỉnh", "thành phố"]),
  /** Other names and home terms, lower case: "tỉnh nhà", "xứ lạng". */
  aliases: z.array(text).default([]),
  /** Abbreviations of its names: { "ls": "lạng sơn" }. Lower case. */
  abbreviations: z.record(text, text).default({}),
  /** Mountains and forests where people get lost, lower case: a report from there needs rescuers. */
  mountains: z.array(text).default([]),
  communes: z.array(commune).min(1),
  /** Districts until the two-tier government, without their kind. */
  formerDistricts: z.array(text).default([]),
  /** The province's own telephone numbers, verified; the national numbers are in the code. */
  contacts: z.array(contact).default([]),
  hours: z.strictObject({
    /** Duty hours of a commune's police. */
    police: text,
  }),
  committee: z.strictObject({
    name: text,
    /** The address, once it is published. */
    office: text.optional(),
  }),
  /** Example questions for help texts; its documents and figures must answer them. */
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

/** @throws ConfigError in one sentence that names the first wrong field */
export const parseProvince = (value: unknown): Province => parseDataFile(province, value, "province.json");
