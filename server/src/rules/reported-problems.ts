import type { FileProblem } from '../model/file-problem';
import type { Fix } from '../model/finding';
import type { ParseProblem } from '../model/report';
import { lineAround } from '../model/text-lines';
import { changeTo } from './did-you-mean';
import type { FileFinding, FixContext, Rule } from './rule';

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
  const { code, span, message, replacement } = problem;
  return {
    span,
    message,
    ...('severity' in problem && problem.severity ? { severity: problem.severity } : {}),
    ...('related' in problem && problem.related ? { related: problem.related } : {}),
    ...(replacement === undefined
      ? {}
      : {
          fixes: (now?: FixContext) =>
            'replaced' in problem && problem.replaced
              ? [changeTo(replacement, problem.replaced, false)]
              : fixesWith(code, replacement, span, now).map((fix) => withAddition(fix, problem)),
        }),
  };
}

/**
 * Readers give a replacement only where there is one nearest name, or where the same words are put in order. What begins
 * a line may be a key that lost its place: whether it is a text is for the author to say, and so is which of two ids
 * is the one that is known outside.
 */
function fixesWith(
  code: ReportedCode,
  replacement: string,
  span: ParseProblem['span'],
  now: FixContext | undefined,
): readonly Fix[] {
  const isQuoted = /^["']/.test(replacement);
  const at = (now?.start ?? 0) + span.start;
  const text = now?.report.text ?? '';
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const isSure = code !== 'roadmap-duplicate' && (!isQuoted || /[:,[{]\s+["']?$|[[{]$/.test(before));
  const change = changeTo(replacement, span, isSure);
  // What is in quotation marks already has its problem elsewhere; and fields on lines of their own are hardly meant as a text.
  const isField = code === 'value-invalid' && isQuoted && before.trim() === '';
  // Where the bracket before it is not closed in its line, it may be the next line that slipped into the list.
  const behind = text.slice(at, lineAround(text, at).end);
  const isInOpenList = isQuoted && /\[[^\]]*$/.test(before) && !behind.includes(']');
  return isField || isInOpenList || (text.startsWith(replacement, at) && span.end - span.start === replacement.length)
    ? []
    : [isQuoted ? { ...change, title: 'Put the text in quotation marks' } : change];
}

/** The words that a replacement would lose are put in beside it. */
function withAddition(fix: Fix, problem: ParseProblem | FileProblem): Fix {
  const addition = 'addition' in problem ? problem.addition : undefined;
  return addition ? { ...fix, edits: [...fix.edits, addition] } : fix;
}
