import type { FileProblem } from '../model/file-problem';
import type { Fix } from '../model/finding';
import type { ParseProblem } from '../model/report';
import { changeTo } from './did-you-mean';
import type { FileContext, Rule, RuleContext, RuleFinding } from './rule';

type ReportedCode = ParseProblem['code'] | FileProblem['code'];

/** The checks of a rule that passes on what the readers of files could not read: they have seen it, rules say it. */
export function reportedProblems(code: ReportedCode): Required<Pick<Rule, 'checkReport' | 'checkFile'>> {
  return {
    checkReport: (context) => problemsOfReport(context, code),
    checkFile: (context) => problemsOfFile(context, code),
  };
}

/** The problems of a report with this code, as findings. */
export function problemsOfReport({ report }: RuleContext, code: ReportedCode): readonly RuleFinding[] {
  const inSections = report.sections.flatMap((section) => section.problems.map((problem) => ({ problem, section })));
  return [...report.problems.map((problem) => ({ problem, section: undefined })), ...inSections]
    .filter(({ problem }) => problem.code === code)
    .map(({ problem, section }) => ({ ...toFinding(problem), section }));
}

/** The problems of a roadmap, actors or project file with this code, as findings. */
export function problemsOfFile({ problems }: FileContext, code: ReportedCode): readonly RuleFinding[] {
  return problems.filter((problem) => problem.code === code).map(toFinding);
}

function toFinding(problem: ParseProblem | FileProblem): RuleFinding {
  const { span, message, replacement } = problem;
  return {
    span,
    message,
    ...('related' in problem && problem.related ? { related: problem.related } : {}),
    ...(replacement === undefined ? {} : { fixes: [fixWith(replacement, span)] }),
  };
}

/** Readers give a replacement only where there is one nearest name, or where the same words are put in order. */
function fixWith(replacement: string, span: ParseProblem['span']): Fix {
  const change = changeTo(replacement, span, true);
  return /^["']/.test(replacement) ? { ...change, title: 'Put the text in quotation marks' } : change;
}
