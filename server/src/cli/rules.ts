import picocolors from 'picocolors';
import { nearestName } from '../parse/nearest-name';
import { decodeText } from '../project/decode';
import { rulePageUri } from '../project/rule-page';
import { RULES } from '../rules';
import { readOptions } from './options';
import { type CommandHost, EXIT, UsageError } from './program';

/** `rapporteur rules [CODE]` */
export async function rulesCommand(args: readonly string[], host: CommandHost): Promise<number> {
  const { positionals } = readOptions(args, {});
  const [code] = positionals;
  if (code === undefined) {
    const colours = picocolors.createColors(host.colour);
    const width = Math.max(...RULES.map((rule) => rule.meta.code.length));
    const lines = RULES.map(({ meta }) => {
      const severity = meta.severity.padEnd(8);
      return `${colours.bold(meta.code.padEnd(width))}  ${severity}${meta.summary}\n`;
    });
    host.print(lines.join(''));
    return EXIT.clean;
  }
  const rule = RULES.find(({ meta }) => meta.code === code);
  if (!rule) {
    const near = nearestName(
      code,
      RULES.map(({ meta }) => meta.code),
    );
    throw new UsageError(`There is no rule “${code}”.${near === undefined ? '' : ` Did you mean “${near}”?`}`);
  }
  const page = await host.files.read(rulePageUri(host.packageRoot, code));
  if (!page) {
    throw new UsageError(`The page of “${code}” is missing beside the program.`);
  }
  host.print(decodeText(page));
  return EXIT.clean;
}
