import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';

const only = ['period-invalid', 'date-impossible', 'date-unparsable'];

describe('period-invalid', () => {
  it('finds a period that ends before it begins', () => {
    expectFindings(
      `
---
roadmap: eu-drugs-2023
period: 2024-06-30/2024-01-01
        ^^^^^^^^^^^^^^^^^^^^^ error period-invalid: Write the earlier date first
---
`,
      { only },
    );
  });

  it('finds words that are no period, and a period without start', () => {
    expectFindings(
      `//- /draft.report.yaml
roadmap: eu-drugs-2023
period: the Belgian Presidency
        ^^^^^^^^^^^^^^^^^^^^^^ error period-invalid
entries: []
`,
      { only },
    );
    expectFindings(
      `
---
roadmap: eu-drugs-2023
period: until June 2024
        ^^^^^^^^^^^^^^^ error period-invalid: does not say when the period begins
---
`,
      { only },
    );
  });

  it('finds a period that begins after the date of the report', () => {
    expectFindings(
      `
---
roadmap: eu-drugs-2023
date: 3 June 2024
period: second half of 2024
        ^^^^^^^^^^^^^^^^^^^ error period-invalid: begins on 1 July 2024, after the date of the report, 3 June 2024
---
`,
      { only },
    );
  });

  it('is silent about periods in words, periods that go on, and reports dated within their period', () => {
    expectFindings('---\nroadmap: eu-drugs-2023\ndate: 2024-06-03\nperiod: first half of 2024\n---\n', { only });
    expectFindings('---\nroadmap: eu-drugs-2023\ndate: 2024-06-03\nperiod: 2024-01-01/..\n---\n', { only });
    expectFindings('---\nroadmap: eu-drugs-2023\ndate: 2024-01-01\nperiod: 2024-01-01/2024-06-30\n---\n', { only });
    expectFindings('---\nroadmap: eu-drugs-2023\nperiod:\n---\n', { only });
  });
});
