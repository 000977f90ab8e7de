import type { Language } from './languages';

/** A language with verbs in it that plans are made of; English has a list of its own. */
export type ForeignLanguage = Exclude<Language, 'en'>;

/** How a language says that somebody will do something. */
export interface Grammar {
  /** What stands before a verb in its base form: "s'engage à", "ska". */
  readonly modal: RegExp;
  /** A verb that says by its own form that something will be done; none where the language has none. */
  readonly future?: RegExp;
  /** "Sera créé", "zostanie utworzony". */
  readonly passive: RegExp;
  /** A text that begins with what is to be done: a verb in its base form, "Creación de", "we will". */
  readonly start: RegExp;
  /** Whether the base form of a verb stands at the end of its clause: "wird ein Register einrichten". */
  readonly isVerbLast: boolean;
  /** "We", where it stands as a word. */
  readonly we: RegExp;
  /** Words that explain: a title ends in front of them. */
  readonly explains: RegExp;
  /** Forms of verbs that say what something is or leads to rather than what is done. */
  readonly effects: RegExp;
}

const ANY_LETTER = '(?<!\\p{L})';

/** The grammar of each language, as far as titles and undertakings need it. */
export const GRAMMARS: Readonly<Record<ForeignLanguage, Grammar>> = {
  fr: {
    modal: words(
      "s['’]engage(?:nt)? à|nous nous engageons à|devr(?:a|ont|ons)|doi(?:t|vent)|devons|(?:est|sont|sera|seront) (?:chargée?s?|invitée?s?|tenue?s?|appelée?s?) (?:de|à|d['’])|veiller(?:a|ont|ons) à|allons|va|vont",
    ),
    future: words("(?:se |s['’])?(\\p{L}{2,}?(?:er|ir|dr|tr|uir|vr|err|fer))(?:a|ont|ons)"),
    passive: words('ser(?:a|ont) (?:\\p{L}+ment |également |ainsi |aussi )?\\p{L}+(?:é|i|u|is|it|ert)e?s?'),
    start:
      /^(?:nous\s|(?!Hier\b|Premier\b|Dernier\b|Par\b|Pour\b|Leur|Outre|Notre|Votre|Entre|Contre|Être)\p{L}{2,}(?:er|ir|dre|tre|ire|oir)\s|\p{L}{3,}(?:tion|ment)\s+(?:de|du|des|d['’])|(?:mise (?:en|à)|appui|soutien|étude|ouverture|réforme|refonte|suivi|poursuite)\s)/iu,
    isVerbLast: false,
    we: /(?<!\p{L})(?:nous)(?!\p{L})/iu,
    explains: explaining(
      'afin|pour|qui|que|dont|où|en vue|notamment|permettant|visant|ainsi|dans le cadre|dans le but|en lien|en incluant|en particulier|de manière|de façon|tel que|tels que|lorsque|grâce|conformément',
    ),
    effects:
      /^(?:se\s|s['’])?(?:ser|aur|pourr|faudr|permettr|contribuer|viser|constituer|comprendr|rester|deviendr|agir|comporter|correspondr|entrainer|entraîner|reposer|montrer|figurer|devr)$/iu,
  },
  es: {
    modal: words(
      'se comprometen? a|nos comprometemos a|deber(?:á|án|emos)|deben?|habrán? de|tendrán? que|tendremos que|van? a|vamos a|se encargarán? de|se prevé|está previsto|se propone',
    ),
    future: words('(se )?(\\p{L}+(?:ar|er|ir|dr|br))(?:á|án|emos)'),
    passive: words('ser(?:á|án) (?:\\p{L}+mente |también )?\\p{L}+(?:ad|id|t|st|ch)[oa]s?'),
    start:
      /^(?:(?!Lugar\b|Hogar\b|Primer\b|Tercer\b|Mujer\b|Cualquier\b|Ayer\b)\p{L}{2,}(?:ar|er|ir)\s|\p{L}{2,}(?:aremos|eremos|iremos|dremos|bremos|rremos)\s|(?:haremos|diremos|daremos)\s|\p{L}{3,}(?:ción|miento|sión)\s+(?:de|del)\s|(?:fomento|garantía|mejora|refuerzo|impulso|desarrollo|apoyo|puesta en|diseño|reforma|estudio|análisis|apertura|lanzamiento|incremento|aumento|seguimiento)\s+(?:de|del|a|al|en)\s)/iu,
    isVerbLast: false,
    we: /(?<!\p{L})(?:nosotros|\p{L}{2,}remos)(?!\p{L})/iu,
    explains: explaining(
      'para|que|quien|cuyo|cuya|con el fin|con el objetivo|con objeto|a fin|hasta|mediante|a través|en el marco|en virtud|así como|cuando|donde|de manera|de forma|de conformidad|con arreglo|incluyendo|incluid[oa]s?|garantizando|permitiendo|promoviendo|favoreciendo',
    ),
    effects:
      /^(?:ser|estar|habr|podr|tendr|permitir|contribuir|supondr|constituir|incluir|consistir|resultar|servir|corresponder|deber|formar)$/iu,
  },
  it: {
    modal: words(
      'si impegna(?:no)? ad?|ci impegniamo ad?|dovr(?:à|anno|emo)|deve|devono|dobbiamo|provveder(?:à|anno|emo) ad?|(?:è|sono) (?:tenut|chiamat|invitat)[oaie] ad?|è previsto di|si prevede di',
    ),
    future: words('(si )?(\\p{L}+(?:er|ir|rr|dr|vr|ar))(?:à|anno|emo)'),
    passive: words('(?:sar|verr)(?:à|anno) (?:\\p{L}+mente |inoltre |anche )?\\p{L}+(?:at|ut|it|st|tt|s|rt|nt)[oaie]'),
    start:
      /^(?:\p{L}{2,}(?:are|ere|ire|urre|orre)\s|\p{L}{3,}(?:eremo|iremo|rremo)\s|\p{L}{3,}(?:zione|mento|sione)\s+(?:di|del|dei|della|delle|dello|degli|dell['’])|(?:avvio|rilascio|sviluppo|supporto|adozione|messa|monitoraggio|analisi|lancio|riforma|utilizzo|studio|avanzamento)\s+(?:di|del|della|delle|dei|degli|dell['’]|a|in|al|alla)(?:\s|(?<=['’])))/iu,
    isVerbLast: false,
    we: /(?<!\p{L})(?:noi|\p{L}{3,}(?:eremo|iremo|rremo))(?!\p{L})/iu,
    explains: explaining(
      "per|che|cui|al fine|allo scopo|con l['’]obiettivo|attraverso|mediante|nell['’]ambito|in relazione|in coerenza|nel rispetto|finalizzat[oaie]|secondo|contenent[ei]|nonché|affinché|quando|dove|in modo|in particolare|tramite",
    ),
    effects: /^(?:sar|avr|potr|permetter|consentir|contribuir|costituir|rester|riguarder|comporter|dovr|verr|andr)$/iu,
  },
  pt: {
    modal: words(
      'compromete-se a|comprometem-se a|comprometemo-nos a|dever(?:á|ão|emos)|devem?|terão? de|terá de|teremos de|irão?|irá|iremos|vão|vai|vamos|está previsto|prevê-se',
    ),
    future: words('(\\p{L}+(?:ar|er|ir|or|far|dir|trar))(?:á|ão|emos)(?:-se)?'),
    passive: words('ser(?:á|ão) (?:\\p{L}+mente |também )?\\p{L}+(?:ad|id|t|st|rt|nt|gu)[oa]s?'),
    start:
      /^(?:(?!Lugar\b|Qualquer\b|Mulher\b|Primeir)\p{L}{2,}(?:ar|er|ir|or)\s|\p{L}{2,}(?:aremos|eremos|iremos)\s|\p{L}{3,}(?:ção|mento|são)\s+(?:de|do|da|dos|das)\s|(?:reforço|apoio|melhoria|fomento|estudo|reforma|abertura|aumento)\s+(?:de|do|da|dos|das|a|ao|à)\s)/iu,
    isVerbLast: false,
    we: /(?<!\p{L})(?:nós|\p{L}{2,}(?:aremos|eremos|iremos))(?!\p{L})/iu,
    explains: explaining(
      'para|que|cujo|cuja|com vista|a fim|com o objetivo|através|mediante|no âmbito|nos termos|bem como|quando|onde|de forma|de modo|incluindo|garantindo|permitindo|promovendo|por forma',
    ),
    effects: /^(?:ser|estar|haver|poder|ter|permitir|contribuir|constituir|incluir|consistir|resultar|dever|passar)$/iu,
  },
  de: {
    modal: words('wird|werden|soll|sollen|muss|müssen|verpflichtet sich|verpflichten sich'),
    passive: words(
      '(?:wird|werden|soll|sollen) (?:[^.;]{0,300} )?(?:\\p{L}*ge\\p{L}{2,}(?:t|en)|(?:be|er|ver|ent|über|unter|zer)\\p{L}{2,}t|\\p{L}{3,}iert)(?: werden)?(?=[.,;]|$| und )',
    ),
    start:
      /^(?:wir (?:werden|schaffen|richten|führen|stellen)\s|\p{Lu}\p{L}{3,}(?:ung|bau|ierung)\s+(?:der|des|von|eines|einer|und|neuer|weiterer)\s)/u,
    isVerbLast: true,
    we: /(?<!\p{L})(?:wir)(?!\p{L})/iu,
    explains: explaining(
      'um|damit|so dass|sodass|welche[rsn]?|insbesondere|indem|sofern|wenn|ohne|soweit|mit dem Ziel',
    ),
    effects: /^(?:sein|bleiben|haben|können)$/iu,
  },
  nl: {
    modal: words(
      'zal|zullen|gaat|gaan|moet|moeten|dient|dienen|verbindt zich ertoe(?: om)?|verbinden zich ertoe(?: om)?',
    ),
    passive: words(
      '(?:wordt|worden|zal|zullen) (?:[^.;]{0,300} )?(?:\\p{L}*ge\\p{L}{2,}(?:d|t|en)|(?:be|ver|ont|her|er)\\p{L}{2,}(?:d|t))(?: worden)?(?=[.,;]|$| en )',
    ),
    start: /^(?:(?:we|wij) (?:zullen|gaan)\s|het \p{L}{3,}en van\s|\p{L}{3,}ing van\s)/iu,
    isVerbLast: true,
    we: /(?<!\p{L})(?:we|wij)(?!\p{L})/iu,
    explains: explaining(
      'om|zodat|waarbij|waarmee|waardoor|met het oog|met als doel|in het kader|met name|indien|wanneer|door',
    ),
    effects: /^(?:zijn|blijven|hebben|kunnen)$/iu,
  },
  sv: {
    modal: words('ska|skall|kommer (?:\\p{L}+ ){0,4}?att|avser att|åtar sig att|måste|bör|ska även'),
    passive: words('(?:ska|skall|kommer att) (?:även |också |senast [^.;]{0,60} )?\\p{L}{4,}as'),
    start:
      /^(?!Alla\b|Andra\b|Flera\b|Dessa\b|Stora\b|Nya\b|Samma\b|Båda\b|Övriga\b|Denna\b)\p{L}{3,}a\s+(?!och\b)\p{L}/iu,
    isVerbLast: false,
    we: /(?<!\p{L})(?:vi)(?!\p{L})/iu,
    explains: explaining('för att|som|så att|med syfte|i syfte|där|när|inklusive|samt|genom|i enlighet|utifrån'),
    effects: /^(?:vara|bli|ha|kunna|bidra|innebära|omfatta)$/iu,
  },
  da: {
    modal: words('skal|vil|forpligter sig til at|agter at|har til hensigt at|bør'),
    passive: words('(?:skal|vil) (?:også |senest [^.;]{0,60} )?(?:\\p{L}{4,}es|blive \\p{L}+et)'),
    start:
      /^(?:at\s+)?(?!Alle\b|Andre\b|Flere\b|Disse\b|Store\b|Nye\b|Samme\b|Begge\b|Denne\b|Øvrige\b)\p{L}{3,}e\s+(?!og\b)\p{L}/iu,
    isVerbLast: false,
    we: /(?<!\p{L})(?:vi)(?!\p{L})/iu,
    explains: explaining('for at|som|så|med henblik|med det formål|hvor|når|herunder|især|gennem|i overensstemmelse'),
    effects: /^(?:være|blive|have|kunne|bidrage|omfatte)$/iu,
  },
  pl: {
    modal: words(
      'zobowiązuj[eą] się(?: do)?|zobowiązujemy się(?: do)?|będzie|będą|będziemy|powinien|powinna|powinno|powinny',
    ),
    future: words('\\p{L}{3,}(?:emy|imy|ymy)'),
    passive: words('(?:zostanie|zostaną|będzie|będą) (?:\\p{L}+ie )?\\p{L}{3,}(?:n|t)[yaeio]e?'),
    start: /^(?:\p{L}{3,}(?:anie|enie|cie)\s+\p{L}|\p{L}{4,}(?:emy|imy|ymy)\s)/iu,
    isVerbLast: false,
    we: /(?<!\p{L})(?:my|będziemy|\p{L}{4,}(?:emy|imy|ymy))(?!\p{L})/iu,
    explains: explaining(
      'aby|żeby|by|który|która|które|których|w celu|w tym|zgodnie|gdy|gdzie|w ramach|poprzez|dzięki|tak aby',
    ),
    effects:
      /^(?:musimy|możemy|chcemy|wiemy|widzimy|potrzebujemy|jesteśmy|mówimy|dziękujemy|żyjemy|stoimy|wierzymy|uznajemy)$/iu,
  },
};

/**
 * The base form of a verb in the future tense; undefined where it cannot be told.
 *
 * @param stem the verb without its ending: "adopter" of "adoptera", "aplicar" of "aplicaremos"
 */
export function baseFormOf(stem: string, language: ForeignLanguage): string | undefined {
  const small = stem.toLowerCase();
  const known = irregular(small, IRREGULAR[language] ?? []);
  if (known !== undefined) {
    return known;
  }
  switch (language) {
    case 'fr':
      return /(?:uir|nr|dr|tr)$/u.test(small) ? `${small}e` : /[ei]r$/u.test(small) ? small : undefined;
    case 'it':
      return small.endsWith('er') ? `${small.slice(0, -2)}are` : small.endsWith('ir') ? `${small}e` : undefined;
    default:
      return /[aei]r$/u.test(small) ? small : undefined;
  }
}

function irregular(stem: string, table: readonly (readonly [RegExp, string])[]): string | undefined {
  const found = table.find(([pattern]) => pattern.test(stem));
  return found && stem.replace(found[0], found[1]);
}

const FRENCH: readonly (readonly [RegExp, string])[] = [
  [/^fer$/u, 'faire'],
  [/tiendr$/u, 'tenir'],
  [/viendr$/u, 'venir'],
  [/enverr$/u, 'envoyer'],
  [/verr$/u, 'voir'],
  [/evr$/u, 'evoir'],
  [/acquerr$/u, 'acquérir'],
];

const SPANISH: readonly (readonly [RegExp, string])[] = [
  [/^har$/u, 'hacer'],
  [/rehar$/u, 'rehacer'],
  [/pondr$/u, 'poner'],
  [/tendr$/u, 'tener'],
  [/vendr$/u, 'venir'],
  [/saldr$/u, 'salir'],
  [/valdr$/u, 'valer'],
  [/^dir$/u, 'decir'],
  [/querr$/u, 'querer'],
  [/^sabr$/u, 'saber'],
];

const PORTUGUESE: readonly (readonly [RegExp, string])[] = [
  [/^far$/u, 'fazer'],
  [/^dir$/u, 'dizer'],
  [/^trar$/u, 'trazer'],
  [/^por$/u, 'pôr'],
];

/** Verbs in "-ere" have the same future as those in "-are". */
const ITALIAN: readonly (readonly [RegExp, string])[] = [
  [
    /((?:mett|chied|rend|promuov|muov|prend|pend|tend|diffond|ced|scriv|chiud|clud|redig|cogl|scegl|cresc|svolg|volg|protegg|risolv|assum|discut|ricev|decid|dirig|corregg|elegg|corr|vend|perd|batt|vinc|conosc|esprim))er$/u,
    '$1ere',
  ],
  [/porr$/u, 'porre'],
  [/durr$/u, 'durre'],
  [/^far$/u, 'fare'],
  [/^dar$/u, 'dare'],
  [/terr$/u, 'tenere'],
  [/verr$/u, 'venire'],
  [/edr$/u, 'edere'],
];

const IRREGULAR: Partial<Readonly<Record<ForeignLanguage, readonly (readonly [RegExp, string])[]>>> = {
  fr: FRENCH,
  es: SPANISH,
  it: ITALIAN,
  pt: PORTUGUESE,
};

/** Words as a whole, whatever stands around them. */
function words(alternatives: string): RegExp {
  return new RegExp(`${ANY_LETTER}(?:${alternatives})(?!\\p{L})`, 'iu');
}

function explaining(alternatives: string): RegExp {
  return new RegExp(`^(?:${alternatives})(?!\\p{L})`, 'iu');
}
