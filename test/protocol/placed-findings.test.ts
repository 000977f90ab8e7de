import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DiagnosticWriter } from '../../server/src/lsp/diagnostic-writer';
import { Session } from '../../server/src/lsp/session';
import { BUILT_IN_ROOT, builtInFiles } from '../../server/src/project/built-in';
import { changeOf, generator, randomEdit } from '../random-edits';

const EDITS = 200;

describe('findings that an edit moved', () => {
  for (const path of globSync(['data/examples/**/*.report.{md,yaml}']).sort()) {
    it(`${path}: stand where those of a text without earlier findings do, after each of ${EDITS} edits`, function () {
      this.timeout(120_000);
      const random = generator(path.length * 15485863);
      const files = { find: async () => [], read: async () => undefined };
      const session = new Session(files, () => '2024-07-01', undefined, builtInFiles(BUILT_IN_ROOT));
      const uri = `file:///${path}`;
      const text = readFileSync(path, 'utf8');
      const document = TextDocument.create(uri, 'any', 1, text);
      session.opened(document);
      const known = new DiagnosticWriter((code) => code);
      const written = (writer: DiagnosticWriter) => writer.of(uri, session.snapshot(), (other) => session.lines(other));
      let found = 0;
      for (let version = 2; version < EDITS + 2; version++) {
        const edit = randomEdit(document.getText(), random, text.length);
        const range = { start: document.positionAt(edit.start), end: document.positionAt(edit.end) };
        // Positions know no place between CR and LF.
        const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
        TextDocument.update(document, [{ range, text: edit.insert }], version);
        session.changed(document, changeOf([{ start, end, insert: edit.insert }]));
        const [again, anew] = [written(known), written(new DiagnosticWriter((code) => code))];
        assert.deepEqual(again.items(), anew.items(), JSON.stringify(edit));
        assert.deepEqual([again.resultId, again.count], [anew.resultId, anew.count]);
        found += again.count;
      }
      assert.ok(found > EDITS);
    });
  }
});
