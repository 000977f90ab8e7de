import type { Rule } from './rule';

/** Only the documentation of the finding: whatever broke makes it (rules/run.ts). */
export const internalError: Rule = {
  meta: {
    code: 'internal-error',
    group: 'report',
    severity: 'error',
    summary: 'Rapporteur itself failed on this file',
    why:
      'A rule, or the reader of the file, broke. Its findings are missing, so the file is not clean even if nothing else ' +
      'is shown: a tool that is trusted to say “nothing is missing” must not stay silent about its own failure.\n\n' +
      'Please report it, with the file and the message. The other rules have run. The finding cannot be hidden by a ' +
      'comment.',
    examples: [],
    fixable: false,
  },
};
