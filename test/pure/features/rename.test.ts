import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { uriOf } from '../../analyse';
import { markdownDraft } from '../../drafts';
import { harbourAt as at } from '../../harbour-workspace';
import { openFixture, renamed } from '../../moving';

const [PLAN, ACTORS, MD, YML] = ['/plan.roadmap.yaml', '/actors.yaml', '/a.report.md', '/b.report.yaml'] as const;

/** The lines that a rename changes, as `path line: new line`. */
function changes(fixture: string, newName: string): readonly string[] {
  const { snapshot } = openFixture(fixture);
  const after = renamed(fixture, newName);
  assert.ok(typeof after === 'object', String(after));
  return Object.entries(after).flatMap(([path, text]) => {
    const before = (snapshot.text(uriOf(path)) ?? '').split('\n');
    const lines = text.split('\n');
    return lines.flatMap((line, index) => (line === before[index] ? [] : [`${path} ${index + 1}: ${line.trim()}`]));
  });
}

function refusal(fixture: string, newName: string, why: RegExp): void {
  const answer = renamed(fixture, newName);
  assert.equal(typeof answer, 'string', JSON.stringify(answer));
  assert.match(String(answer), why);
}

describe('rename', () => {
  it('writes the number of an action anew wherever it is written, and nothing else', () => {
    for (const fixture of [at(PLAN, '6.10'), at(MD, '6.10:'), at(YML, '6.10')]) {
      assert.deepEqual(changes(fixture, '9.20'), [
        `${PLAN} 10: - action: "9.20"`,
        `${MD} 8: actions: ["9.20", Measure 8]`,
        `${MD} 17: ## Measure 9.20: Light the docks`,
        `${YML} 14: - action: ["9.20", '7']`,
      ]);
    }
  });

  it('puts quotation marks around a value that would not stay a text', () => {
    assert.deepEqual(changes(at(PLAN, '7'), '6.20'), [
      `${PLAN} 18: - action: "6.20"`,
      `${MD} 11: - action: "6.20"`,
      `${MD} 23: The Port Authority lit a lamp.[^1] Measures 6.20-8 wait, and so does Measure 6.20. See ST 300/24.`,
      `${YML} 14: - action: ["6.10", '6.20']`,
    ]);
    assert.equal(changes(at(PLAN, '7'), '12')[0], `${PLAN} 18: - action: 12`);
    assert.equal(changes(at(PLAN, '7'), 'A.3')[0], `${PLAN} 18: - action: "A.3"`);
    assert.equal(changes(at(YML, '8]'), '9')[4], `${YML} 7: actions: [plan:9]`);
  });

  it('writes a title anew in the roadmap and wherever reports quote it', () => {
    for (const fixture of [at(PLAN, 'Light the docks'), at(MD, 'Light the docks')]) {
      assert.deepEqual(changes(fixture, 'Light all docks: day and night'), [
        `${PLAN} 11: title: "Light all docks: day and night"`,
        `${MD} 17: ## Measure 6.10: Light all docks: day and night`,
      ]);
    }
  });

  it('keeps a text in YAML that has a title in it', () => {
    const report = (heading: string) => `//- /d.report.yaml\nroadmap: plan\nentries:\n  - action: ${heading}\n`;
    const entries = ['Measure 8 - Paint the docks', "'Measure 8: Paint the docks'"].map((heading) =>
      changes(`${at(PLAN, 'Paint the docks')}${report(heading)}`, "Paint: it's wet").at(-1),
    );
    assert.deepEqual(entries, [
      `/d.report.yaml 3: - action: "Measure 8 - Paint: it's wet"`,
      `/d.report.yaml 3: - action: 'Measure 8: Paint: it''s wet'`,
    ]);
  });

  it('writes the id of a deliverable anew, but not its title', () => {
    for (const fixture of [at(PLAN, '6.1"'), at(MD, '6.1:'), at(YML, '6.1"')]) {
      assert.deepEqual(changes(fixture, '6.5'), [
        `${PLAN} 15: - deliverable: "6.5"`,
        `${MD} 28: - 6.5: delivered (ST 100/24)`,
        `${YML} 19: - deliverable: "6.5"`,
      ]);
    }
    assert.deepEqual(changes(at(YML, 'C1'), 'C-2'), [`${PLAN} 23: - commitment: C-2`, `${YML} 22: - deliverable: C-2`]);
  });

  it('writes the id of an area anew', () => {
    for (const fixture of [at(PLAN, 'docks'), at(PLAN, 'docks', 4), at(MD, 'docks]')]) {
      assert.deepEqual(changes(fixture, 'piers'), [
        `${PLAN} 7: - area: piers`,
        `${PLAN} 12: area: piers`,
        `${MD} 7: areas: [piers]`,
      ]);
    }
  });

  it('writes the id of an actor anew, never a name in prose', () => {
    for (const fixture of [at(PLAN, 'port,'), at(ACTORS, 'port'), at(MD, 'port'), at(YML, 'port]')]) {
      assert.deepEqual(changes(fixture, 'harbour'), [
        `${PLAN} 13: actors: [harbour, europol]`,
        `${PLAN} 17: actors: [harbour]`,
        `${ACTORS} 2: - actor: harbour`,
        `${MD} 3: author: harbour`,
        `${MD} 20: - **Actors:** harbour, Europol`,
        `${YML} 20: actors: [harbour]`,
      ]);
    }
    assert.deepEqual(changes(at(ACTORS, 'old-port'), 'older'), [
      `${ACTORS} 7: replaces: older`,
      `${ACTORS} 9: - actor: older`,
    ]);
  });

  it('writes a name of an actor anew where that very name is written', () => {
    for (const fixture of [at(ACTORS, 'Port Authority'), at(MD, 'Port Authority lit'), at(YML, 'Port Authority]')]) {
      assert.deepEqual(changes(fixture, 'Port & Sea Authority'), [
        `${ACTORS} 3: name: "Port & Sea Authority"`,
        `${MD} 9: actors: ["Port & Sea Authority"]`,
        `${MD} 23: The Port & Sea Authority lit a lamp.[^1] Measures 7-8 wait, and so does Measure 7. See ST 300/24.`,
        `${MD} 32: - Port & Sea Authority will light more (autumn 2024).`,
        `${YML} 2: author: "Port & Sea Authority"`,
        `${YML} 25: actors: ["Port & Sea Authority"]`,
      ]);
    }
    assert.deepEqual(changes(at(MD, 'PA'), 'PSA'), [
      `${ACTORS} 4: short: PSA`,
      `${MD} 42: | 8 | late | PSA |`,
      `${YML} 15: actors: [europol, PSA]`,
    ]);
    const wrapped = at(MD, 'Port Authority lit').replace('Port Authority lit', 'Port\nAuthority lit');
    assert.equal(
      changes(wrapped, 'Pier Office')[2],
      `${MD} 23: The Pier Office lit a lamp.[^1] Measures 7-8 wait, and so does Measure 7. See ST 300/24.`,
    );
  });

  it('writes the id of a roadmap anew, in headers and beside numbers', () => {
    const both = (fixture: string) =>
      fixture
        .replace('Measures 7-8 wait', 'Measures 7 and 8 (plan) and PLAN:7 wait, not the plan (plan)')
        .replace('## Sweep the docks\n', '## Sweep the docks (plan)\n')
        .replace('Measure 8 is next', 'plan : 8 is next, my-plan:8 is not')
        .concat('//- /rapporteur.yaml\nroadmap: plan\n//- /c.report.md\n---\nroadmap: [plan, eu-drugs-2023]\n---\n')
        .concat('## Measure 7: Sweep the docks (plan)\n\n## Action 6: Anything\n');
    for (const fixture of [at(PLAN, 'plan'), at(MD, 'plan'), at(YML, 'plan:8')]) {
      assert.deepEqual(changes(both(fixture), 'harbour-2'), [
        `${PLAN} 1: roadmap: harbour-2`,
        `${MD} 2: roadmap: harbour-2`,
        `${MD} 23: The Port Authority lit a lamp.[^1] Measures 7 and 8 (harbour-2) and harbour-2:7 wait, not the plan (plan), and so does Measure 7. See ST 300/24.`,
        `${MD} 36: ## Sweep the docks (harbour-2)`,
        `${YML} 1: roadmap: harbour-2`,
        `${YML} 7: actions: [harbour-2:8]`,
        `${YML} 17: harbour-2 : 8 is next, my-plan:8 is not.`,
        `/rapporteur.yaml 1: roadmap: harbour-2`,
        `/c.report.md 2: roadmap: [harbour-2, eu-drugs-2023]`,
        `/c.report.md 4: ## Measure 7: Sweep the docks (harbour-2)`,
      ]);
    }
  });

  it('writes the label of a footnote anew, in its own file alone', () => {
    for (const fixture of [at(MD, '[^1]'), at(MD, '1]:')]) {
      assert.deepEqual(changes(fixture, 'note'), [
        `${MD} 23: The Port Authority lit a lamp.[^note] Measures 7-8 wait, and so does Measure 7. See ST 300/24.`,
        `${MD} 34: [^note]: See ST 200/24, and \`[^1]\`.`,
      ]);
    }
    assert.deepEqual(changes(at(YML, '[^a]'), '2'), [
      `${YML} 11: The Harbour Office met.[^2] Europol too.`,
      `${YML} 13: [^2]: A note.`,
    ]);
  });

  it('says why it cannot', () => {
    refusal(
      markdownDraft('## Action $06'),
      '7',
      /ships with Rapporteur, with the numbers and titles of the published document/,
    );
    refusal(
      markdownDraft('## Action 6\n\nEuro$0pol met.'),
      'x',
      /“European Union Agency for Law.*” ships with Rapporteur/,
    );
    refusal(at(PLAN, 'Light the docks'), 'Light | docks', /A title is one line/);
    refusal(at(MD, 'Text.'), 'x', /nothing here that Rapporteur can rename/);
    refusal(markdownDraft('## Action 6 ($0eu-drugs-2023)'), 'x', /ships with Rapporteur, and its id with it/);
    refusal(at(PLAN, 'plan'), '7', /from a number/);
    refusal(at(PLAN, 'plan'), 'a plan', /no id/);
    refusal(at(PLAN, 'plan'), 'EU-drugs-2023', /taken: it is the id of “EU roadmap to fight/);
    refusal(at(MD, 'plan').replace('roadmap: $0plan', 'roadmap: $0plam'), 'x', /There is no roadmap “plam”/);
    refusal(at(MD, 'ST 300'), 'x', /given by whoever issued it/);
    refusal(at(MD, './b'), 'x', /Rename the file/);
    refusal(at(PLAN, '7'), '8', /“8” is taken: it is the action “Paint the docks”/);
    refusal(at(PLAN, '7'), '6.1', /it is the deliverable “Lamps on the piers”/);
    refusal(at(PLAN, '7'), 'c1', /it is the deliverable “A call for paint”/);
    refusal(at(PLAN, '7'), 'seven', /nobody would see a number in “Measure seven”/);
    refusal(at(PLAN, 'C1'), 'call', /from a word/);
    refusal(at(PLAN, '7'), '7-b', /nobody would see a number/);
    refusal(at(PLAN, '6.1"'), 'lamps', /nobody would see a number in “Measure lamps”/);
    refusal(at(PLAN, '7'), '7 b', /no id/);
    refusal(at(PLAN, 'docks'), 'yes', /Programs that read YAML/);
    refusal(at(ACTORS, 'port'), 'old-port', /name of “Old Port Authority”/);
    refusal(at(ACTORS, 'port'), 'Europol', /taken/);
    refusal(at(ACTORS, 'Port Authority'), 'Eurojust', /taken/);
    refusal(at(ACTORS, 'Port Authority'), 'PA', /called “PA” already/);
    refusal(at(ACTORS, 'Port Authority'), 'Port: Authority', /cannot be written everywhere/);
    refusal(at(MD, '[^1]'), 'a b', /without spaces/);
    const namesakes = at(ACTORS, 'PA').replace('Old Port Authority', 'Old Port Authority\n    short: PA');
    refusal(namesakes, 'PX', /“PA” is a name of “Old Port Authority” too/);
    refusal(namesakes.replace('$0', '').replace('late | PA', 'late | $0PA'), 'PX', /stand for several things/);
  });
});
