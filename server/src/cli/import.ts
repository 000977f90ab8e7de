import { importReportText } from '../import/import-report';
import { tooManyBytes } from '../import/import-task';
import { roadmapsForDraft } from '../project/default-roadmap';
import { collect } from './collect';
import { readChoice, readOptions } from './options';
import { type CommandHost, EXIT, UsageError } from './program';

/** `rapporteur import FILE`: a roadmap, or with `--as report` the draft of a report, from a document (DESIGN, section 7). */
export async function importCommand(args: readonly string[], host: CommandHost): Promise<number> {
  const { values, positionals } = readOptions(args, { as: 'text', output: 'text', actors: 'text', roadmap: 'text' });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) {
    throw new UsageError('import needs one file: Word (.docx), HTML, Markdown or plain text.');
  }
  const { output, actors } = values;
  const as = readChoice('as', values.as, ['roadmap', 'report'], 'roadmap');
  if (values.roadmap !== undefined && as === 'roadmap') {
    throw new UsageError('--roadmap says what a report is on; it needs --as report.');
  }
  for (const target of [output, actors]) {
    refuseTarget(target, host);
  }
  if (output !== undefined && output === actors) {
    throw new UsageError(`Roadmap and actors cannot both become “${output}”; nothing was written.`);
  }
  const size = host.kindOf(path) === 'file' ? await host.files.size?.(host.uriOf(path)) : undefined;
  const tooLarge = size === undefined ? undefined : tooManyBytes(size, host.importDocument);
  if (tooLarge !== undefined) {
    throw new UsageError(`“${path}” was not imported. ${tooLarge}`);
  }
  const bytes = host.kindOf(path) === 'file' ? await host.files.read(host.uriOf(path)) : undefined;
  if (bytes === undefined) {
    const kind = host.kindOf(path);
    throw new UsageError(
      kind === 'folder'
        ? `“${path}” is a folder; import takes one file.`
        : kind === 'missing'
          ? `There is no file “${path}”.`
          : `“${path}” cannot be read.`,
    );
  }
  const { setup, reader } = await collect([], { roadmap: values.roadmap }, host);
  const name = path.split(/[\\/]/).at(-1) ?? path;
  const known = reader.definitions.actors.all;
  const answer = await host.importDocument({
    ...{ bytes, name, actors: known, today: host.today, as },
    on: setup.roadmap ?? roadmapsForDraft(reader.definitions),
  });
  if ('problem' in answer) {
    throw new UsageError(`“${path}” was not imported. ${answer.problem}`);
  }
  if (as === 'roadmap' || answer.report.length > 0) {
    host.complain(importReportText(answer, name, answer.unit));
  }
  if (answer.actorsText !== undefined && actors === undefined) {
    host.complain('Some actors are not known yet; --actors FILE writes proposals for them, for actors.yaml.\n');
  }
  if (actors !== undefined && answer.actorsText !== undefined) {
    await write(actors, answer.actorsText, host);
  }
  if (output === undefined) {
    host.print(answer.text);
  } else {
    await write(output, answer.text, host);
  }
  return EXIT.clean;
}

/** Before anything is done, so that nothing is done for nothing. */
function refuseTarget(path: string | undefined, host: CommandHost): void {
  if (path !== undefined && host.kindOf(path) !== 'missing') {
    throw new UsageError(`“${path}” is there already; nothing was written.`);
  }
  const folder = path?.slice(0, path.lastIndexOf('/') + 1);
  if (folder && host.kindOf(folder) !== 'folder') {
    throw new UsageError(`There is no folder “${folder}”; nothing was written.`);
  }
}

async function write(path: string, text: string, host: CommandHost): Promise<void> {
  const result = await host.writeNew(path, text);
  if (result !== 'written') {
    throw new UsageError(
      result === 'exists' ? `“${path}” is there already; nothing was written.` : `“${path}” cannot be written.`,
    );
  }
  host.complain(`Wrote ${path}.\n`);
}
