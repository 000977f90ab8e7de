import { describe, it } from 'mocha';
import { expectCompletion } from '../../completions';
import { markdownDraft, yamlDraft } from '../../drafts';

const inMarkdown = (lines: string) => markdownDraft(`## Action 6\n\n- **Status:** delayed\n\n${lines}`);
const inYaml = (lines: string) => yamlDraft(`  - action: "6"\n${lines}`);

describe('no completion', () => {
  it('in running text, whatever is typed', () => {
    for (const prose of [
      'Europol $0',
      'The $0',
      'The Commission $0',
      'Reason enough: $0',
      'This is not done, $0',
      'It was agreed (see $0',
      'Europol completed the blueprint on $0',
      'Status quo $0',
      'Actors met.\nThe next $0',
      'See [the report$0](https://europa.eu).',
      'A line - $0',
      '> Europol $0',
      ' $0',
      '   $0',
      '- Europol met $0',
      '- the$0',
      '1. Europol met $0',
      '- **Reason:** no $0',
      '- **Evidence:** ST $0',
      'In prose, Action plans $0',
      'Text$0 behind',
    ]) {
      expectCompletion(inMarkdown(prose)).offersNothing();
    }
  });

  it('in the texts of a YAML report', () => {
    for (const lines of [
      '    text: |\n      $0',
      '    text: |\n      status: $0',
      '    text: |\n      - action: $0',
      '    text: |\n      # Heading $0',
      '    text: |\n\n      Text.\n        - actors: $0',
      '    text: >-\n      Europol $0\n',
      '    text: |2-  # why\n      actors: $0',
      '    text: Europol $0',
      '    reason: It was $0',
      '    next:\n      - text: Present $0',
      '    next:\n      - |\n        Europol $0',
      '    next:\n      - text: |\n          due: $0',
    ]) {
      expectCompletion(inYaml(lines)).offersNothing();
    }
  });

  it('in code', () => {
    expectCompletion(inMarkdown('```\n## $0\n```')).offersNothing();
    expectCompletion(inMarkdown('```yaml\nstatus: $0')).offersNothing();
    expectCompletion(inMarkdown('~~~~\n```\n~~~\nStatus: $0\n~~~~')).offersNothing();
    expectCompletion(inMarkdown('- An item\n\n  ```\n  Status: $0\n  ```')).offersNothing();
    expectCompletion(inMarkdown('Write `Action $0`.')).offersNothing();
    expectCompletion(inMarkdown('```\ncode\n```\n\nStatus: $0')).offers('delayed');
    expectCompletion(inMarkdown('````\n```\n````\n\nStatus: $0')).offers('delayed');
    expectCompletion(inMarkdown('Write `x` in Action $0')).offers('6');
  });

  it('in comments', () => {
    expectCompletion(inMarkdown('<!-- Status: $0 -->')).offersNothing();
    expectCompletion(inMarkdown('<!--\nStatus: $0\n-->')).offersNothing();
    expectCompletion(inMarkdown('<!-- a -->\n\n<!-- ## $0')).offersNothing();
    expectCompletion(inMarkdown('<!-- a -->\n\nStatus: $0')).offers('delayed');
    expectCompletion(markdownDraft('## Setting up a network <!-- Action $0 -->')).offersNothing();
    expectCompletion(inYaml('    # status: $0')).offersNothing();
    expectCompletion(inYaml('    status: delayed # in $0')).offersNothing();
    expectCompletion(inYaml('    #$0')).offersNothing();
  });

  it('in suppression comments', () => {
    expectCompletion(inMarkdown('<!-- rapporteur-disable-next-line $0 -->')).offersNothing();
    expectCompletion(inMarkdown('- **Status:** delayed <!-- rapporteur-disable-line $0 -->')).offersNothing();
    expectCompletion(inYaml('    # rapporteur-disable-next-line $0')).offersNothing();
    expectCompletion(inYaml('    status: delayed # rapporteur-disable-line $0')).offersNothing();
    expectCompletion('---\nroadmap: eu-drugs-2023 # rapporteur-disable-line $0\n---\n').offersNothing();
  });

  it('outside the files of Rapporteur', () => {
    expectCompletion('//- /readme.md\n## $0\n').offersNothing();
    expectCompletion('//- /notes.md\n---\ntitle: $0\n---\n').offersNothing();
    expectCompletion('//- /ci.yaml\nstatus: $0\n').offersNothing();
  });
});
