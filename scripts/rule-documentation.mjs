// The esbuild plugin that leaves out of a bundle what only the pages of rules say: `why` and `examples` of each rule's
// `meta`. The pages themselves, generated from these, ship as files (docs/rules).
import { readFileSync } from 'node:fs';
import ts from 'typescript';

const RULE = /[\\/]server[\\/]src[\\/]rules[\\/][a-z-]+\.ts$/;

/** What stands for the two in a bundle. */
const LEFT_OUT = new Map([
  ['why', "''"],
  ['examples', '[]'],
]);

/** @returns {import('esbuild').Plugin} */
export function withoutRuleDocumentation() {
  return {
    name: 'without-rule-documentation',
    setup(build) {
      build.onLoad({ filter: RULE }, ({ path }) => ({ contents: withoutDocumentation(path), loader: 'ts' }));
    },
  };
}

/**
 * The text of a file of rules without their documentation. Line breaks stay, so that source maps do not move.
 *
 * @param {string} file
 */
function withoutDocumentation(file) {
  const text = readFileSync(file, 'utf8');
  /** @type {{start: number, end: number, by: string}[]} */
  const cuts = [];
  const visit = (/** @type {ts.Node} */ node) => {
    if (isNamed(node, 'meta') && ts.isObjectLiteralExpression(node.initializer)) {
      for (const property of node.initializer.properties) {
        const by = ts.isPropertyAssignment(property) ? LEFT_OUT.get(property.name.getText()) : undefined;
        if (by === undefined || !ts.isPropertyAssignment(property)) continue;
        cuts.push({ start: property.initializer.getStart(), end: property.initializer.end, by });
      }
    } else {
      ts.forEachChild(node, visit);
    }
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true));
  let [result, from] = ['', 0];
  for (const { start, end, by } of cuts) {
    result += text.slice(from, start) + by + text.slice(start, end).replace(/[^\n]+/g, '');
    from = end;
  }
  return result + text.slice(from);
}

/**
 * @param {ts.Node} node
 * @param {string} name
 * @returns {node is ts.PropertyAssignment}
 */
function isNamed(node, name) {
  return ts.isPropertyAssignment(node) && node.name.getText() === name;
}
