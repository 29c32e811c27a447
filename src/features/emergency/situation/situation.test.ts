import { describe, expect, it } from "vitest";
import { z } from "zod";
import { breaches } from "../../../../test/advised.ts";
import { readUtterance } from "../../../language/utterance.ts";
import { plainText } from "../../../messaging/reply.ts";
import { VOICES } from "../../../reader/names/act.ts";
import { DANGER_KINDS, type DangerKind, EMERGENCY_NUMBERS } from "../../../reader/names/danger.ts";
import sources from "../advice/sources.json" with { type: "json" };
import rules from "../advice-rules.json" with { type: "json" };
import { dangerReply } from "../emergency-feature.ts";
import { EVENT_NAMES, readEvents } from "../event/read-events.ts";
import { groupOf } from "../next/next-step.ts";
import { numbersIn, SITUATION_NAMES, type SituationName, situationIn, turnedBy } from "./situation.ts";
import DATA from "./situations.json" with { type: "json" };

const kindsOf = (name: SituationName) => DATA.situations[name].of as readonly DangerKind[];

/** The situation of a danger that is read of this kind. */
const situationOf = (kind: DangerKind, typed: string, voice?: "seen" | "kin" | "self") =>
  situationIn(
    { kind, told: readEvents(readUtterance(typed), { points: [] }, false) },
    voice === undefined ? [] : [{ is: voice, p: 0.9 }],
  );

it("has known kinds, events, voices, numbers and sources", () => {
  const Row = z
    .strictObject({
      of: z.array(z.enum(DANGER_KINDS)).min(1),
      on: z.array(z.enum(EVENT_NAMES)).min(1).optional(),
      not: z.array(z.enum(EVENT_NAMES)).optional(),
      voices: z.array(z.enum(VOICES)).optional(),
      numbers: z.array(z.enum(EMERGENCY_NUMBERS)).min(1).optional(),
      apart: z.literal(true).optional(),
      like: z.enum(DANGER_KINDS).optional(),
      steps: z.array(z.string()).min(3).max(5).optional(),
      tell: z.string().optional(),
      sources: z
        .array(z.enum(Object.keys(sources)))
        .min(1)
        .optional(),
    })
    .refine(({ on, voices }) => on !== undefined || voices !== undefined)
    .refine(({ like, steps, tell, sources: from }) =>
      [steps, tell, from].every((own) => (own === undefined) === (like !== undefined)),
    );
  z.record(z.string(), Row).parse(DATA.situations);
});

describe.each(SITUATION_NAMES)("%s", (name) => {
  it("advises nothing that harms, and fits a small screen", () => {
    for (const kind of kindsOf(name)) {
      const words = plainText(dangerReply({ kind, numbers: ["113"], language: "vi" }, name));
      // One that turns it into another kind has that kind's rules.
      const { never } = rules.kinds[turnedBy(name) ?? kind];
      expect(breaches(words, { ...rules.everywhere, ...never }), kind).toEqual([]);
      expect(words.length).toBeLessThanOrEqual(900);
    }
  });
});

it.each([
  ["buried", "vach nui sau nha nut dai lam, nuoc khe chay ra duc", "slope"],
  ["buried", "taluy dương trước ngõ cứ lở xuống từng tảng", "slope"],
  ["flood", "khe suối trên bản tự nhiên đổi màu, nghe ầm ì", "slope"],
  ["buried", "đất lở vùi mất nhà ông Páo rồi", undefined],
  ["buried", "đồi nứt từ sáng, giờ sập xuống có người mắc kẹt bên trong", undefined],
  ["flood", "nước lên tới mái rồi", undefined],
  ["fire", "nó xách can xăng tưới khắp sân đòi đốt", "petrol"],
  ["fire", "nó tưới xăng đốt, cháy rồi cháy to lắm", undefined],
  ["drowning", "vot len duoc roi ma mat tim tai", "ashore"],
  ["drowning", "thằng bé đang chới với giữa hồ", undefined],
  ["unconscious", "bác thợ bị điện giật nằm bất động", "current"],
  ["medical", "cham phai day dien tu dong may bom", "current"],
  ["unconscious", "bà em ngã ở sân nằm bất động", undefined],
  ["violence", "ca ban xum lai danh thang an trom", "mob"],
  ["violence", "hai ông hàng xóm đánh nhau chảy máu", undefined],
  ["kidnapping", "bọn họ vây mình đòi đánh, mình trốn trong quán", "besieged"],
  ["threat", "co cai xe may di theo sau bam theo em tu cho", "followed"],
  ["weapon", "ban cung lop giau dao trong cap noi tan hoc dam", "atSchool"],
  ["gas", "nhà máy đá rò khí amoniac", "chemical"],
  ["gas", "bình ga xì mùi khắp bếp", undefined],
  ["gas", "đốt than sưởi trong phòng kín", "charcoal"],
  ["trapped", "con em 2 tuổi chốt trái cửa phòng tắm", "childRoom"],
  ["trapped", "tay công nhân kẹt vào máy cán", undefined],
  ["animalBite", "con bo nha ben huc chu em rach bung", "gored"],
  ["animalBite", "chó nhà bên cắn cháu vào tay", undefined],
  ["medical", "be nga tu vong xuong, non may lan roi", "head"],
  ["medical", "bà nôn từ sáng, lả đi", undefined],
  ["drowning", "kéo được đứa lớn lên bờ, đứa bé vẫn dưới ao", undefined],
  ["selfHarm", "co co gai nhay xuong song roi, chua thay noi len", "inWater"],
  ["selfHarm", "anh ấy đứng trên cầu dọa nhảy xuống sông", undefined],
  ["selfHarm", "thanh sat tren cau roi trung dau ong ay", "struck"],
  ["medical", "bác thợ ngã từ giàn giáo xuống, chân không nhấc được", "fallen"],
  ["domesticViolence", "no dang dung ngoai cong dap cua am am", "outside"],
  ["domesticViolence", "nó nhốt em ngoài hiên, con ở trong với nó", undefined],
  ["fire", "ong ay do xang ra nha roi ngoi cam bat lua", "petrol"],
  ["unconscious", "có ông say nằm ngủ trên đường ray", "rails"],
  ["medical", "nha em o canh duong ray, bo em ngat", undefined],
  ["medical", "cụ nằm ngoài sân cả đêm rét, người lạnh ngắt", "freezing"],
  ["medical", "mẹ em đau ngực, vã mồ hôi, tay lạnh toát", undefined],
  ["flood", "nước dâng bịt cửa hang, mấy cháu ở trong", "cave"],
  ["kidnapping", "nó gọi bảo đang giữ con tôi, bắt chuyển 200 triệu", "ransomCall"],
  ["robbery", "em trốn trong nhà vệ sinh, bọn cướp còn ngoài kia", "hidden"],
] as const)("read as %s, %s is %s", (kind, typed, name) => expect(situationOf(kind, typed)).toBe(name));

it("turns a danger into another kind, and never in a circle", () => {
  expect(turnedBy(situationOf("selfHarm", "nó nhảy rồiiii, chìm rồi"))).toBe("drowning");
  const circles = SITUATION_NAMES.filter((name) => kindsOf(name).includes(turnedBy(name) as DangerKind));
  expect(circles).toEqual([]);
});

it("is told by whoever sees it where the voice says so", () => {
  expect(situationOf("fire", "cháy nhà bên cạnh to lắm", "seen")).toBe("nextDoor");
  expect(situationOf("fire", "cháy bếp nhà em", "self")).toBeUndefined();
  expect(situationOf("domesticViolence", "anh ấy lại đánh chị ấy", "seen")).toBe("nextDoorHome");
  expect(situationOf("domesticViolence", "anh ấy lại đánh em", "self")).toBeUndefined();
  expect(situationOf("humanTrafficking", "em bi lua sang Trung Quoc", "self")).toBe("abroadOneself");
  expect(situationOf("humanTrafficking", "nó sắp đưa em sang Trung Quốc", "self")).toBeUndefined();
  expect(situationOf("poisoning", "bạn em uống hết vỉ thuốc ngủ", "kin")).toBe("pills");
});

it("stays until something speaks against it", () => {
  const danger = { kind: "buried", situation: "slope" } as const;
  expect(situationIn({ ...danger, told: ["battery"] })).toBe("slope");
  expect(situationIn({ ...danger, told: ["slope", "buriedOne"] })).toBeUndefined();
  expect(situationIn({ ...danger, kind: "fire" })).toBeUndefined();
});

it("has its own numbers instead of the kind's; those of another danger join", () => {
  expect(numbersIn("buried", ["114", "115", "112", "113"], "slope")).toEqual(["114", "112", "113"]);
  expect(numbersIn("drowning", ["114", "115", "112"], "ashore")).toEqual(["115", "114"]);
  expect(numbersIn("fire", ["114"], undefined)).toEqual(["114"]);
});

it("is of kinds of one group, or says so by the number that leads", () => {
  const mixed = SITUATION_NAMES.filter(
    (name) =>
      new Set(kindsOf(name).map(groupOf)).size > 1 &&
      !("numbers" in DATA.situations[name] || "like" in DATA.situations[name]),
  );
  expect(mixed).toEqual([]);
});
