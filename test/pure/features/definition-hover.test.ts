import { describe, it } from 'mocha';
import { HARBOUR_GATES } from '../../harbour-workspace';
import { expectHover } from '../../hovers';

/** A roadmap with `$0` in place of one word. */
function plan(word: string): string {
  return `//- /plan.roadmap.yaml\n${HARBOUR_GATES.replace(word, `${word.slice(0, 1)}$0${word.slice(1)}`)}`;
}

describe('hover in a roadmap file', () => {
  it('tells what ids, titles and actors stand for', () => {
    expectHover(plan('Scanners at')).isOn('Scanners at every gate').mentions('**Action 1: Scanners at every gate**');
    expectHover(plan('checks\n    actors')).isOn('checks').mentions('**Checks of containers**');
    expectHover(plan('europol')).isOn('europol').mentions('In YAML: `europol`');
    expectHover(plan('Ten scanners')).mentions(
      '**1.1 Ten scanners**',
      'Deliverable of Action 1: Scanners at every gate',
    );
    expectHover(plan('COM(2023)')).isOn('COM(2023) 641 final');
  });

  it('tells what a deadline means', () => {
    expectHover(plan('../2025')).isOn('../2025-06-30').mentions('**by mid-2025**: by 30 June 2025');
  });

  it('tells what the few words mean that a key takes', () => {
    const more = (lines: string) => `//- /plan.roadmap.yaml\n${HARBOUR_GATES}${lines}`;
    expectHover(more('    every: P2$0Y\n')).isOn('P2Y').says('**P2Y**: every 2 years');
    expectHover(more('    relates:\n      - action: "1"\n        how: supp$0orts\n')).says(
      '**supports**: It helps the other one.',
    );
    expectHover(more('commitments:\n  - commitment: C1\n    status: delay$0ed\n'))
      .isOn('delayed')
      .mentions('In YAML: `delayed`');
    expectHover(more('numbering: o$0ther\n')).isNothing();
  });

  it('tells what a key is for', () => {
    expectHover(plan('areas:')).isOn('areas').mentions('**areas**: The priority areas: groups of actions.');
    expectHover(plan('stated')).isOn('stated');
  });

  it('tells nothing behind a key that has no meaning', () => {
    expectHover('//- /plan.roadmap.yaml\nroadmap: harbour\nurl: exam$0ple\n').isNothing();
  });
});

describe('hover in actors and project files', () => {
  it('tells about keys, actors and roadmaps', () => {
    expectHover('//- /actors.yaml\nactors:\n  - actor: port\n    name: Port\n    part-of: be$0lgium\n').mentions(
      'In YAML: `belgium`',
    );
    expectHover('//- /actors.yaml\nactors:\n  - actor: port\n    kind: bo$0dy\n').says(
      '**body**: A body, committee, service or working party.',
    );
    expectHover('//- /rapporteur.yaml\nroadmap: eu-d$0rugs-2023\n').isOn('eu-drugs-2023');
    expectHover('//- /rapporteur.yaml\nkinds:\n  - kind: note\n    extends: state$0ment\n')
      .isOn('statement')
      .mentions('**Statement**: Says in common what its signatories think and will do.');
    expectHover(
      '//- /rapporteur.yaml\nkinds:\n  - kind: no$0te\n    name: Note\n    sections:\n      - section: Budget\n',
    ).mentions('- Budget');
    expectHover('//- /rapporteur.yaml\nkinds:\n  - kind: note\n    rules:\n      action-un$0known: off\n').isOn(
      'action-unknown',
    );
    expectHover('//- /rapporteur.yaml\nrules:\n  action-un$0known: off\n').isOn('action-unknown');
  });
});
