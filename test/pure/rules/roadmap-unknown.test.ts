import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';

const only = ['roadmap-unknown'];

describe('roadmap-unknown', () => {
  it('finds an id that no roadmap has, and lists those that are known', () => {
    expectFindings(
      `
---
roadmap: eu-drugs-2032
         ^^^^^^^^^^^^^ error roadmap-unknown: Did you mean “eu-drugs-2023”? Known: “eu-drugs-2023” (EU roadmap
---
`,
      { only },
    );
    expectFindings(
      `//- /draft.report.yaml
roadmap: [eu-drugs-2023, "harbour-plan"]
                          ^^^^^^^^^^^^ error roadmap-unknown: There is no roadmap “harbour-plan”
entries: []
`,
      { only },
    );
  });

  it('finds that the default of the settings is unknown, where a report relies on it', () => {
    expectFindings(
      `
# Progress report
^^^^^^^^^^^^^^^^^ error roadmap-unknown: default roadmap of the settings, “harbour-plan”
`,
      { only, settings: { roadmap: 'harbour-plan' } },
    );
  });

  it('is silent about built-in roadmaps, those of the workspace, and reports that name none', () => {
    expectFindings('---\nroadmap: eu-drugs-2023\n---\n', { only });
    expectFindings(
      `//- /harbour.roadmap.yaml
roadmap: harbour-plan
title: Harbour plan
actions: []
//- /draft.report.yaml
roadmap: [harbour-plan]
entries: []
`,
      { only },
    );
    expectFindings('---\ntitle: Progress report\n---\n', { only });
    expectFindings('---\nroadmap: eu-drugs-2023\n---\n', { only, settings: { roadmap: 'harbour-plan' } });
  });
});
