import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';

const only = ['as-of-missing'];

describe('as-of-missing', () => {
  it('finds that nothing says which day overdue is measured against', () => {
    expectFindings(
      `
---
title: Progress report
roadmap: eu-drugs-2023
^^^^^^^^^^^^^^^^^^^^^^ info as-of-missing: against today, 3 June 2024, and will be different tomorrow
---
`,
      { only },
    );
    expectFindings(
      `//- /draft.report.yaml
roadmap: eu-drugs-2023
^^^^^^^^^^^^^^^^^^^^^^ info as-of-missing: has no date
date:
entries: []
`,
      { only },
    );
  });

  it('is silent where the header or the settings give a day', () => {
    expectFindings('---\nroadmap: eu-drugs-2023\ndate: 2024-06-03\n---\n', { only });
    expectFindings('---\nroadmap: eu-drugs-2023\nas-of: May 2024\n---\n', { only });
    expectFindings('---\nroadmap: eu-drugs-2023\n---\n', { only, settings: { asOf: '2024-06-03' } });
  });

  it('leaves a date that cannot be read, a misspelt one and an unknown roadmap to their own rules', () => {
    expectFindings('---\nroadmap: eu-drugs-2023\ndate: the other day\n---\n', { only });
    expectFindings('---\nroadmap: eu-drugs-2023\nasof: 2024-06-03\n---\n', { only });
    expectFindings('---\nroadmap: eu-drugs-2032\n---\n', { only });
  });
});
