/** English words that no Vietnamese sentence has, marked or not. */
export const ENGLISH: ReadonlySet<string> = new Set(
  (
    "what how where when who why which is are was were am does did have has had the this that these you your please hello " +
    "police report help need stolen lost want speak english number emergency someone phone wallet hotel call thank thanks " +
    "good morning evening sorry vietnamese vietnam crime passport foreigner tourist visa bag money card lost find found and or not with from for " +
    "my me we our they there here would could should will it its i'm im i to in at of on can do about know tell office station nearest"
  ).split(" "),
);

/** Common words of French, Spanish, German, Italian, Portuguese, Malay. */
export const OTHER_EUROPEAN: ReadonlySet<string> = new Set(
  (
    "bonjour bonsoir merci je suis où la le mon ma perdu volé aide aidez passeport besoin comment pour " +
    "hola gracias ayuda dónde está robaron robado pasaporte policía necesito buenos días por favor el mi me perdí " +
    "hallo guten tag danke bitte hilfe ich habe wo ist die polizei mein reisepass gestohlen verloren brauche " +
    "ciao grazie aiuto dove polizia passaporto rubato olá obrigado polícia ajuda tolong polisi terima kasih saya"
  ).split(" "),
);
