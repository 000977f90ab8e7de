import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';

const only = ['report-field-missing'];

describe('report-field-missing', () => {
  it('finds a report that names no roadmap: an error', () => {
    expectFindings(
      `
---
^^^ error report-field-missing: Add “roadmap” with the id of one: “eu-drugs-2023”
title: Progress report
---
`,
      { only },
    );
    expectFindings(
      `//- /draft.report.yaml
title: Progress report
^^^^^^^^^^^^^^^^^^^^^^ error report-field-missing: nothing in it can be checked
entries: []
`,
      { only },
    );
    expectFindings(
      `
---
roadmap:
^^^^^^^^ error report-field-missing: nothing in it can be checked
---
`,
      { only },
    );
  });

  it('finds that author, title or date are missing: one note', () => {
    expectFindings(
      `
---
roadmap: eu-drugs-2023
^^^^^^^^^^^^^^^^^^^^^^ info report-field-missing: does not give its title and author, which
date: 2024-06-03
---
`,
      { only },
    );
    expectFindings(
      `//- /draft.report.yaml
roadmap: eu-drugs-2023
^^^^^^^^^^^^^^^^^^^^^^ info report-field-missing: does not give its date
title: Progress report
author: belgium
as-of: 2024-06-03
entries: []
`,
      { only },
    );
  });

  it('is silent where a heading is the title, a setting the roadmap, and about pasted texts', () => {
    expectFindings('---\nroadmap: eu-drugs-2023\nauthor: belgium\ndate: 2024-06-03\n---\n\n# Progress report\n', {
      only,
    });
    expectFindings('---\ntitle: A\nauthor: belgium\ndate: 2024-06-03\n---\n', {
      only,
      settings: { roadmap: 'eu-drugs-2023' },
    });
    expectFindings('Brussels, 3 June 2024\n', { only, settings: { roadmap: 'eu-drugs-2023' } });
  });

  it('leaves a misspelt name, an unknown roadmap and a missing day to their own rules', () => {
    expectFindings('---\nraodmap: eu-drugs-2023\ntitle: A\nauthor: belgium\ndate: 2024-06-03\n---\n', { only });
    expectFindings('---\nroadmap: eu-drugs-2032\ntitle: A\nautor: belgium\ndate: 2024-06-03\n---\n', { only });
    expectFindings('---\nroadmap: eu-drugs-2023\ntitle: A\nauthor: belgium\n---\n', { only });
  });
});
