import type * as lsp from 'vscode-languageserver';
import type { Range } from '../model/lines';
import type { Subject } from '../model/subject';
import { toRange } from './convert';
import type { FeatureContext } from './feature';
import type { FolderPlaces } from './folder-places';
import { searching } from './search';

/**
 * The places that report on an action or mention it, in all reports of a folder, open or not; of each line the first. The
 * search is cancelled like others.
 *
 * @param key of the action (`keyOf`)
 */
export async function mentionPlaces(
  { session, mentions, occurrences }: FolderPlaces,
  key: string,
  context: Pick<FeatureContext, 'connection' | 'client'>,
  token: lsp.CancellationToken,
): Promise<readonly lsp.Location[]> {
  const [roadmap = '', id = ''] = key.split('\n');
  const action: Subject = { kind: 'action', roadmap, id };
  const closed = await searching(context, token, (control) => mentions.search(action, control));
  const now = session.snapshot();
  const known = now.reportUris.flatMap((uri) => {
    const lines = session.lines(uri);
    return lines
      ? inLines(
          uri,
          occurrences.naming(now, uri, [action]).map(({ span }) => toRange(lines, span)),
        )
      : [];
  });
  // A report may have been opened, or read for another one, while the others were looked through.
  const others = closed.filter(({ uri }) => now.text(uri) === undefined);
  return [
    ...known,
    ...others.flatMap(({ uri, places }) =>
      inLines(
        uri,
        places.map(({ range }) => range),
      ),
    ),
  ];
}

/** A heading names an action by its number and by its title: once is enough. */
function inLines(uri: string, ranges: readonly Range[]): readonly lsp.Location[] {
  return ranges.flatMap((range, index) => (range.start.line === ranges[index - 1]?.start.line ? [] : { uri, range }));
}
