import type { Field } from '../model/report';
import type { Roadmap } from '../model/roadmap';
import { nearestNames } from '../parse/nearest-name';
import type { CheckEnvironment } from './check-context';
import { changeTo, didYouMean } from './did-you-mean';
import { markdownExample, yamlExample } from './example-reports';
import type { Rule, RuleFinding } from './rule';

export const roadmapUnknown: Rule = {
  meta: {
    code: 'roadmap-unknown',
    group: 'report',
    severity: 'error',
    summary: 'A roadmap that is not known',
    why:
      'A report is checked against its roadmap. Without it no action, actor or deadline can be checked, so that a ' +
      'report without findings would mean nothing.\n\n' +
      'Known are the built-in roadmaps and every `*.roadmap.yaml` of the workspace. A roadmap that is not there yet is ' +
      'added by putting its file into the workspace.',
    examples: [
      { language: 'markdown', bad: misspelt(inMarkdown()), good: inMarkdown() },
      { language: 'yaml', bad: misspelt(inYaml()), good: inYaml() },
    ],
    fixable: true,
  },
  *checkHeader(context) {
    const { header, roadmaps, settings, knownRoadmaps } = context;
    for (const field of header.roadmaps) {
      if (field.value !== undefined && !knownRoadmaps.has(field.value)) {
        yield unknownInHeader(field, field.value, context);
      }
    }
    const standard = settings.roadmap;
    const usesStandard = header.roadmaps.length === 0 && roadmaps.length === 0;
    if (usesStandard && standard !== undefined && !knownRoadmaps.has(standard)) {
      yield {
        span: context.anchor,
        message:
          `The default roadmap of the settings, “${standard}”, is not known, so this report cannot be checked. ` +
          `${listKnown(knownRoadmaps)} Correct the setting, or name one under “roadmap” in the report.`,
      };
    }
  },
};

function unknownInHeader(field: Field<string>, id: string, { knownRoadmaps }: CheckEnvironment): RuleFinding {
  const nearest = nearestNames(id, knownRoadmaps.keys());
  return {
    span: field.span,
    message:
      `There is no roadmap “${id}”, so nothing in this report can be checked against it.` +
      `${didYouMean(nearest)} ${listKnown(knownRoadmaps)} ` +
      'To use another one, put its *.roadmap.yaml file into the workspace.',
    fixes: () => nearest.map((name) => changeTo(name, field.span, nearest.length === 1)),
  };
}

function listKnown(roadmaps: ReadonlyMap<string, Roadmap>): string {
  const known = [...roadmaps.values()].map(({ id, title }) => `“${id}” (${title})`);
  return known.length === 0 ? 'No roadmap is known.' : `Known: ${known.join(', ')}.`;
}

function inMarkdown(): string {
  return markdownExample('5', ['- **Status:** in progress', '', 'Eurojust prepares the network.']);
}

function inYaml(): string {
  return yamlExample('5', ['status: in-progress', 'text: Eurojust prepares the network.']);
}

function misspelt(report: string): string {
  return report.replace('eu-drugs-2023', 'eu-drugs-2032');
}
