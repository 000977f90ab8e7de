import { kindWithId, needsRoadmap, STANDARD_KIND } from '../model/draft-kind';
import { nearestName } from '../parse/nearest-name';
import { skeleton } from '../write/skeleton';
import { collect } from './collect';
import { readAsOf, readChoice, readOptions } from './options';
import { type CommandHost, EXIT, UsageError } from './program';
import { loadOthers, loadRoadmap } from './roadmap';

/** `rapporteur new` */
export async function newCommand(args: readonly string[], host: CommandHost): Promise<number> {
  const { values, lists, positionals } = readOptions(args, {
    roadmap: 'list',
    kind: 'text',
    format: 'text',
    by: 'text',
    'as-of': 'text',
    output: 'text',
  });
  if (positionals.length > 0) {
    throw new UsageError('new takes options only; the file is given by -o FILE.');
  }
  const output = values.output;
  const format = readChoice('format', values.format, ['md', 'yaml'], /\.ya?ml$/i.test(output ?? '') ? 'yaml' : 'md');
  const by = readChoice('by', values.by, ['number', 'area', 'actor', 'deadline'], 'number');
  const asOf = readAsOf(values['as-of'], host.today) ?? host.today;
  const [first, ...further] = lists.roadmap ?? [];
  const { reader } = await collect([], {}, host);
  const { kinds, actors } = reader.definitions;
  const kind = kindWithId(values.kind ?? STANDARD_KIND, kinds);
  if (!kind) {
    const ids = kinds.map(({ id }) => id);
    const nearest = nearestName(values.kind ?? '', ids);
    const question = nearest === undefined ? '' : ` Did you mean “${nearest}”?`;
    throw new UsageError(`--kind is one of ${ids.join(', ')}, not “${values.kind}”.${question}`);
  }
  const given = first === undefined ? [] : [first];
  const on = needsRoadmap(kind) || first !== undefined ? await loadRoadmap(given, host) : undefined;
  const others = on ? await loadOthers(further, on.roadmap, host) : [];
  const text = skeleton(kind, on?.roadmap, on?.actors ?? actors, {
    format: format === 'md' ? 'markdown' : 'yaml',
    by,
    areas: [],
    onlyActors: [],
    others,
    asOf,
    snippet: false,
  });
  if (output === undefined) {
    host.print(text);
    return EXIT.clean;
  }
  const result = await host.writeNew(output, text);
  if (result !== 'written') {
    throw new UsageError(
      result === 'exists' ? `“${output}” is there already; nothing was written.` : `“${output}” cannot be written.`,
    );
  }
  host.complain(`Wrote ${output}.\n`);
  return EXIT.clean;
}
