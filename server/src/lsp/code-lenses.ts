import * as lsp from 'vscode-languageserver';
import { type Lens, Lenses } from '../features/lenses';
import type { Place } from '../features/report-index';
import { ClientCommand } from './client-commands';
import { toRange } from './convert';
import type { FeatureContext, ServerFeature } from './feature';
import { ServerCommand, type ShowPlacesArguments } from './protocol';
import { refreshWith } from './refresh';

/** What comes back with a lens when a client shows it: all that names an action can be a lot, and is not sent before. */
interface LensData {
  readonly uri: string;
  readonly title: string;
  readonly mentionsOf: string;
}

/** What is said above entries and actions. */
export const codeLenses: ServerFeature = {
  capabilities: () => ({ codeLensProvider: { resolveProvider: true } }),
  register: (context) => {
    const { connection, session, answer, client } = context;
    const lenses = new Lenses();
    connection.onCodeLens(({ textDocument: { uri } }, token) =>
      answer(token, () => {
        const here = session(uri);
        const [lines, now] = [here.lines(uri), here.snapshot()];
        if (!lines || now.roleOf(uri) === undefined) {
          return null;
        }
        return lenses.of(now, uri).map((lens) => toLens(lens, uri, toRange(lines, lens.span), context));
      }),
    );
    connection.onCodeLensResolve((lens, token) =>
      answer(token, () => {
        const { uri, title, mentionsOf } = (lens.data ?? {}) as Partial<LensData>;
        if (uri === undefined || title === undefined || mentionsOf === undefined) {
          return lens;
        }
        const places = lenses.mentionsOf(session(uri).snapshot(), mentionsOf);
        return { ...lens, command: commandTo(places, title, uri, lens.range.start, context) };
      }),
    );
    if (client.workspace?.codeLens?.refreshSupport) {
      refreshWith(context, () => connection.sendRequest(lsp.CodeLensRefreshRequest.type));
    }
  },
};

function toLens({ title, opens }: Lens, uri: string, range: lsp.Range, context: FeatureContext): lsp.CodeLens {
  return 'mentionsOf' in opens
    ? { range, data: { uri, title, mentionsOf: opens.mentionsOf } satisfies LensData }
    : { range, command: commandTo(opens, title, uri, range.start, context) };
}

/** The client's own command where it has one, else one that asks the server to have them shown. */
function commandTo(
  places: readonly Place[],
  title: string,
  uri: string,
  position: lsp.Position,
  { session, clientCommands }: FeatureContext,
): lsp.Command {
  const here = session(uri);
  const locations = places.flatMap((place) => {
    const lines = here.lines(place.uri);
    return lines ? [{ uri: place.uri, range: toRange(lines, place.span) }] : [];
  });
  const command = clientCommands.has(ClientCommand.showPlaces) ? ClientCommand.showPlaces : ServerCommand.showPlaces;
  return { title, command, arguments: [{ uri, position, locations } satisfies ShowPlacesArguments] };
}
