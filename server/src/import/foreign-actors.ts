import type { ProseHelp } from './undertakings';

/**
 * Who the words in front of a verb name: actors that are known, under their English names too, and bodies that call
 * themselves one; those are proposed. Empty where they name nobody.
 */
export function foreignActors(
  subject: string,
  { actors }: Pick<ProseHelp, 'actors'>,
  place: number,
): readonly string[] {
  const words = subject.replace(/^[\s,;]+|[\s,;]+$/gu, '');
  if (words === '') {
    return [];
  }
  const english = IN_ENGLISH.reduce((text, [pattern, name]) => text.replace(pattern, name), words);
  const found = actors.find(english);
  if (found.length > 0 && (found[0]?.span.start ?? 0) <= NEAR) {
    return [...new Set(found.map(({ actor }) => actor))];
  }
  const name = words.replace(ARTICLE, '').replace(ADVERB, '');
  const isBody =
    (BODY.test(name) || ACRONYM.test(name)) &&
    name.split(/\s+/u).length <= MOST_WORDS &&
    !/[.;:()]/u.test(name) &&
    !CLAUSE.test(name);
  const proposed = isBody ? actors.propose(name.charAt(0).toUpperCase() + name.slice(1), place) : undefined;
  return proposed === undefined ? [] : [proposed];
}

/** Whether words are a name as bodies have it, with or without an article. */
export function isBodyName(words: string): boolean {
  const name = words.trim().replace(ARTICLE, '');
  return (BODY.test(name) || ACRONYM.test(name)) && name.split(/\s+/u).length <= MOST_WORDS && !CLAUSE.test(name);
}

/** An article and an adjective may stand in front of who acts. */
const NEAR = 12;
const MOST_WORDS = 10;

const ARTICLE = /^(?:le|la|les|l['’]|el|los|las|il|lo|gli|i|l['’]|o|a|os|as|der|die|das|de|het)(?:\s+|(?<=['’]))/iu;
const ADVERB = /\s+(?:también|également|inoltre|também|auch|ook|även|også|również|además|en outre)$/iu;
/** "PA", "OIP": what a plan calls a body by. */
const ACRONYM = /^\p{Lu}[\p{Lu}\d-]{1,9}$/u;
/** A verb or "that" in it: no name. */
const CLAUSE =
  /(?<!\p{L})(?:que|qui|che|dass|dat|som|który|która|est|es|è|é|ist|is|är|jest|han|ha|a été|ont)(?!\p{L})/iu;

/** How a body begins to call itself in the languages of the Union. */
const BODY =
  /^(?:Minist(?:ère|erio|ero|ério|erium|erie|ry|erstwo|er|re|ro)|Bundes(?:regierung|ministerium|amt|kabinett|kriminalamt|tag|rat|agentur|anstalt|zentrale)|Bund$|Länder|Gouvernement|Gobierno|Governo|Regierung|Regeringen|Regering|Kabinet|Rząd|Commission|Comisión|Commissione|Comissão|Kommission|Kommissionen|Commissie|Komisja|Conseil|Consejo|Consiglio|Conselho|Rat$|Raad|Rådet|Rada|Agence|Agencia|Agenzia|Agência|Agentur|Agentschap|Autorit|Autorid|Behörde|Direction|Dirección|Direzione|Direção|Direktion|Département|Departamento|Dipartimento|Secrétari|Secretar|Segretari|Comit|Ausschuss|Institut|Istituto|Delegación|Delegaç|Oficina|Office|Observatorio|Observatoire|Fiscalía|Procura|Policía|Police|Polizia|Polícia|Polizei|Politie|Guardia|Guarda|Prefettur|Préfet|Municip|Ayuntamiento|Comune|Gemeente|Région|Regione|Comunidad|Urząd|Prezes|Pełnomocnik|Główny|Komenda|Instytut|États membres|Estados miembros|Stati membri|Estados-Membros|Mitgliedstaaten|Lidstaten|Medlemsstaterna|Medlemsstaterne|\p{L}+(?:myndigheten|verket|styrelsen|rådet|inspektionen|styrelse|ministeriet|departementet)(?!\p{L}))/iu;

/** Institutions of the Union by their full names in other languages. */
const IN_ENGLISH: readonly (readonly [RegExp, string])[] = [
  [
    /(?:Commission européenne|Comisión Europea|Commissione europea|Comissão Europeia|Europäische[nr]? Kommission|Europese Commissie|Europeiska kommissionen|Europa-Kommissionen|Komisj[ae] Europejsk[ai])(?!\p{L})/giu,
    'European Commission',
  ],
  [
    /(?:Parlement européen|Parlamento Europeo|Parlamento europeo|Parlamento Europeu|Europäische[nrs]? Parlaments?|Europees Parlement|Europaparlamentet|Europa-Parlamentet|Parlament Europejski)(?!\p{L})/giu,
    'European Parliament',
  ],
  [
    /(?:États membres|Estados miembros|Stati membri|Estados-Membros|Mitgliedstaaten|lidstaten|medlemsstaterna|medlemsstaterne|państwa członkowskie)(?!\p{L})/giu,
    'Member States',
  ],
];
