import type { Finding, Severity } from '../model/finding';
import { renderJson } from './check-json';
import { renderText } from './check-text';
import { load } from './load';
import { readAsOf, readChoice, readOptions } from './options';
import { type CommandHost, EXIT, UsageError } from './program';

/** A file with its findings. */
export interface CheckedFile {
  readonly uri: string;
  readonly findings: readonly Finding[];
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** `rapporteur check PATH…` */
export async function checkCommand(args: readonly string[], host: CommandHost): Promise<number> {
  const { values, positionals } = readOptions(args, {
    roadmap: 'text',
    'as-of': 'text',
    format: 'text',
    'fail-on': 'text',
  });
  const format = readChoice('format', values.format, ['text', 'json'], 'text');
  const failOn = readChoice('fail-on', values['fail-on'], SEVERITIES, 'error');
  const asOf = readAsOf(values['as-of'], host.today);
  if (positionals.length === 0) {
    throw new UsageError('check needs at least one file, folder or glob.');
  }
  const { snapshot, uris } = await load(positionals, { roadmap: values.roadmap, asOf }, host);
  if (uris.length === 0) {
    throw new UsageError(`There is nothing to check in ${positionals.map((path) => `“${path}”`).join(', ')}.`);
  }
  const checked = uris
    .map((uri) => ({ uri, path: host.pathOf(uri), findings: snapshot.findings(uri) }))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  host.print(format === 'json' ? renderJson(checked, snapshot, host) : renderText(checked, snapshot, host));
  const failing = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  const failed = checked.some((file) => file.findings.some((finding) => failing.includes(finding.severity)));
  return failed ? EXIT.findings : EXIT.clean;
}
