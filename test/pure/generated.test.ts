import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ClientCapabilities, ServerCapabilities } from 'vscode-languageserver';
import { featureCapabilities } from '../../server/src/lsp/features';
import { RULES } from '../../server/src/rules';
import { rulePageText, ruleSettingsSchema, ruleTable } from '../../server/src/rules/documentation';
import { REQUEST_CHECKS, REQUESTS_ELSEWHERE, requestTable } from '../editor/requests';

const PAGES = path.join('docs', 'rules');
const HOW = 'run `node scripts/generate.mjs`';

describe('what is generated from the tests', () => {
  it('the README’s table of requests is up to date', () => {
    assert.equal(tableOf('requests'), requestTable(), HOW);
  });

  it('every request that the server answers is in it, and no other', () => {
    const asked = [...REQUEST_CHECKS, ...REQUESTS_ELSEWHERE].map(({ method }) => method);
    assert.deepEqual([...asked].sort(), requestsOf(featureCapabilities(EVERYTHING)).sort());
  });

  it('every test that it names is there', () => {
    for (const { test, method } of REQUESTS_ELSEWHERE) assert.ok(existsSync(test), method);
  });
});

/** A client that takes everything that depends on it. */
const EVERYTHING: ClientCapabilities = {
  textDocument: {
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
    completion: { completionItem: { resolveSupport: { properties: ['documentation'] } } },
    rename: { prepareSupport: true },
  },
  workspace: { fileOperations: { willRename: true } },
};

/** The requests that a server promises to answer (LSP 3.17), with those that do not depend on a feature. */
function requestsOf(capabilities: ServerCapabilities): string[] {
  const simple: Readonly<Partial<Record<keyof ServerCapabilities, string>>> = {
    hoverProvider: 'hover',
    definitionProvider: 'definition',
    typeDefinitionProvider: 'typeDefinition',
    referencesProvider: 'references',
    documentHighlightProvider: 'documentHighlight',
    linkedEditingRangeProvider: 'linkedEditingRange',
    documentSymbolProvider: 'documentSymbol',
    foldingRangeProvider: 'foldingRange',
    selectionRangeProvider: 'selectionRange',
    documentLinkProvider: 'documentLink',
    inlayHintProvider: 'inlayHint',
    documentFormattingProvider: 'formatting',
    documentRangeFormattingProvider: 'rangeFormatting',
    documentOnTypeFormattingProvider: 'onTypeFormatting',
  };
  const resolved: Readonly<Partial<Record<keyof ServerCapabilities, readonly string[]>>> = {
    completionProvider: ['textDocument/completion', 'completionItem/resolve'],
    codeActionProvider: ['textDocument/codeAction', 'codeAction/resolve'],
    codeLensProvider: ['textDocument/codeLens'],
    renameProvider: ['textDocument/rename', 'textDocument/prepareRename'],
    semanticTokensProvider: ['full', 'full/delta', 'range'].map((part) => `textDocument/semanticTokens/${part}`),
    workspaceSymbolProvider: ['workspace/symbol'],
    workspace: ['workspace/willRenameFiles'],
  };
  const always = ['textDocument/diagnostic', 'workspace/diagnostic', 'workspace/executeCommand'];
  const promised = Object.keys(capabilities) as (keyof ServerCapabilities)[];
  return [
    ...always,
    ...promised.flatMap((key) => {
      const [one, several] = [simple[key], resolved[key]];
      assert.ok(one ?? several, `the test knows nothing of ${key}`);
      return several ?? [`textDocument/${one}`];
    }),
  ];
}

function tableOf(name: string): string | undefined {
  const readme = readFileSync('README.md', 'utf8');
  return new RegExp(`<!-- ${name} -->\\n([\\s\\S]*?)\\n<!-- /${name} -->`).exec(readme)?.[1];
}

describe('what is generated from the rules', () => {
  for (const { meta } of RULES) {
    it(`the page of ${meta.code} is up to date`, () => {
      const file = path.join(PAGES, `${meta.code}.md`);
      assert.ok(existsSync(file), HOW);
      assert.equal(readFileSync(file, 'utf8'), rulePageText(meta), HOW);
    });
  }

  it('there are no pages of rules that are gone', () => {
    const wanted = RULES.map(({ meta }) => `${meta.code}.md`).sort();
    assert.deepEqual(readdirSync(PAGES).sort(), wanted, HOW);
  });

  it('the table in the README is up to date', () => {
    assert.equal(tableOf('rules'), ruleTable(), HOW);
  });

  it('the setting of the extension lists every rule', () => {
    const configuration = readJson('package.json', ['contributes', 'configuration', 'properties', 'rapporteur.rules']);
    assert.deepEqual(configuration.properties, ruleSettingsSchema(), HOW);
  });

  it('the schema of the project file lists every rule', () => {
    const rules = readJson(path.join('schemas', 'rapporteur-project.schema.json'), ['properties', 'rules']);
    assert.deepEqual(rules.properties, ruleSettingsSchema(), HOW);
  });
});

interface JsonObject {
  readonly [key: string]: unknown;
}

/** The object at a place of a JSON file. */
function readJson(file: string, place: readonly string[]): JsonObject {
  let value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  for (const key of place) {
    assert.ok(isObject(value) && key in value, `${file} has no ${place.join(' › ')}`);
    value = value[key];
  }
  assert.ok(isObject(value));
  return value;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null;
}
