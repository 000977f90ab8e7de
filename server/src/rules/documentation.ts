import type { SeveritySetting } from '../model/finding';
import { RULES } from './index';
import type { RuleExample, RuleGroup, RuleMeta } from './rule';

/** The page of a rule, in Markdown. It says nothing that is not in `meta`, so that it cannot grow old. */
export function rulePageText(meta: RuleMeta): string {
  return [
    `# ${meta.code}`,
    `${meta.summary}.`,
    [
      `- Group: ${GROUP_TITLES[meta.group].toLowerCase()}`,
      `- Severity unless set otherwise: ${meta.severity}`,
      `- Quick fix: ${meta.fixable ? 'for findings where it is clear what to write' : 'none'}`,
    ].join('\n'),
    '## Why',
    meta.why,
    ...(meta.examples.length > 0 ? ['## Examples', ...meta.examples.map(exampleText)] : []),
    '## Settings',
    settingsText(meta),
  ]
    .join('\n\n')
    .concat('\n');
}

/** All rules in tables, one for each group, with links that lead from the project's folder to the pages. */
export function ruleTable(): string {
  const groups = new Set(RULES.map((rule) => rule.meta.group));
  return [...groups].map((group) => groupTable(group)).join('\n\n');
}

/** One setting for each rule, for a JSON Schema: what a rule can be set to, and what it is without a setting. */
export function ruleSettingsSchema(): Readonly<Record<string, RuleSettingSchema>> {
  const settings = RULES.map(({ meta }): [string, RuleSettingSchema] => [
    meta.code,
    { type: 'string', enum: SETTINGS, description: `${meta.summary}. Without a setting: ${meta.severity}.` },
  ]);
  return Object.fromEntries(settings);
}

/** The part of a JSON Schema that describes one rule's setting. */
export interface RuleSettingSchema {
  readonly type: 'string';
  readonly enum: readonly SeveritySetting[];
  readonly description: string;
}

const SETTINGS: readonly SeveritySetting[] = ['off', 'hint', 'info', 'warning', 'error'];

const GROUP_TITLES: Readonly<Record<RuleGroup, string>> = {
  report: 'Report',
  action: 'Actions',
  actor: 'Actors',
  deadline: 'Deadlines and dates',
  status: 'Status',
  suppression: 'Suppression',
  roadmap: 'Roadmap and actors files',
};

function groupTable(group: RuleGroup): string {
  const rows = RULES.flatMap(({ meta }) =>
    meta.group === group
      ? [
          `| [${meta.code}](docs/rules/${meta.code}.md) | ${meta.severity} | ${meta.summary} | ${meta.fixable ? 'yes' : ''} |`,
        ]
      : [],
  );
  return [`**${GROUP_TITLES[group]}**`, '', '| Rule | Severity | Finds | Fix |', '|---|---|---|---|', ...rows].join(
    '\n',
  );
}

function exampleText(example: RuleExample): string {
  const name = example.fileName === undefined ? '' : `, \`${example.fileName}\``;
  const title = `### ${example.language === 'markdown' ? 'Markdown' : 'YAML'}${name}`;
  const beside = Object.entries(example.files ?? {}).flatMap(([file, text]) => [
    `Beside it, \`${file}\`:`,
    fenced(text, /\.ya?ml$/.test(file) ? 'yaml' : 'markdown'),
  ]);
  return [
    title,
    'With a finding:',
    fenced(example.bad, example.language),
    'Without:',
    fenced(example.good, example.language),
    ...beside,
  ].join('\n\n');
}

/** A block of code; its fence is longer than any in the text. */
function fenced(text: string, language: string): string {
  const inside = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([fence]) => fence.length));
  const fence = '`'.repeat(inside + 1);
  return `${fence}${language}\n${text.replace(/\n*$/, '')}\n${fence}`;
}

function settingsText({ code, group }: RuleMeta): string {
  const other = code === 'internal-error' ? 'warning' : 'off';
  const set = [
    `In \`rapporteur.yaml\`, for everybody who works on these files (${SETTINGS.join(', ')}):`,
    fenced(`rules:\n  ${code}: ${other}`, 'yaml'),
    'In the settings of VS Code:',
    fenced(`"rapporteur.rules": { "${code}": "${other}" }`, 'json'),
  ];
  return [
    ...set,
    ...(isHidable(code, group) ? hidingText(code) : [`A comment cannot hide it: ${whyNotHidable(group)}.`]),
  ].join('\n\n');
}

function isHidable(code: string, group: RuleGroup): boolean {
  return code !== 'syntax' && code !== 'internal-error' && group !== 'suppression' && group !== 'roadmap';
}

function whyNotHidable(group: RuleGroup): string {
  return group === 'suppression'
    ? 'it is about such comments'
    : group === 'roadmap'
      ? 'comments hide findings in reports, and all reports depend on this file'
      : 'a file that cannot be checked must never look clean';
}

function hidingText(code: string): readonly string[] {
  return [
    'One finding that is looked at and accepted is hidden by a comment above it, with the reason:',
    fenced(`<!-- rapporteur-disable-next-line ${code} -- reason -->`, 'markdown'),
    fenced(`# rapporteur-disable-next-line ${code} -- reason`, 'yaml'),
  ];
}
