import { type CommandHost, EXIT, UsageError } from './program';

const HELP = `rapporteur: checks progress reports on action plans

  rapporteur check PATH…      findings; exit code 1 where one is at or above --fail-on
      --roadmap ID|FILE       the roadmap, whatever the report says
      --as-of DATE            the day that “overdue” is measured against
      --format text|json      (text)
      --fail-on error|warning|info|hint   (error)
      --fix                   makes the fixes that need nobody to look at them; shows what is left
      --fix --dry-run         writes nothing and shows what would change, as a diff
      --cache-dir DIR         keeps what is found in DIR, so that files that did not change are not checked again
      --threads N             how many threads check at once (as many as there are processors, if there is enough to do)
  rapporteur inspect FILE     what Rapporteur reads in a report, as JSON
      --roadmap ID|FILE  --as-of DATE
  rapporteur roadmap ID|FILE  a roadmap: areas, actions, actors, deadlines
      --format text|json      (text)
  rapporteur new              a new report with an entry for each action, or another kind of draft
      --kind KIND  --roadmap ID|FILE  --format md|yaml  --by number|area|actor|deadline  --as-of DATE  -o FILE
  rapporteur import FILE      a roadmap from a document: Word (.docx), HTML, Markdown or plain text
      -o FILE                 the roadmap, *.roadmap.yaml; what was taken and what was not goes to standard error
      --as report             the draft of a report in Markdown instead, with all of the document's text
      --roadmap ID|FILE       what that report is on (the roadmap of the settings, or one whose actions it names)
      --actors FILE           proposals for actors that nobody knows yet, for actors.yaml
  rapporteur convert FILE     the report in the other format, Markdown or YAML, nothing lost
      --to md|yaml  --roadmap ID|FILE  -o FILE
  rapporteur rules [CODE]     the rules, or the page of one
  rapporteur lsp --stdio      the language server, for any editor
  rapporteur --version, rapporteur --help

PATH is a file, a folder (all reports in it) or a glob.
Exit codes: 0 no finding at or above --fail-on, 1 some, 2 wrong use.
`;

type Command = (args: readonly string[], host: CommandHost) => Promise<number>;

/** Each command is loaded when it is asked for. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./check')).checkCommand,
  inspect: async () => (await import('./inspect')).inspectCommand,
  roadmap: async () => (await import('./roadmap')).roadmapCommand,
  new: async () => (await import('./new')).newCommand,
  import: async () => (await import('./import')).importCommand,
  convert: async () => (await import('./convert')).convertCommand,
  rules: async () => (await import('./rules')).rulesCommand,
};

/**
 * Runs one command; `args` are those behind the program's name. Answers the exit code. `lsp` is not among them: the
 * entry point starts the server.
 */
export async function runCommand(args: readonly string[], host: CommandHost): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || args.some((arg) => arg === '--help' || arg === '-h')) {
    (name === undefined ? host.complain : host.print)(HELP);
    return name === undefined ? EXIT.wrongUse : EXIT.clean;
  }
  if (name === '--version' || name === '-v') {
    host.print(`${host.version}\n`);
    return EXIT.clean;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  try {
    if (!load) {
      throw new UsageError(`There is no command “${name}”. Commands: ${Object.keys(COMMANDS).join(', ')}, lsp.`);
    }
    const command = await load();
    return await command(rest, host);
  } catch (error) {
    if (error instanceof UsageError) {
      host.complain(`rapporteur: ${error.message}\n`);
      return EXIT.wrongUse;
    }
    throw error;
  }
}
