import assert from 'node:assert/strict';
import actorsText from '../../../data/actors.yaml';
import { deadlinesIn } from '../../../server/src/import/deadlines';
import { foreignDatesIn } from '../../../server/src/import/foreign-dates';
import { importRoadmap } from '../../../server/src/import/import-roadmap';
import { languageOf } from '../../../server/src/import/languages';
import { readMarkdown } from '../../../server/src/import/read-markdown';
import { createActorRegister } from '../../../server/src/model/actor';
import type { Roadmap } from '../../../server/src/model/roadmap';
import { parseActorsFile } from '../../../server/src/parse/actors-file';
import { parseRoadmapFile } from '../../../server/src/parse/roadmap-file';

// Made-up plans in other languages than English, in the structures of plans that governments have published.

const register = createActorRegister(parseActorsFile('builtin:/actors.yaml', actorsText).actors);

function imported(text: string): Roadmap {
  const result = importRoadmap(readMarkdown(text), { name: 'plan.md', actors: register, today: '2031-01-01' });
  const { roadmap, problems } = parseRoadmapFile('file:///plan.roadmap.yaml', result.text);
  assert.deepEqual(problems, []);
  assert.ok(roadmap);
  return roadmap;
}

/** Actions with their deliverables below them, then commitments. */
function linesOf({ actions, commitments }: Roadmap): readonly string[] {
  const said = (one: Roadmap['commitments'][number]) =>
    [one.id, one.title, one.actors.join(' '), one.deadline.due?.edtf ?? one.deadline.stated ?? '']
      .join(' | ')
      .replace(/(?: \| )+$/, '');
  return [
    ...actions.flatMap(({ id, title, deliverables }) => [`${id} ${title}`, ...deliverables.map(said)]),
    ...commitments.map(said),
  ];
}

describe('import of plans in other languages', () => {
  it('tells the language by small words, and takes English where that is not clear', () => {
    const samples = {
      fr: 'Le port sera fermé pour les bateaux qui sont dans la rade avec des voiles.',
      de: 'Der Hafen wird für die Boote geschlossen, die nicht auf der Reede sind und mit Segeln fahren.',
      es: 'El puerto se cerrará para los barcos que están en la rada con las velas del año.',
      it: 'Il porto sarà chiuso per le barche che sono nella rada con le vele degli altri.',
      pt: 'O porto não será aberto para os barcos que estão na baía com as velas do ano.',
      nl: 'De haven wordt gesloten voor het schip dat niet op de rede ligt en zeilen van het jaar.',
      sv: 'Hamnen ska stängas för de båtar som är på redden och inte har segel från i fjol.',
      pl: 'Port zostanie zamknięty dla łodzi, które nie są na redzie oraz się do tego nie nadają.',
      en: 'The port will be closed for the boats that are in the bay.',
    } as const;
    for (const [language, text] of Object.entries(samples)) {
      assert.equal(languageOf([text]), language);
    }
    assert.equal(languageOf(['Faro']), 'en');
    assert.equal(languageOf([]), 'en');
  });

  it('reads dates in prose of many languages', () => {
    const style = { reference: '2031-01-01', isDated: true, isAmerican: false } as const;
    const rows: readonly (readonly [text: string, stated: string, due: string])[] = [
      ['se abrirá antes del 30 de junio de 2032.', 'antes del 30 de junio de 2032', '../2032-06-29'],
      ['a más tardar en diciembre de 2032', 'a más tardar en diciembre de 2032', '../2032-12-31'],
      ['sarà aperto entro il 2033', 'entro il 2033', '../2033-12-31'],
      ['entro e non oltre il 31 marzo 2033', 'entro e non oltre il 31 marzo 2033', '../2033-03-31'],
      ['wird bis Ende 2032 geöffnet', 'bis Ende 2032', '../2032-12-31'],
      ['bis zum 31.12.2032 soll', 'bis zum 31.12.2032', '../2032-12-31'],
      ['im dritten Quartal 2032', 'im dritten Quartal 2032', '2032-35'],
      ['ouvrira d’ici fin 2032', 'd’ici fin 2032', '../2032-12-31'],
      ['au deuxième trimestre 2032', 'au deuxième trimestre 2032', '2032-34'],
      ['à compter du 1er septembre 2032', 'à compter du 1er septembre 2032', '2032-09-01/..'],
      ['otworzy do końca 2032 r. port', 'do końca 2032 r.', '../2032-12-31'],
      ['w III kwartale 2032 r.', 'w III kwartale 2032 r.', '2032-35'],
      ['uiterlijk 1 april 2032', 'uiterlijk 1 april 2032', '../2032-04-01'],
      ['até 31 de dezembro de 2032', 'até 31 de dezembro de 2032', '../2032-12-31'],
      ['redovisas senast den 1 oktober 2032', 'senast den 1 oktober 2032', '../2032-10-01'],
      ['inden udgangen af 2032', 'inden udgangen af 2032', '../2032-12-31'],
      ['do konce roku 2032', 'do konce roku 2032', '../2032-12-31'],
      ['până la sfârșitul anului 2032', 'până la sfârșitul anului 2032', '../2032-12-31'],
      ['by the end of April 2032', 'by the end of April 2032', '../2032-04-30'],
    ];
    for (const [text, stated, due] of rows) {
      assert.deepEqual(deadlinesIn(text, style)[0]?.deadline, { due, stated }, text);
    }
  });

  it('takes no number for a year, and no month that may be another one', () => {
    for (const text of [
      'la ley 12/2032 del puerto',
      'den Hafen 2032',
      'no 2032 budget',
      'na lata 2032-2035',
      'do 30. listopada 2032.',
      'quatre-vingts bateaux',
    ]) {
      assert.deepEqual(foreignDatesIn(text), [], text);
    }
  });

  it('looks for dates in time that is in proportion to the text', () => {
    const long = 'en la fin de la '.repeat(40_000);
    const begin = performance.now();
    assert.equal(foreignDatesIn(`${long}2032 `.repeat(2)).length, 2);
    assert.ok(performance.now() - begin < 1000);
  });

  it('reads a calendar of items: date, what, who in brackets, number', () => {
    const roadmap = imported(`Cosa devono fare i porti e l'Agenzia del mare
===========================================

**OB.1 - Migliorare i moli della baia**

Le seguenti attività devono concludersi entro:

-  **Ottobre 2031** - Predisposizione di un registro dei moli per le
   navi - (Agenzia del Mare) - **MOLI.01**

-  **Giugno 2032 -** Pubblicazione della carta delle maree, secondo la
   legge sui porti - (ADM e Dipartimento dei Porti) - **MOLI.02**
`);
    assert.deepEqual(linesOf(roadmap), [
      '1 OB.1 - Migliorare i moli della baia',
      'MOLI.01 | Predisposizione di un registro dei moli | agenzia-del-mare | 2031-10',
      'MOLI.02 | Pubblicazione della carta delle maree | adm dipartimento-dei-porti | 2032-06',
    ]);
  });

  it('reads French items that begin with a verb, and those below them', () => {
    const roadmap = imported(`# Plan d’action pour les phares

Le plan est porté par la direction des phares avec les ports de la côte.

## Rénover les phares

1. Recenser les phares (dans le [registre](https://example.org)).
2. Rénover la plateforme des feux, en incluant ces travaux :
   - Publier les plans des feux ;
   - Repeindre les tours pour les bateaux de passage.

## Former les gardiens

1. Former les gardiens de tous les phares d’ici fin 2032.
2. Ouvrir une école.
`);
    assert.deepEqual(linesOf(roadmap), [
      '1 Rénover les phares',
      '1.1 | Recenser les phares',
      '1.2 | Rénover la plateforme des feux',
      '1.3 | Publier les plans des feux',
      '1.4 | Repeindre les tours',
      '2 Former les gardiens',
      '2.1 | Former les gardiens de tous les phares |  | ../2032-12-31',
      '2.2 | Ouvrir une école',
    ]);
  });

  it('reads Spanish verbs in the future, with their base form in the title', () => {
    const roadmap = imported(`# Programa de los faros

### I. Faros seguros

#### 1. Un registro para todos los faros de la costa
1. Aprobaremos una ley de faros para que los barcos lleguen al puerto.
2. Haremos públicos los planos de las torres.
3. Pondremos fin a las luces de gas antes del 30 de junio de 2032.

#### 2. Las escuelas de la costa
1. Mantendremos las escuelas de fareros:
    - Abriremos una escuela en el norte.
    - El Ministerio de Puertos publicará el temario en el segundo semestre de 2032.
    - Se creará un consejo de fareros.
`);
    assert.deepEqual(linesOf(roadmap), [
      '1 Un registro para todos los faros de la costa',
      '1.1 | Aprobar una ley de faros',
      '1.2 | Hacer públicos los planos de las torres',
      '1.3 | Poner fin a las luces de gas |  | ../2032-06-29',
      '2 Las escuelas de la costa',
      '2.1 | Mantener las escuelas de fareros',
      '2.2 | Abrir una escuela en el norte',
      '2.3 | Publicar el temario | ministerio-puertos | 2032-07-01/2032-12-31',
      '2.4 | Crear un consejo de fareros',
    ]);
  });

  it('reads German prose, whatever stands in front of the verb', () => {
    const roadmap = imported(`# Vereinbarung über die Leuchttürme

## Türme

Die Türme gehören zur Küste, und das ist gut für alle. Wir werden ein digitales Turmregister schaffen, in dem alle Türme stehen. Die Barrierefreiheit der Türme werden wir ausbauen.

Die Zahl der Türme ist bis 2031 auf 12 gestiegen. Am 1. Oktober 2032 wird das Bundesministerium für Häfen mit den Ländern einen Plan vorlegen. Die Verwaltung soll besser werden. Um die Küste zu schützen, werden wir dafür sorgen, dass alle Türme Licht haben.

## Wärter

Wir werden innerhalb des ersten Jahres die Ausbildung der Wärter erneuern, um die Küste zu schützen. Bis Ende 2032 wird eine Schule eingerichtet. Bis Mitte 2033 lösen wir die alten Lampen ab.
`);
    assert.deepEqual(linesOf(roadmap), [
      '1 Türme',
      '1.1 | Digitales Turmregister schaffen',
      '1.2 | Barrierefreiheit der Türme ausbauen',
      '1.3 | Mit den Ländern einen Plan vorlegen | bundesministerium-fur-hafen | 2032-10-01',
      '1.4 | Dafür sorgen, dass alle Türme Licht haben',
      '2 Wärter',
      '2.1 | Ausbildung der Wärter erneuern |  | innerhalb des ersten Jahres',
      '2.2 | Schule eingerichtet |  | ../2032-12-31',
      '2.3 | Wir lösen die alten Lampen ab |  | ../2033-06-30',
    ]);
  });

  it('takes no effects and no advice for commitments, and knows offices by their abbreviations', () => {
    const spanish = imported(`# Los faros y la OFC

Los faros de la costa son de la Oficina de Faros (OFC), que los cuida para el puerto.

## Uso de los faros

El uso de los faros permite:
- Aumentar la seguridad de los barcos.
- Liberar tiempo para los fareros.

## Buen uso

- **Luz**: la luz está encendida siempre que hay barcos.
- **Agua**: la lluvia no es un problema.

La OFC publicará una guía de los faros. Se prevé continuar con el estudio de las torres durante 2032.
`);
    assert.deepEqual(linesOf(spanish), [
      '1 Buen uso',
      '1.1 | Publicar una guía de los faros | ofc',
      '1.2 | Continuar con el estudio de las torres |  | 2032',
    ]);
    const italian = imported(`# Cosa devono fare gli UF

**OB.1 - Migliorare i moli della baia**

-  **Da ottobre 2031** - Gli UF che sono nella baia, aggiornano il registro dei moli - **MOLI.01**

-  **Entro giugno 2032** - Nei lavori per i porti, gli UF devono usare la carta delle maree - **MOLI.02**
`);
    assert.deepEqual(linesOf(italian), [
      '1 OB.1 - Migliorare i moli della baia',
      'MOLI.01 | Aggiornano il registro dei moli | uf | 2031-10-01/..',
      'MOLI.02 | Usare la carta delle maree | uf | ../2032-06-30',
    ]);
    const swedish = imported(`# Nya åtgärder för fyrarna

## En plan för fyrar tas fram

Det finns en plan för de gamla fyrarna. Den kommer regeringen att se över i år.

## Beslut om ett uppdrag

Regeringen kommer inom kort att besluta om ett särskilt uppdrag till Fyrverket som handlar om öarna.
`);
    assert.deepEqual(linesOf(swedish), [
      '1 En plan för fyrar tas fram',
      '1.1 | Se över i år | regeringen',
      '2 Beslut om ett uppdrag',
      '2.1 | Besluta om ett särskilt uppdrag till Fyrverket | regeringen',
    ]);
  });

  it('reads a Portuguese plan with measures, fields, a table and clauses of two bodies', () => {
    const roadmap = imported(`# Plano de Ação para os faróis 2031-2033

Aprovado em 3 de março de 2031.

## Eixo 1: Luz

### Medida 1.1: Novo centro de controlo

- **Responsável:** Ministério do Mar
- **Prazo:** até ao final de 2032

O Ministério do Mar criará um centro de controlo e a Polícia Marítima receberá 12 embarcações até 30 de junho de 2032.

### Medida 1.2: Formação

| Ação | Responsável | Prazo |
|---|---|---|
| Formar 200 faroleiros | Polícia Marítima | 2.º semestre de 2032 |

Será criada uma rede de faróis.
`);
    assert.equal(roadmap.date, '2031-03-03');
    assert.deepEqual(linesOf(roadmap), [
      '1.1 Novo centro de controlo',
      '1.1.1 | Criar um centro de controlo | ministerio-do-mar',
      '1.1.2 | Receber 12 embarcações | policia-maritima | ../2032-06-30',
      '1.2 Formação',
      '1.2.1 | Formar 200 faroleiros | policia-maritima | 2032-07-01/2032-12-31',
      '1.2.2 | Será criada uma rede de faróis',
    ]);
    assert.equal(roadmap.actions[0]?.deadline.due?.edtf, '../2032-12-31');
  });

  it('takes nothing that is denied', () => {
    for (const text of [
      'No cerraremos los faros de la costa que son de las islas para los barcos.',
      'Le phare ne sera pas fermé pour les bateaux qui sont dans la rade avec des voiles.',
      'Nous ne fermerons pas les phares qui sont dans la rade et sur les îles.',
      'Wir werden die Türme der Küste und das Licht der Inseln nicht schließen.',
      'Il faro non sarà chiuso per le barche che sono nella rada con le vele degli altri.',
      'O farol não será fechado para os barcos que estão na baía com as velas do ano.',
      'Vi ska inte stänga de fyrar som är på redden och på öarna för båtar.',
      'We zullen de torens van de kust en het licht van de eilanden niet sluiten.',
    ]) {
      assert.deepEqual(linesOf(imported(`# 1899\n\n${text}\n`)), [], text);
    }
  });

  it('reads Polish, Swedish, Dutch, Portuguese and Italian sentences with who and by when', () => {
    const polish = imported(`# Program dla latarni morskich

1. Do 2032 roku wprowadzimy nowe lampy, które będą świecić dalej.
2. Nie wiemy, co będzie z portem.
3. Zapewnimy dostęp do wież w każdej gminie nad morzem.
`);
    assert.deepEqual(linesOf(polish), [
      'C1 | Wprowadzimy nowe lampy |  | ../2032-12-31',
      'C2 | Zapewnimy dostęp do wież w każdej gminie nad morzem',
    ]);
    const swedish = imported(`# Uppdrag till Fyrverket om de nya fyrarna

Regeringen ger Fyrverket i uppdrag att tillsammans med hamnarna se över de fyrar som inte har ljus.

I uppdraget ingår att:

* utveckla ett register för fyrar som står på öar,
* säkerställa en långsiktig drift. Ett särskilt fokus ska läggas på de små fyrarna.

Uppdraget ska redovisas senast den 1 oktober 2032.
`);
    assert.deepEqual(linesOf(swedish), [
      'C1 | Utveckla ett register för fyrar',
      'C2 | Säkerställa en långsiktig drift',
      'C3 | Uppdraget ska redovisas |  | ../2032-10-01',
    ]);
    const dutch = imported(`# Besluit over de vuurtorens

De raad heeft het plan voor de vuurtorens van de kust gezien. Uiterlijk in 2032 lossen we alle storingen op.

Besluit:

1. In te stemmen met de ambities:
   - Het licht van de torens is uiterlijk in 2033 vernieuwd;
   - De torens zijn open voor het publiek.
`);
    assert.deepEqual(linesOf(dutch), [
      'C1 | We lossen alle storingen op |  | ../2032-12-31',
      'C2 | Licht van de torens is vernieuwd |  | ../2033-12-31',
      'C3 | Torens zijn open voor het publiek',
    ]);
    const portuguese = imported(`# Plano dos faróis

O plano é para os faróis que não têm luz. O Ministério do Mar publicará uma carta dos faróis até ao final de 2032. O farol não será aberto para as aves.
`);
    assert.deepEqual(linesOf(portuguese), ['C1 | Publicar uma carta dos faróis | ministerio-do-mar | ../2032-12-31']);
    const italian = imported(`# Piano dei fari

Il piano è per i fari che non hanno luce. Il Ministero del Mare promuoverà una rete dei fari entro il 2033. La rete contribuirà alla sicurezza.
`);
    assert.deepEqual(linesOf(italian), ['C1 | Promuovere una rete dei fari | ministero-del-mare | ../2033-12-31']);
  });
});
