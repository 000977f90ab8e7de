import { dirname, join, normalize } from 'node:path/posix';
import ts from 'typescript';

/** A file that breaks an invariant of ARCHITECTURE.md, in one line. */
export type Violation = string;

/**
 * Which layers of `server/src/` a layer may import, besides itself. Rules, features and write stand side by side; the
 * texts that fixes and completions insert come from write, which knows neither.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  parse: ['model'],
  rules: ['model', 'parse', 'write'],
  features: ['model', 'parse', 'write'],
  write: ['model', 'parse'],
  import: ['model', 'parse', 'write'],
  project: ['model', 'parse', 'rules', 'write'],
  lsp: ['model', 'parse', 'rules', 'features', 'write', 'project', 'import'],
  node: ['model', 'project', 'lsp', 'cli', 'import'],
  cli: ['model', 'parse', 'rules', 'features', 'write', 'project', 'import'],
};

/** Packages from npm that the engine may use; they run in a browser worker. */
const ENGINE_PACKAGES = [
  'yaml',
  '@lezer/markdown',
  '@lezer/common',
  'fastest-levenshtein',
  'picomatch',
  'mammoth',
  'htmlparser2',
  'jszip',
  'markdown-it',
];

const ENTRY_POINTS = ['node', 'cli', 'web', 'main', 'start-server', 'start-cli', 'start-import'].map(
  (name) => `server/src/${name}.ts`,
);

/** Breaches of the direction of dependencies and of who knows LSP, VS Code and Node. */
export function importViolations(path: string, source: string): readonly Violation[] {
  const layer = layerOf(path);
  return importsOf(path, source).flatMap((name) => {
    const problem = layer === 'client' ? clientProblem(path, name) : serverProblem(path, layer, name);
    return problem === undefined ? [] : [`${path} imports ${name}: ${problem}`];
  });
}

/** Reads of a clock, of chance, of the environment or of the disk outside `node/`, `cli/` and the entry points. */
export function worldViolations(path: string, source: string): readonly Violation[] {
  if (ENTRY_POINTS.includes(path) || layerOf(path) === 'node' || layerOf(path) === 'client') {
    return [];
  }
  const found: Violation[] = [];
  visit(parse(path, source), (node) => {
    const text = node.getText();
    const reads =
      (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments ?? []).length === 0) ||
      (ts.isPropertyAccessExpression(node) && /^(Date\.now|Math\.random|performance\.now)$/.test(text)) ||
      (ts.isIdentifier(node) && /^(process|Buffer|__dirname|__filename|require|localStorage|fetch)$/.test(text)) ||
      (ts.isCallExpression(node) && node.expression.getText() === 'Date');
    if (reads && !(ts.isIdentifier(node) && isName(node))) {
      found.push(`${path} reads the world: ${text}`);
    }
  });
  return found;
}

/** Module-level variables, containers made to be filled, and regular expressions that remember where they were. */
export function stateViolations(path: string, source: string): readonly Violation[] {
  const file = parse(path, source);
  return file.statements.filter(ts.isVariableStatement).flatMap((statement) =>
    statement.declarationList.declarations.flatMap((declaration) => {
      const name = declaration.name.getText();
      const problem = stateProblem(statement, declaration, source);
      return problem === undefined ? [] : [`${path} keeps state in ${name}: ${problem}`];
    }),
  );
}

/** Exported functions and classes without a docstring. */
export function docstringViolations(path: string, source: string): readonly Violation[] {
  return parse(path, source).statements.flatMap((statement) => {
    const isPublic =
      (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) &&
      statement.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword);
    return isPublic && ts.getJSDocCommentsAndTags(statement).length === 0
      ? [`${path} exports ${statement.name?.getText() ?? 'something'} without a docstring`]
      : [];
  });
}

function stateProblem(
  statement: ts.VariableStatement,
  declaration: ts.VariableDeclaration,
  source: string,
): string | undefined {
  if ((statement.declarationList.flags & ts.NodeFlags.Const) === 0) {
    return 'not a constant';
  }
  const value = declaration.initializer;
  const type = declaration.type?.getText() ?? '';
  if (value && ts.isNewExpression(value) && /^(Weak)?(Map|Set)$/.test(value.expression.getText())) {
    return /^Readonly/.test(type) ? undefined : 'a collection that is not read-only';
  }
  const isEmpty =
    value &&
    ((ts.isArrayLiteralExpression(value) && value.elements.length === 0) ||
      (ts.isObjectLiteralExpression(value) && value.properties.length === 0));
  if (isEmpty && !/^(readonly|Readonly)/.test(type)) {
    return 'an empty container';
  }
  if (value && ts.isRegularExpressionLiteral(value) && /[gy][a-z]*$/.test(value.text)) {
    const name = declaration.name.getText();
    return new RegExp(`\\b${name}\\.(exec|test|lastIndex)\\b`).test(source)
      ? 'a regular expression with a memory (g or y) that is executed'
      : undefined;
  }
  return undefined;
}

function serverProblem(path: string, layer: string, name: string): string | undefined {
  if (name.startsWith('.')) {
    const target = normalize(join(dirname(path), name));
    if (target.startsWith('data/')) {
      return layer === 'project' ? undefined : 'built-in data come through project/';
    }
    if (target.startsWith('schemas/')) {
      return layer === 'features' ? undefined : 'what schemas say is told by features/';
    }
    const other = layerOf(target);
    const allowed = layer === 'entry' || other === layer || (MAY_IMPORT[layer] ?? []).includes(other);
    return allowed ? undefined : `${layer} must not know ${other}`;
  }
  if (name === 'vscode' || name.startsWith('vscode-languageclient')) {
    return 'only client/ knows VS Code';
  }
  if (name.startsWith('vscode-languageserver')) {
    return layer === 'lsp' || layer === 'entry' ? undefined : 'only lsp/ knows the protocol';
  }
  if (name.startsWith('node:')) {
    return layer === 'node' || layer === 'cli' || layer === 'entry' ? undefined : 'only node/ and cli/ know Node';
  }
  if (
    layer === 'node' ||
    layer === 'cli' ||
    layer === 'entry' ||
    (layer !== 'model' && ENGINE_PACKAGES.includes(name))
  ) {
    return undefined;
  }
  return 'not a package of the engine';
}

function clientProblem(path: string, name: string): string | undefined {
  if (name.startsWith('.')) {
    const other = layerOf(normalize(join(dirname(path), name)));
    return ['client', 'lsp', 'model', 'parse', 'features'].includes(other)
      ? undefined
      : `client must not know ${other}`;
  }
  if (name.startsWith('node:')) {
    return path === 'client/src/node.ts' ? undefined : 'only the entry point knows Node';
  }
  return name === 'vscode' || name.startsWith('vscode-language') ? undefined : 'not a package of the client';
}

function layerOf(path: string): string {
  if (path.startsWith('client/')) {
    return 'client';
  }
  const [first = '', ...others] = path.replace(/^server\/src\//, '').split('/');
  return others.length > 0 || first in MAY_IMPORT ? first : 'entry';
}

function importsOf(path: string, source: string): readonly string[] {
  const names: string[] = [];
  visit(parse(path, source), (node) => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      names.push((node.moduleSpecifier as ts.StringLiteral).text);
    } else if (
      ts.isCallExpression(node) &&
      (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === 'require') &&
      node.arguments[0] &&
      ts.isStringLiteral(node.arguments[0])
    ) {
      names.push(node.arguments[0].text);
    }
  });
  return names;
}

/** Whether an identifier is a name of something else: a property, a parameter, a key. */
function isName(node: ts.Identifier): boolean {
  const parent = node.parent;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isParameter(parent)
  );
}

function parse(path: string, source: string): ts.SourceFile {
  return ts.createSourceFile(path, source, ts.ScriptTarget.ES2022, true);
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  node.forEachChild((child) => visit(child, see));
}
