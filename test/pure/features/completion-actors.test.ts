import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { snapshotOf } from '../../analyse';
import { expectCompletion } from '../../completions';
import { markdownDraft, yamlDraft } from '../../drafts';

const inMarkdown = (line: string, header = '') => markdownDraft(`## Action 6\n\n${line}`, header);
const inYaml = (lines: string, header = '') => yamlDraft(`  - action: "6"\n${lines}`, header);

describe('completion of actors', () => {
  it('those of the action first, then those of its deliverables, then the others of the roadmap', () => {
    expectCompletion(inMarkdown('- **Actors:** $0'))
      .first('Commission', 'Member States', 'Europol', 'Eurojust', 'CEPOL', 'AMLA')
      .shows('Europol', {
        kind: 'actor',
        description: 'European Union Agency for Law Enforcement Cooperation',
        detail: 'main actor of this action',
      })
      .shows('AMLA', { detail: 'has a deliverable of this action' })
      .shows('OLAF', { detail: 'body' })
      .inOrder('AMLA', 'OLAF', 'Belgium')
      .documents('Europol', 'Main actor of')
      .applied('Member States')
      .gives('- **Actors:** Member States$0');
    expectCompletion(inYaml('    actors: $0'))
      .first('commission', 'member-states', 'europol', 'eurojust', 'cepol', 'amla')
      .applied('member-states')
      .gives('    actors: member-states$0');
  });

  it('in words that mean nobody else', () => {
    const { actors } = snapshotOf({});
    for (const fixture of [inMarkdown('- **Actors:** $0'), inYaml('    actors: $0')]) {
      const labels = expectCompletion(fixture).labels();
      assert.ok(labels.length > 200);
      assert.deepEqual(
        labels.filter((label) => actors.named(label).length !== 1),
        [],
      );
    }
  });

  it('the next one of a list, without those that are listed', () => {
    expectCompletion(inMarkdown('- **Actors:** Europol, Eu$0'))
      .offers('Eurojust', 'European Union', 'Parliament')
      .withholds('Europol', 'Belgium')
      .applied('Eurojust')
      .gives('- **Actors:** Europol, Eurojust$0');
    for (const list of [
      'Europol, $0',
      'Europol,$0',
      'Europol; $0',
      'Europol and $0',
      'Europol/$0',
      'the Europol & $0',
    ]) {
      expectCompletion(inMarkdown(`- **Actors:** ${list}`))
        .withholds('Europol')
        .first('Commission');
    }
    expectCompletion(inMarkdown('- **Actors:** Europol,$0')).applied('CEPOL').gives('- **Actors:** Europol, CEPOL$0');
    expectCompletion(inMarkdown('- **Actors:** Europ$0, Commission'))
      .withholds('Commission')
      .applied('Europol')
      .gives('- **Actors:** Europol$0, Commission');
    expectCompletion(inMarkdown('- **Actors:**$0')).applied('CEPOL').gives('- **Actors:** CEPOL$0');
  });

  it('in lists of YAML', () => {
    for (const list of ['[europol, $0]', '[europol,$0]', '["europol", $0', 'europol, $0', "['Europol', $0, cepol]"]) {
      expectCompletion(inYaml(`    actors: ${list}`))
        .withholds('europol')
        .first('commission');
    }
    expectCompletion(inYaml('    actors: [europol, Eurojus$0]'))
      .applied('eurojust')
      .gives('    actors: [europol, eurojust$0]');
    expectCompletion(inYaml('    actors: [europol,$0]')).applied('cepol').gives('    actors: [europol, cepol$0]');
    expectCompletion(inYaml('    actors: [$0]')).applied('cepol').gives('    actors: [cepol$0]');
    expectCompletion(inYaml('    actors: europol, "Euroj$0"'))
      .applied('eurojust')
      .gives('    actors: europol, eurojust$0');
    expectCompletion(inYaml('    actors:\n      - europol\n      - $0\n      - "Eurojust"\n    status: delayed'))
      .withholds('europol', 'eurojust')
      .first('commission', 'member-states', 'cepol')
      .applied('cepol')
      .gives('      - cepol$0')
      .isUnderstood();
    expectCompletion(inYaml('    actors:\n    - europol\n    - $0')).withholds('europol').first('commission');
    expectCompletion(inYaml('    actors:\n      -$0')).applied('cepol').gives('      - cepol$0');
    expectCompletion(inYaml('    actors: [europol,\n      Euroj$0,\n      cepol]'))
      .withholds('europol', 'cepol')
      .applied('eurojust')
      .gives('      eurojust$0,');
  });

  it('are found by every name', () => {
    const full = 'European Anti-Fraud Off';
    expectCompletion(inMarkdown(`- **Actors:** ${full}$0`))
      .offersOnly('OLAF')
      .applied('OLAF')
      .gives('- **Actors:** OLAF$0');
    expectCompletion(inMarkdown('- **Actors:** OL$0')).first('OLAF');
    expectCompletion(inMarkdown('- **Actors:** olaf$0')).offersOnly('OLAF');
    expectCompletion(inYaml(`    actors: [${full}$0]`)).offersOnly('olaf');
    expectCompletion(inYaml('    actors: "OLA$0"')).offersOnly('olaf').applied('olaf').gives('    actors: olaf$0');
    expectCompletion(inYaml('    actors: European Union Agency for Law Enf$0')).offers('europol');
  });

  it('under the name in use at the as-of date', () => {
    expectCompletion(markdownDraft('## Action 16\n\n- **Actors:** $0')).offers('EMCDDA').withholds('EUDA');
    expectCompletion(markdownDraft('## Action 16\n\n- **Actors:** $0', 'date: 2024-07-02'))
      .offers('EUDA')
      .withholds('EMCDDA');
    expectCompletion(
      markdownDraft('## Action 16\n\n- **Actors:** European Monitoring$0', 'date: 2024-07-02'),
    ).offersNothing();
  });

  it('in no look-alike', () => {
    expectCompletion(inMarkdown('- **Actors:** $0')).withholds('CND', 'Council of Europe');
  });

  it('of deliverables and next steps', () => {
    expectCompletion(inYaml('    deliverables:\n      - deliverable: "6.1"\n        actors: [$0]')).first(
      'commission',
      'member-states',
      'europol',
    );
    expectCompletion(inYaml('    next:\n      - text: Present it\n        actors: $0')).first('commission');
    expectCompletion(
      inMarkdown(
        '**Deliverables**\n\n- Blueprint for partnerships against money laundering: delayed\n  - **Actors:** $0',
      ),
    ).first('Commission');
  });

  it('below a label that owns a list', () => {
    expectCompletion(inMarkdown('- **Actors:**\n  - Europol\n  - Euro$0')).offers('Eurojust');
    expectCompletion(inMarkdown('**Actors:**\n\n* $0')).first('Commission');
  });

  it('without a roadmap, those in use', () => {
    expectCompletion('//- /a.report.md\n## Action 6\n\n- **Actors:** Europ$0').offers('Europol');
  });

  it('of the row in a table', () => {
    const table = '| Action | Actors |\n|---|---|\n| Action 16 | $0 |\n| Action 6 | Europol |\n';
    expectCompletion(markdownDraft(`## State of play\n\n${table}`)).first(
      'Commission',
      'Europol',
      'EMCDDA',
      'Member States',
    );
  });
});

describe('completion of the actors of next steps', () => {
  const step = (item: string) => inMarkdown(`**Next steps**\n\n- Eurojust will report by June 2024.\n${item}`);

  it('at the start of the sentence', () => {
    expectCompletion(step('- $0'))
      .first('Commission', 'Member States', 'Europol')
      .applied('Europol')
      .gives('- Europol$0');
    expectCompletion(step('- Euroj$0')).first('Eurojust').applied('Eurojust').gives('- Eurojust$0');
    expectCompletion(step('- The Comm$0')).offers('Commission').applied('Commission').gives('- The Commission$0');
    expectCompletion(step('- Europ$0 will present it')).applied('Europol').gives('- Europol$0 will present it');
    expectCompletion(step('- Europol and Euroj$0'))
      .first('Eurojust')
      .applied('Eurojust')
      .gives('- Europol and Eurojust$0');
    expectCompletion(step('- Europol, $0')).withholds('Europol').offers('Eurojust');
    expectCompletion(inMarkdown('### Next steps\n\n1. Euroj$0')).first('Eurojust');
    expectCompletion(inMarkdown('Next steps: $0')).first('Commission');
    expectCompletion(inMarkdown('**Next steps:** Europol will meet; Euroj$0')).first('Eurojust');
  });

  it('not where the sentence goes on', () => {
    for (const item of [
      '- Europol will $0',
      '- Europol will present it to Member States, $0',
      '- present it to $0',
      '- by June, Euroj$0',
      '- Finish and $0',
    ]) {
      expectCompletion(step(item)).offersNothing();
    }
  });

  it('the date in brackets', () => {
    expectCompletion(step('- Europol will present it ($0'))
      .first('mid-2024', 'autumn 2024', 'end of 2024')
      .applied('autumn 2024')
      .gives('- Europol will present it (autumn 2024$0');
    expectCompletion(step('- Europol will present it (aut$0).'))
      .offers('autumn 2024')
      .applied('autumn 2024')
      .gives('- Europol will present it (autumn 2024$0).');
    expectCompletion(step('- Europol will present it (autumn 2024)$0')).offersNothing();
  });
});
