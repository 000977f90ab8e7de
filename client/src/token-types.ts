import type { StaticFeature } from 'vscode-languageclient';
import { TOKEN_TYPES } from '../../server/src/lsp/protocol';

/** Tells the server that the types of tokens which package.json contributes are known here. */
export function tokenTypes(): StaticFeature {
  return {
    fillClientCapabilities: ({ textDocument }) => {
      textDocument?.semanticTokens?.tokenTypes.push(...TOKEN_TYPES);
    },
    initialize: () => {},
    getState: () => ({ kind: 'static' }),
    clear: () => {},
  };
}
