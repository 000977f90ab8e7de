import type { FileProblem } from '../model/file-problem';
import type { Fix } from '../model/finding';
import type { ParseProblem } from '../model/report';
import { changeTo } from './did-you-mean';
import type { FileFinding, Rule } from './rule';

type ReportedCode = ParseProblem['code'] | FileProblem['code'];

/** The checks of a rule that passes on what the readers of files could not read: they have seen it, rules say it. */
export function reportedProblems(
  code: ReportedCode,
): Required<Pick<Rule, 'checkSection' | 'checkHeader' | 'checkFile'>> {
  return {
    checkSection: (section) => problemsIn(section, code),
    checkHeader: (context) => problemsIn(context, code),
    checkFile: (context) => problemsIn(context, code),
  };
}

/** The problems of a section, header or file with this code, as findings. */
export function problemsIn(
  { problems }: { readonly problems: readonly (ParseProblem | FileProblem)[] },
  code: ReportedCode,
): readonly FileFinding[] {
  return problems.length === 0 ? [] : problems.filter((problem) => problem.code === code).map(toFinding);
}

function toFinding(problem: ParseProblem | FileProblem): FileFinding {
  const { span, message, replacement } = problem;
  return {
    span,
    message,
    ...('related' in problem && problem.related ? { related: problem.related } : {}),
    ...(replacement === undefined ? {} : { fixes: () => [fixWith(replacement, span)] }),
  };
}

/** Readers give a replacement only where there is one nearest name, or where the same words are put in order. */
function fixWith(replacement: string, span: ParseProblem['span']): Fix {
  const change = changeTo(replacement, span, true);
  return /^["']/.test(replacement) ? { ...change, title: 'Put the text in quotation marks' } : change;
}
