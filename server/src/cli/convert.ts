import { convertReport } from '../write/convert/convert';
import { collect } from './collect';
import { readChoice, readOptions } from './options';
import { type CommandHost, EXIT, UsageError } from './program';

/** `rapporteur convert FILE --to md|yaml`: the draft in the other format (DESIGN, section 7). */
export async function convertCommand(args: readonly string[], host: CommandHost): Promise<number> {
  const { values, positionals } = readOptions(args, { to: 'text', roadmap: 'text', output: 'text' });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) {
    throw new UsageError('convert needs one file.');
  }
  const { output, roadmap } = values;
  const { files, reader } = await collect([path], { roadmap }, host);
  const [file] = files;
  const snapshot = await reader.read(files);
  const analysed = file && snapshot.report(file.uri);
  if (!analysed) {
    throw new UsageError(`“${path}” is no report.`);
  }
  const { report, roadmaps } = analysed;
  const to = readChoice('to', values.to, ['md', 'yaml'], report.format === 'markdown' ? 'yaml' : 'md');
  if ((to === 'md') === (report.format === 'markdown')) {
    throw new UsageError(`“${path}” is ${to === 'md' ? 'Markdown' : 'YAML'} already; nothing was converted.`);
  }
  const result = convertReport(report, { roadmaps, actors: snapshot.actors, today: snapshot.today });
  if ('problem' in result) {
    throw new UsageError(`${path}: ${result.problem}`);
  }
  for (const note of result.notes) {
    host.complain(`rapporteur: ${note}\n`);
  }
  if (output === undefined) {
    host.print(result.text);
    return EXIT.clean;
  }
  const written = await host.writeNew(output, result.text);
  if (written !== 'written') {
    throw new UsageError(
      written === 'exists' ? `“${output}” is there already; nothing was written.` : `“${output}” cannot be written.`,
    );
  }
  host.complain(`Wrote ${output}.\n`);
  return EXIT.clean;
}
