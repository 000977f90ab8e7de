import type * as lsp from 'vscode-languageserver';
import { codeActions } from './code-actions';
import { completion } from './completion';
import type { FeatureContext, ServerFeature } from './feature';
import { formatting } from './formatting';
import { hover } from './hover';
import { semanticTokens } from './semantic-tokens';

/** Everything that an editor can ask for about documents. No two of them say the same thing about themselves. */
const FEATURES: readonly ServerFeature[] = [completion, hover, codeActions, formatting, semanticTokens];

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
