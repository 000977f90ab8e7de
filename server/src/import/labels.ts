/** What something is that a document numbers: "Action 6", "Objective 2", "Milestone 1.3". */
export type LabelKind = 'area' | 'action' | 'deliverable';

/** "Action 6: Title" at the start of a text. */
export interface LabelledTitle {
  /** As written: "Action". */
  readonly label: string;
  readonly kind: LabelKind;
  readonly id: string;
  /** What stands behind it; empty where it stands in the next line. */
  readonly title: string;
}

/** Words for the parts of a plan in languages of the Union, in small letters. The kind is what they usually are. */
const LABELS: Readonly<Record<LabelKind, string>> = {
  area:
    'pillar|priority area|priority|strategic priority|strategic objective|objective|goal|strategic goal|theme|axis|part|chapter|cluster|focus area|area|strand|' +
    'säule|schwerpunkt|handlungsfeld|ziel|pilier|axe|objectif|priorité|volet|pilar|eje|objetivo|prioridad|eixo|prioridade|pilastro|asse|obiettivo|priorità|' +
    'pijler|doelstelling|prioriteit|doel|filar|cel|priorytet|pilíř|cíl|priorita|pilier|cieľ|steber|cilj|prioriteta|stup|prioritet|pillér|cél|prioritás|' +
    'pilari|tavoite|painopiste|pelare|mål|søjle|sammas|eesmärk|pīlārs|mērķis|ramstis|tikslas|πυλώνας|στόχος|προτεραιότητα|стълб|цел|приоритет|pilastru|obiectiv|prioritate|pilastru|għan|colún|cuspóir',
  action:
    'action|key action|actions|measure|initiative|commitment|recommendation|activity|project|work package|action point|action item|' +
    'aktion|maßnahme|massnahme|verpflichtung|mesure|engagement|recommandation|acción|medida|compromiso|actuación|iniciativa|ação|acção|compromisso|' +
    'azione|misura|impegno|actie|maatregel|verbintenis|toezegging|działanie|akcja|zobowiązanie|opatření|akce|závazek|opatrenie|akcia|záväzok|ukrep|zaveza|dejavnost|' +
    'mjera|aktivnost|obveza|intézkedés|akció|vállalás|toimenpide|toimi|sitoumus|åtgärd|åtagande|handling|tiltag|foranstaltning|forpligtelse|tegevus|meede|kohustus|' +
    'pasākums|darbība|apņemšanās|veiksmas|priemonė|įsipareigojimas|δράση|μέτρο|δέσμευση|действие|мярка|ангажимент|acțiune|acţiune|acțiunea|măsură|măsura|angajament|azzjoni|miżura|impenn|gníomh|beart|gealltanas',
  deliverable:
    'milestone|deliverable|output|task|step|sub-action|subaction|target|key deliverable|' +
    'meilenstein|etappe|jalon|étape|livrable|hito|tarea|entregable|marco|entregável|tappa|traguardo|mijlpaal|kamień milowy|krok|zadanie|milník|úkol|úloha|mejnik|naloga|korak|' +
    'prekretnica|zadatak|mérföldkő|feladat|välitavoite|tehtävä|delmål|milstolpe|uppgift|milepæl|delmål|verstapost|ülesanne|atskaites punkts|uzdevums|gairė|uždavinys|ορόσημο|етап|задача|jalon|etapă|stadju|garspriocal',
};

const KINDS: ReadonlyMap<string, LabelKind> = new Map(
  (['deliverable', 'area', 'action'] as const).flatMap((kind) =>
    LABELS[kind].split('|').map((word) => [word, kind] as const),
  ),
);

const WORDS = [...KINDS.keys()].sort((a, b) => b.length - a.length).join('|');

/** A number as plans have them: 6, 5a, 1.3, A.3, A3, IV, B. */
const NUMBER = String.raw`\d+(?:[.-]\d+)*[a-z]?|[A-Z]{1,3}[.-]?\d+(?:\.\d+)*[a-z]?|[IVXL]+(?:\.\d+)*|[A-Z]`;

const LABELLED = new RegExp(
  String.raw`^\s*(?:the\s+)?(${WORDS})(\s*(?:n[°ºo]\.?\s*|nr\.?\s*|#\s*)?)(${NUMBER})(?![\p{L}\d])\s*(?:([:.)|]|[–—-](?=\s))\s*|(?=\n)|$|\s+)([\s\S]*)$`,
  'iu',
);

/** "6. Action: Title" is rare; "Μέτρο 6", "6. intézkedés: Title" has the number first. */
const NUMBER_FIRST = new RegExp(String.raw`^\s*(\d+(?:\.\d+)*[a-z]?)\.?\s+(${WORDS})\s*[:.–—-]\s*([\s\S]*)$`, 'iu');

/**
 * Reads "Action 6: Title" and its like. In running text only what has a sign between number and title, or nothing behind
 * the number: "Action 6 shows" is a sentence.
 *
 * @param isHeading the format says that the text is a heading
 */
export function readLabelled(text: string, isHeading: boolean): LabelledTitle | undefined {
  const match = LABELLED.exec(text);
  if (match) {
    const [, label = '', gap = '', id = '', sign, title = ''] = match;
    // "Actions" is no action "s": letters stand apart, and are capitals.
    if (/^\p{L}/u.test(id) && (gap === '' || !/^\p{Lu}/u.test(id))) {
      return undefined;
    }
    const isApart = sign !== undefined || title === '' || isHeading || /^\s*\n/.test(title);
    // A single letter without a sign is a word: "Part A of", "Action I".
    if (isApart && (sign !== undefined || title === '' || /\d|^[IVX]+$/.test(id))) {
      return { label: capitalised(label), kind: KINDS.get(label.toLowerCase()) ?? 'action', id, title: title.trim() };
    }
    return undefined;
  }
  const first = NUMBER_FIRST.exec(text);
  if (first) {
    const [, id = '', label = '', title = ''] = first;
    return { label: capitalised(label), kind: KINDS.get(label.toLowerCase()) ?? 'action', id, title: title.trim() };
  }
  return undefined;
}

/** What a line or a column of a table says about an action. */
export type FieldKind = 'id' | 'title' | 'area' | 'description' | 'actors' | 'date' | 'start' | 'measure' | 'status';

/** Names of lines and columns in languages of the Union, as patterns on the whole name in small letters. */
const FIELDS: readonly (readonly [kind: FieldKind, pattern: RegExp])[] = [
  [
    'id',
    /^(?:no\.?|n°|nº|nr\.?|#|id|ref\.?|reference|number|(?:action|measure|milestone|commitment|activity|item)\s+(?:no\.?|number|id|#)|nummer|numéro|número|numero)$/u,
  ],
  [
    'start',
    /^(?:start(?:ing)?(?: date)?|begin(?:ning)?|from|date de début|début|beginn|inicio|início|inizio|fecha de inicio)$/u,
  ],
  [
    'date',
    /^(?:(?:new|revised|final|original|proposed|target|due|end|expected|planned|indicative|estimated|completion|delivery|implementation)?\s*(?:dates?|deadlines?|timelines?|time\s?frames?|timing|time\s?schedule|schedule|period|due|target dates?|quarter|year|completion(?: date)?|time\s?period)(?: (?:of|for) (?:completion|implementation|delivery))?|by when\??|when\??|end|to|until|date range|implementation (?:period|timeline)|échéances?|calendrier|délais?|date de fin|frist|termin|zeitplan|zeitrahmen|umsetzung bis|plazos?|fecha(?: límite| de fin)?|calendario|prazos?|scadenz[ae]|tempistica|termijn|deadline|planning|tidsfrist|tidplan|frist|termin realizacji|termín|rok|határidő|määräaika|aikataulu|tähtaeg|termiņš|terminas|προθεσμία|срок|termen)$/u,
  ],
  [
    'actors',
    /^(?:(?:main|key|lead(?:ing)?|responsible|supporting|other|relevant|implementing|coordinating|involved|contributing)?\s*(?:eu\s+|national\s+)?(?:actors?|part(?:y|ies)|bod(?:y|ies)|entit(?:y|ies)|agenc(?:y|ies)|institutions?|ministr(?:y|ies)|departments?|organi[sz]ations?|authorit(?:y|ies)|partners?|stakeholders?|offices?|owners?|units?|services?|persons?|officers?)(?:\s*(?:\/|and|&|or|,)\s*(?:\w+\s*){1,4})?(?:\s+(?:involved|responsible|concerned))?|lead|leads|lead\(s\)|owner|owned by|by whom\??|who\??|responsible|responsibilit(?:y|ies)|accountable|in charge|lead (?:implementing )?(?:agency|agencies|body|institution|ministry|organi[sz]ation)(?:\/actor)?|minist[eè]res?|ministerien?|ministerium|ministerios?|ministero|ministeri|ministeries?|services?(?: responsables?| pilotes?)?|directions?|organismes?|organismos?|behörden?|ressorts?|acteurs?(?: principaux)?|pilotes?|responsables?|porteurs?|chef de file|(?:haupt)?akteure?|zuständig(?:keit)?|verantwortlich(?:e|keit)?|federführung|actores?(?: principales)?|responsáve(?:l|is)|entidades?|attori|responsabili?|soggetti|actoren|verantwoordelijk(?:e|en)?|trekker|ansvarig[ae]?|ansvarlig[e]?|aktörer|odpowiedzialn[ye]|podmioty?|odpovědnost|gestor|zodpovedn[ýá]|gestor|nosilec|nositelj|felelős|vastuutaho|vastutaja|atbildīg[āaie]+|atsakingas|υπεύθυνος|отговор(?:ен|на)|responsabil)$/u,
  ],
  [
    'measure',
    /^(?:(?:key |performance |success |verifiable |measurable )?(?:indicators?|measurements?|metrics?|kpis?|success criteria|measures? of success|means of verification|verification|evidence|outputs?|results?|expected (?:results?|outputs?|outcomes?)|outcomes?|targets?)|indicateurs?|indikator(?:en)?|indicador(?:es)?|indicatori?|wskaźniki?)$/u,
  ],
  [
    'area',
    /^(?:sections?|areas?|themes?|topics?|category|categories|pillars?|strands?|priority areas?|focus areas?|policy areas?|fields?(?: of action)?|thématiques?|thèmes?|axes?|volets?|domaines?|handlungsfeld(?:er)?|themen(?:feld|bereich)?|bereiche?|schwerpunkte?|ámbitos?|ejes?|área|áreas|temas?|ambit[io]|ass[ei]|settor[ei])$/u,
  ],
  ['status', /^(?:status|state of play|progress|current status|état|stand|estado|stato|stan)$/u],
  [
    'description',
    /^(?:(?:brief |short )?descriptions?(?: of .*)?|details?|content|summary|beschreibung|descripción|descrição|descrizione)$/u,
  ],
  [
    'title',
    /^(?:(?:key |main |specific |proposed |priority |planned |concrete )?(?:actions?|measures?|activit(?:y|ies)|milestones?|milestone activit(?:y|ies)|deliverables?|commitments?|tasks?|steps?|initiatives?|titles?|name|recommendations?|projects?|sub-?actions?|work ?packages?|policy|policies|what|what\?|outputs? and milestones|milestones? and deliverables?|milestones? \/ deliverables?|verifiable milestones?|activities and milestones|action items?|action steps?)(?:\s+(?:title|name|description|to be (?:taken|completed)|to fulfil.*|with .*))?|titel|titres?|títulos?|titol[oi]|intitulés?|mesures?|engagements?|compromisos?|maßnahmen?|meilensteine?|acci(?:ón|ones)|medidas?|hitos?|aç(?:ão|ões)|azion[ei]|misur[ae]|acties?|maatregel(?:en)?|åtgärd(?:er)?|tiltag|działani[ea]|zadani[ea]|opatření|opatreni[ea]|ukrepi?|mjer[ae]|intézkedés(?:ek)?|toimenpi(?:de|teet)|tegevus(?:ed)?|pasākum[si]|priemon[ėe]s?|δράσεις|μέτρα|мерки|дейности|acțiuni|măsuri)$/u,
  ],
];

/** What a name of a line or column means; undefined where it is none of ours. */
export function fieldOf(name: string): FieldKind | undefined {
  const words = name
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[*_:]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
  return words === '' || words.length > LONGEST_NAME
    ? undefined
    : (FIELDS.find(([, pattern]) => pattern.test(words)) ??
        UNACCENTED.find(([, pattern]) => pattern.test(withoutAccents(words))))?.[0];
}

/** What the name of a column means, which may say whose it is: "Agency action timeline". */
export function fieldOfColumn(name: string): FieldKind | undefined {
  const isDate = /\b(?:timelines?|deadlines?|due dates?|target dates?|completion dates?)\s*(?:\([^)]*\)\s*)?$/iu.test(
    name,
  );
  return fieldOf(name) ?? (isDate && name.length <= LONGEST_COLUMN ? 'date' : undefined);
}

const LONGEST_COLUMN = 120;

/** The same without accents, which capitals often lack: "Echéances". */
const UNACCENTED = FIELDS.map(([kind, pattern]) => [kind, new RegExp(withoutAccents(pattern.source), 'u')] as const);

function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}

const LONGEST_NAME = 60;

/** "Main actors: …" within a text, where a sentence or line ends before it. */
const ACTORS_LINE =
  /(?:^|[\s.;)\n])((?:Main|Key|Lead|Responsible|Principal)\s+(?:EU\s+|national\s+)?(?:actors?|part(?:y|ies)|bod(?:y|ies)|entit(?:y|ies)|agenc(?:y|ies)|institutions?|authorit(?:y|ies)|ministr(?:y|ies)|organi[sz]ations?|partners?)|Actors?|Responsible|Responsibility|Lead|Owners?|Acteurs(?:\s+principaux)?|Responsables?|Pilotes?|Hauptakteure|Akteure|Zuständig|Verantwortlich|Actores(?:\s+principales)?|Attori(?:\s+principali)?|Belangrijkste actoren|Actoren)\s*[:–]\s*/u;

/** Where "Main actors:" begins in a text, and where what it names begins; undefined where there is none. */
export function actorsLineIn(text: string): { readonly start: number; readonly end: number } | undefined {
  const match = ACTORS_LINE.exec(text);
  if (!match) {
    return undefined;
  }
  const start = match.index + match[0].indexOf(match[1] ?? '');
  return { start, end: match.index + match[0].length };
}

/** "Deadline: June 2024": a name, a colon and a value. */
export interface FieldLine {
  readonly field: FieldKind;
  readonly value: string;
}

/**
 * The fields of a text that begins with one: "Lead: Ministry of Waters; Deadline: 2025", each on a line of its own or
 * behind the other. Empty where it begins with something else.
 */
export function fieldsIn(text: string): readonly FieldLine[] {
  const names: { readonly field: FieldKind; readonly start: number; readonly end: number }[] = [];
  for (const { index } of text.slice(0, LONGEST_FIELDS).matchAll(/:(?=\s|$)/g)) {
    const from = names.at(-1)?.end ?? 0;
    const name = nameBefore(text.slice(from, index), from === 0);
    if (name) {
      names.push({ field: name.field, start: from + name.start, end: index + 1 });
    } else if (names.length === 0) {
      return [];
    }
  }
  return names.map(({ field, end }, at) => ({
    field,
    value: text.slice(end, names[at + 1]?.start ?? text.length).replace(/^[\s*_]+|[\s;*_]+$/g, ''),
  }));
}

const LONGEST_FIELDS = 2000;

/** The longest name of a field that a text ends with; at the start of a line it is all of the text. */
function nameBefore(text: string, isFirst: boolean): { readonly field: FieldKind; readonly start: number } | undefined {
  if (isFirst) {
    const start = /^[\s•·–-]*/u.exec(text)?.[0].length ?? 0;
    const field = nameOfLine(text.slice(start));
    return field && { field, start };
  }
  const words = [...text.slice(-LONGEST_NAME).matchAll(/\p{Lu}[\p{L}()/-]*/gu)];
  const shift = Math.max(0, text.length - LONGEST_NAME);
  for (const word of words) {
    const start = shift + word.index;
    const field = nameOfLine(text.slice(start));
    if (field) {
      return { field, start };
    }
  }
  return undefined;
}

/** Titles and numbers stand in headings, not in lines. */
function nameOfLine(name: string): FieldKind | undefined {
  const field = fieldOf(name);
  return field === 'title' || field === 'id' || field === 'area' ? undefined : field;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}
