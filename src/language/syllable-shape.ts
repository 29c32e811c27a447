const ONSETS = "b c ch d g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x";
const RHYMES =
  "a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ich iec iem ien ieng iep iet " +
  "ieu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi om on ong ooc " +
  "oong op ot u ua uan uat uay uc ue uech uenh ui um un ung uo uoc uoi uom uon uong uop uot uou up ut uu uy uya " +
  "uych uyen uyet uynh uyt uyu y yem yen yet yeu";

const SYLLABLES: ReadonlySet<string> = new Set(
  RHYMES.split(" ").flatMap((rhyme) => [rhyme, ...ONSETS.split(" ").map((onset) => onset + rhyme)]),
);

/** True where this is a possible Vietnamese syllable, with any marks. @param folded lower case, without marks */
export const isSyllable = (folded: string): boolean => SYLLABLES.has(folded);
