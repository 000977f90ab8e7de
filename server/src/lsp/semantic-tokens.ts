import * as lsp from 'vscode-languageserver';
import {
  definitionTokens,
  TokenFinder,
  type TokenGroup,
  type TokenModifier,
  type TokenType,
} from '../features/semantic-tokens';
import type { Span } from '../model/span';
import { canonicalUri } from '../project/uri';
import type { FeatureContext, ServerFeature } from './feature';

/** Actions, actors, deadlines and the like in the text, for an editor to colour. */
export const semanticTokens: ServerFeature = {
  capabilities: (client) => ({
    semanticTokensProvider: { legend: legendOf(client), full: { delta: true }, range: true },
  }),
  register: (context) => {
    const { connection, answer, documents } = context;
    const answers = new TokenAnswers(context);
    documents.onDidClose(({ document: { uri } }) => answers.forget(uri));
    connection.onRequest(lsp.SemanticTokensRequest.type, ({ textDocument: { uri } }, token) =>
      answer(token, () => answers.full(uri)),
    );
    connection.onRequest(lsp.SemanticTokensDeltaRequest.type, ({ textDocument: { uri }, previousResultId }, token) =>
      answer(token, () => answers.delta(uri, previousResultId)),
    );
    connection.onRequest(lsp.SemanticTokensRangeRequest.type, ({ textDocument: { uri }, range }, token) =>
      answer(token, () => answers.range(uri, range)),
    );
    if (context.client.workspace?.semanticTokens?.refreshSupport) {
      context.onChangedElsewhere(() => connection.languages.semanticTokens.refresh());
    }
  },
};

/** Our names of types, in the order of the legend, and the standard type that is shown where a client has no idea of ours. */
const TYPES: readonly (readonly [own: TokenType, standard: lsp.SemanticTokenTypes])[] = [
  ['action', lsp.SemanticTokenTypes.function],
  ['deliverable', lsp.SemanticTokenTypes.method],
  ['actor', lsp.SemanticTokenTypes.class],
  ['date', lsp.SemanticTokenTypes.number],
  ['status', lsp.SemanticTokenTypes.enumMember],
  ['citation', lsp.SemanticTokenTypes.string],
  ['label', lsp.SemanticTokenTypes.property],
  ['roadmap', lsp.SemanticTokenTypes.namespace],
];

const TYPE_INDEXES: ReadonlyMap<TokenType, number> = new Map(TYPES.map(([own], index) => [own, index]));

const MODIFIERS: readonly TokenModifier[] = ['overdue', 'dueSoon'];

/** A type that the client says that it knows has our own name, so that a theme can tell it from others. */
function legendOf({ textDocument }: lsp.ClientCapabilities): lsp.SemanticTokensLegend {
  const known = new Set(textDocument?.semanticTokens?.tokenTypes);
  return {
    tokenTypes: TYPES.map(([own, standard]) => (known.has(own) ? own : standard)),
    tokenModifiers: [...MODIFIERS],
  };
}

/** What was last sent of a document. */
interface SentTokens {
  readonly resultId: string;
  readonly data: readonly number[];
}

class TokenAnswers {
  private readonly finder = new TokenFinder();
  private readonly sent = new Map<string, SentTokens>();
  private count = 0;

  constructor(private readonly context: Pick<FeatureContext, 'session'>) {}

  full(uri: string): lsp.SemanticTokens | null {
    const data = this.find(uri);
    return data && { resultId: this.keep(uri, data), data };
  }

  /** What is other than in the answer before; everything where that is not known. */
  delta(uri: string, previousResultId: string): lsp.SemanticTokens | lsp.SemanticTokensDelta | null {
    const before = this.sent.get(canonicalUri(uri));
    const data = this.find(uri);
    if (!data || before?.resultId !== previousResultId) {
      return data && { resultId: this.keep(uri, data), data };
    }
    const edit = changed(before.data, data);
    return edit ? { resultId: this.keep(uri, data), edits: [edit] } : { resultId: previousResultId, edits: [] };
  }

  range(uri: string, range: lsp.Range): lsp.SemanticTokens | null {
    const data = this.find(uri, range);
    return data && { data };
  }

  forget(uri: string): void {
    this.sent.delete(canonicalUri(uri));
  }

  private keep(uri: string, data: readonly number[]): string {
    const resultId = String(++this.count);
    this.sent.set(canonicalUri(uri), { resultId, data });
    return resultId;
  }

  /** The tokens of a file as the protocol writes them; null for a file that is none of ours. */
  private find(uri: string, range?: lsp.Range): number[] | null {
    const session = this.context.session(uri);
    const now = session.snapshot();
    const [lines, role, text] = [session.lines(uri), now.roleOf(uri), now.text(uri)];
    if (!lines || text === undefined) {
      return null;
    }
    if (role === 'roadmap' || role === 'actors') {
      return encoded([definitionTokens(text, lines)], range);
    }
    const span: Span | undefined = range && { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
    const groups = this.finder.ofReport(now, uri, lines, span);
    return groups ? encoded(groups, range) : null;
  }
}

/** Five numbers for each token, its place counting from the token before (LSP 3.17, SemanticTokens). */
function encoded(groups: readonly TokenGroup[], range: lsp.Range | undefined): number[] {
  const data: number[] = [];
  let [lastLine, lastCharacter] = [0, 0];
  for (const { start, tokens } of groups) {
    for (const token of tokens) {
      const line = start.line + token.line;
      const character = token.character + (token.line === 0 ? start.character : 0);
      if (range && (line < range.start.line || line > range.end.line)) {
        continue;
      }
      const modifiers = token.modifier === undefined ? 0 : 1 << MODIFIERS.indexOf(token.modifier);
      const type = TYPE_INDEXES.get(token.type) ?? 0;
      data.push(
        line - lastLine,
        line === lastLine ? character - lastCharacter : character,
        token.length,
        type,
        modifiers,
      );
      [lastLine, lastCharacter] = [line, character];
    }
  }
  return data;
}

/** The one stretch in which two answers differ, in whole tokens; undefined where they are the same. */
function changed(before: readonly number[], after: readonly number[]): lsp.SemanticTokensEdit | undefined {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) {
    head++;
  }
  if (head === before.length && head === after.length) {
    return undefined;
  }
  head -= head % NUMBERS_OF_TOKEN;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) {
    tail++;
  }
  tail -= tail % NUMBERS_OF_TOKEN;
  return { start: head, deleteCount: before.length - head - tail, data: after.slice(head, after.length - tail) };
}

const NUMBERS_OF_TOKEN = 5;
