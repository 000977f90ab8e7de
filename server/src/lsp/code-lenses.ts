import * as lsp from 'vscode-languageserver';
import { type Lens, Lenses } from '../features/lenses';
import { isDocument } from '../parse/recognise';
import { canonicalUri } from '../project/uri';
import { ClientCommand } from './client-commands';
import { toRange } from './convert';
import type { FeatureContext, ServerFeature } from './feature';
import { ServerCommand, type ShowPlacesArguments } from './protocol';
import { refreshAsReportsAreRead, refreshWith } from './refresh';

/** What is said above entries and actions, of reports that nobody has open as far as they are read by now. */
export const codeLenses: ServerFeature = {
  capabilities: () => ({ codeLensProvider: {} }),
  register: (context) => {
    const { connection, session, places, answer, client } = context;
    const lenses = new Lenses();
    let isShown = false;
    connection.onCodeLens(({ textDocument: { uri } }, token) =>
      answer(token, () => {
        const here = session(uri);
        const [lines, now] = [here.lines(uri), here.snapshot()];
        if (!lines || now.roleOf(uri) === undefined) {
          return null;
        }
        isShown = true;
        const elsewhere = places.of(uri).statements.of(now);
        return lenses.of(now, uri, elsewhere).map((lens) => toLens(lens, uri, toRange(lines, lens.span), context));
      }),
    );
    if (client.workspace?.codeLens?.refreshSupport) {
      const refresh = () => connection.sendRequest(lsp.CodeLensRefreshRequest.type);
      refreshWith(context, refresh);
      refreshAsReportsAreRead(context, () => isShown, refresh);
    }
  },
};

/** It runs the client's own command where it has one, else one that asks the server to have the places shown. */
function toLens(
  { title, opens }: Lens,
  uri: string,
  range: lsp.Range,
  { session, clientCommands }: FeatureContext,
): lsp.CodeLens {
  const here = session(uri);
  const command = clientCommands.has(ClientCommand.showPlaces) ? ClientCommand.showPlaces : ServerCommand.showPlaces;
  const position = range.start;
  if ('mentionsOf' in opens) {
    const { mentionsOf } = opens;
    return {
      range,
      command: { title, command, arguments: [{ uri, position, mentionsOf } satisfies ShowPlacesArguments] },
    };
  }
  const all = opens.flatMap((place): lsp.Location[] => {
    if ('range' in place) {
      return [place];
    }
    const lines = here.lines(place.uri);
    return lines ? [{ uri: place.uri, range: toRange(lines, place.span) }] : [];
  });
  // All places in a document are one.
  const isFirst = (location: lsp.Location) => all.find((one) => one.uri === location.uri) === location;
  const locations = all.filter((location) => !isDocument(canonicalUri(location.uri)) || isFirst(location));
  return {
    range,
    command: { title, command, arguments: [{ uri, position, locations } satisfies ShowPlacesArguments] },
  };
}
