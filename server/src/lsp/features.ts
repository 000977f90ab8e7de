import type * as lsp from 'vscode-languageserver';
import { codeActions } from './code-actions';
import { codeLenses } from './code-lenses';
import { completion } from './completion';
import { definition } from './definition';
import { documentLinks } from './document-links';
import { documentSymbols } from './document-symbols';
import type { FeatureContext, ServerFeature } from './feature';
import { fileMoves } from './file-moves';
import { folding } from './folding';
import { formatting } from './formatting';
import { hover } from './hover';
import { inlayHints } from './inlay-hints';
import { linkedEditing } from './linked-editing';
import { references } from './references';
import { rename } from './rename';
import { selection } from './selection';
import { semanticTokens } from './semantic-tokens';
import { workspaceSymbols } from './workspace-symbols';

/** Everything that an editor can ask for about documents. No two of them say the same thing about themselves. */
const FEATURES: readonly ServerFeature[] = [
  completion,
  hover,
  codeActions,
  definition,
  references,
  rename,
  fileMoves,
  linkedEditing,
  documentSymbols,
  workspaceSymbols,
  folding,
  selection,
  documentLinks,
  codeLenses,
  inlayHints,
  semanticTokens,
  formatting,
];

/** What the server says about its features when it shakes hands with a client. */
export function featureCapabilities(client: lsp.ClientCapabilities): lsp.ServerCapabilities {
  const all: lsp.ServerCapabilities = {};
  for (const feature of FEATURES) {
    Object.assign(all, feature.capabilities(client));
  }
  return all;
}

/** Answers the requests of all features from now on. */
export function registerFeatures(context: FeatureContext): void {
  for (const feature of FEATURES) {
    feature.register(context);
  }
}
