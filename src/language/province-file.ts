import { z } from "zod";
import { parseDataFile } from "../platform/data-file.ts";
import { normaliseTone } from "./fold.ts";

const text = z.string().trim().min(1);
const without = (kinds: RegExp) =>
  text.refine((name) => !kinds.test(name), "tên viết không kèm loại (xã, huyện, tỉnh …)");

/** A commune or ward as it is called today. */
const commune = z.strictObject({
  name: without(/^(?:xã|phường|đặc khu) /iu),
  kind: z.enum(["xã", "phường", "đặc khu"]),
  /** Communes, wards and towns that were merged into it, with the names that people still use. */
  was: z.array(text).default([]),
});

export type Commune = z.infer<typeof commune>;

const contact = z.strictObject({
  name: text,
  number: text,
  hours: text.optional(),
  /** Where the number was published. */
  source: text,
});

/** A commune that is listed twice would be read, and counted, twice. */
function refuseRepeated(communes: readonly Commune[], context: z.RefinementCtx): void {
  const seen = new Map<string, number>();
  for (const [i, { kind, name }] of communes.entries()) {
    const key = normaliseTone(`${kind} ${name}`.toLocaleLowerCase("vi"));
    const first = seen.get(key);
    if (first === undefined) seen.set(key, i);
    else
      context.addIssue({
        code: "custom",
        path: [i, "name"],
        message: `${kind} ${name} đã có ở communes.${first}`,
      });
  }
}

/**
 * The data of one province: `knowledge/province.json`. Data of the whole country (laws, holidays, emergency numbers) is
 * next to the code. Unknown fields are refused, so that a typing slip is noticed.
 */
const province = z.strictObject({
  /** Without its kind: "Lạng Sơn". */
  name: without(/^(?:tỉnh|thành phố) /iu),
  kind: z.enum(["tỉnh", "thành phố"]),
  /** Other names and home terms, lower case: "tỉnh nhà", "xứ lạng". */
  aliases: z.array(text).default([]),
  /** Abbreviations of its names: { "ls": "lạng sơn" }. Lower case. */
  abbreviations: z.record(text, text).default({}),
  /** Mountains and forests where people get lost, lower case: a report from there needs rescuers. */
  mountains: z.array(text).default([]),
  communes: z.array(commune).min(1).superRefine(refuseRepeated),
  /** Districts until the two-tier government, without their kind. */
  formerDistricts: z.array(without(/^huyện /iu)).default([]),
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
