import { namesOf } from '../model/actor';
import { nearestNames } from '../parse/nearest-name';
import { changeTo, didYouMean } from './did-you-mean';
import { statementExample } from './kind-examples';
import { partFor } from './kind-parts';
import { signatoriesIn } from './kind-signatories';
import type { Rule } from './rule';
import type { RuleLookup } from './rule-lookup';

export const signatoryUnknown: Rule = {
  meta: {
    code: 'signatory-unknown',
    group: 'report',
    severity: 'hint',
    summary: 'A signatory that names no country or body that is known',
    why:
      'Who signs is who is bound. A line that names a person or a function only does not say for whom, and a misspelt ' +
      'country is not found by whoever looks for it.\n\n' +
      'Countries, institutions and bodies that Rapporteur does not know can be added to `actors.yaml`.',
    examples: [
      {
        language: 'markdown',
        bad: statementExample('markdown', ['- Minister of Justice of Belguim', '- Minister of Justice of France']),
        good: statementExample('markdown', ['- Minister of Justice of Belgium', '- Minister of Justice of France']),
      },
      {
        language: 'yaml',
        bad: statementExample('yaml', ['- Minister of Justice']),
        good: statementExample('yaml', ['- Minister of Justice of Belgium']),
      },
    ],
    fixable: true,
  },
  *checkSection(section, context) {
    const { passages } = partFor('signatories', section, context);
    for (const { span, text, actors, isWaiting } of signatoriesIn(passages, section, context.text)) {
      if (actors.length === 0 && !isWaiting) {
        const meant = misspelt(text, context.lookup.derived(countryNames));
        const at = meant ? context.text.indexOf(meant.written, span.start) : -1;
        const place = { start: at, end: at + (meant?.written.length ?? 0) };
        yield {
          span,
          message:
            'This signatory names no country or body that is known, so it cannot be told for whom it signs.' +
            (didYouMean(meant ? [meant.name] : []) || ' Name one, check its spelling, or add it to actors.yaml.'),
          fixes: () => (meant && at >= 0 && place.end <= span.end ? [changeTo(meant.name, place, false)] : []),
        };
      }
    }
  },
};

/** The word that is nearly the name of a country. */
function misspelt(
  text: string,
  names: readonly string[],
): { readonly written: string; readonly name: string } | undefined {
  for (const [written] of text.matchAll(/\p{Lu}\p{L}{3,}/gu)) {
    const [name, ...others] = nearestNames(written, names);
    if (name !== undefined && others.length === 0) {
      return { written, name };
    }
  }
  return undefined;
}

/** The names of countries that are one word. */
function countryNames({ actors }: RuleLookup): readonly string[] {
  const names = actors.all.filter(({ kind }) => kind === 'country').flatMap((actor) => namesOf(actor));
  return names.filter((name) => /^\p{L}{4,}$/u.test(name));
}
