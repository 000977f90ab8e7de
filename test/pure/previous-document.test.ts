import assert from 'node:assert/strict';
import { draftsBy, LARGEST_DOCUMENT, tooManyBytes } from '../../server/src/import/import-task';
import { runImport } from '../../server/src/import/run-import';
import { draftNotes, withDraftNotes } from '../../server/src/parse/draft-notes';
import { draftProblem, filesWithDrafts, placesText } from '../../server/src/project/document-drafts';
import { snapshotOf, uriOf } from '../analyse';
import { HARBOUR_PLAN, LATE_ON_HARBOUR_PLAN } from '../drafts';
import { lateReportAsWord, wordFileOf } from '../word-files';

const makeDraft = draftsBy(runImport, () => '2024-06-03');
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const html = (title: string) =>
  new TextEncoder().encode(
    `<h1>Report</h1><h2>${title}</h2><p>Status: delayed</p><p>Revised deadline: 31 July 2024</p>`,
  );

/** A workspace with a late report that goes on from a document with this text. */
function workspace(name: string, draft: string | undefined, header = '', plan = HARBOUR_PLAN) {
  const report = LATE_ON_HARBOUR_PLAN.replace('---\n## ', `previous: ./${name}\n${header}---\n## `);
  const files = { '/plan.roadmap.yaml': plan, '/now.report.md': report };
  return snapshotOf(draft === undefined ? files : { ...files, [`/${name}`]: draft });
}
const uri = uriOf('/now.report.md');

describe('a document as the previous report', () => {
  it('counts with its statuses, deadlines and next steps, as the draft that an import makes of it', async () => {
    const draft = await makeDraft(await lateReportAsWord(), 'old.docx');
    const snapshot = workspace('old.docx', draft);
    const previous = snapshot.report(uri)?.previous;
    const [section] = previous?.sections.filter(({ actions }) => actions.length > 0) ?? [];
    assert.equal(section?.fields.status?.value?.status, 'delayed');
    assert.deepEqual(
      section?.fields.next?.value?.map((step) => step.text),
      ['The Commission will buy lamps by March 2024.', 'The Commission will test them by April 2024.'],
    );
    const codes = snapshot.findings(uri).map(({ code }) => code);
    assert.deepEqual(codes, ['deadline-due-soon']);
    const asReport = workspace('old.report.md', draft.replace('"[insert roadmap]"', 'harbour-plan'));
    assert.deepEqual(
      snapshot.findings(uri).map(({ message }) => message),
      asReport.findings(uri).map(({ message }) => message),
    );
  });

  it('is itself no report, and its text no place', async () => {
    const snapshot = workspace('old.HTML', await makeDraft(html('Light the docks'), 'old.HTML'));
    const document = uriOf('/old.HTML');
    assert.equal(snapshot.report(document), undefined);
    assert.equal(snapshot.roleOf(document), undefined);
    assert.deepEqual([snapshot.reportUris, snapshot.findings(document)], [[uri], []]);
    assert.ok(!snapshot.uris.includes(document));
    assert.equal(placesText(document, snapshot.text(document)), '');
    assert.equal(placesText(uri, 'a'), 'a');
  });

  it('is about the actions that its headings name in other words, where that is plain', async () => {
    const plan = `${HARBOUR_PLAN}  - action: "2"
    title: Training programme for customs officers in container inspection
    actors: [commission]
`;
    const actionsOf = async (title: string) => {
      const snapshot = workspace('old.html', await makeDraft(html(title), 'old.html'), '', plan);
      const sections = snapshot.report(uri)?.previous?.sections ?? [];
      return sections.flatMap(({ actions }) => actions.map(({ action }) => action));
    };
    assert.deepEqual(await actionsOf('Customs officers trained in the inspection of containers'), ['2']);
    assert.deepEqual(await actionsOf('Other business'), []);
    assert.deepEqual(await actionsOf('Measure 2: Customs officers trained in the inspection of containers'), ['2']);
  });

  it('is none as long as it is imported, and says why it cannot be', () => {
    const problems = (draft: string | undefined) =>
      workspace('old.docx', draft)
        .findings(uri)
        .filter(({ code }) => code === 'previous-broken')
        .map(({ message }) => message);
    assert.deepEqual(problems(''), []);
    assert.deepEqual(problems('The file is empty.'), [
      '“./old.docx” could not be imported, so nothing is known of what the previous report said. The file is empty.',
    ]);
    assert.match(problems(undefined)[0] ?? '', /^There is no file “\.\/old\.docx”/);
    assert.equal(workspace('old.docx', '').report(uri)?.previous, undefined);
  });

  it('says what of it was not read, and counts all the same', async () => {
    const word = await wordFileOf('<w:p><w:r><w:t>Status: delayed</w:t></w:r></w:p><w:altChunk/>');
    const draft = await makeDraft(word, 'old.docx');
    const snapshot = workspace('old.docx', draft);
    const [finding] = snapshot.findings(uri).filter(({ code }) => code === 'previous-broken');
    assert.equal(finding?.severity, 'info');
    assert.equal(
      finding?.message,
      'Not all of “./old.docx” could be read, so look whether anything is missing that counts. ' +
        'In paragraph 2: A document that is embedded here was not read.',
    );
    assert.ok(snapshot.report(uri)?.previous);
    const notes = ['a', 'b\n', '$&', 'd', 'e'];
    const noted = withDraftNotes('---\nroadmap: a\n---\n', notes);
    assert.equal(noted, '---\n# Not read: a b $& There are 2 more such places.\nroadmap: a\n---\n');
    assert.equal(draftNotes(noted), 'a b $& There are 2 more such places.');
    assert.equal(draftNotes('---\nroadmap: a\n---\n'), undefined);
  });

  it('is what a misspelt path may mean', async () => {
    const snapshot = snapshotOf({
      '/plan.roadmap.yaml': HARBOUR_PLAN,
      '/now.report.md': LATE_ON_HARBOUR_PLAN.replace('---\n## ', 'previous: ./2023-h1.docs\n---\n## '),
      '/2023-h1.docx': await makeDraft(html('Light the docks'), 'a.html'),
    });
    const findings = snapshot.findings(uri).filter(({ code }) => code === 'previous-broken');
    const [[fix] = []] = snapshot.fixes(uri, findings);
    assert.deepEqual(
      fix?.edits.map(({ newText }) => newText),
      ['./2023-h1.docx'],
    );
  });

  it('leads to no report before it, so that there is no circle', async () => {
    const source = new TextEncoder().encode('<h1>previous: ./now.report.md</h1><p>---<p>previous: ./now.report.md</p>');
    const snapshot = workspace('old.html', await makeDraft(source, 'old.html'));
    const { chain, previousProblem } = snapshot.report(uri) ?? {};
    assert.deepEqual([chain?.length, previousProblem], [1, undefined]);
  });
});

describe('files with the drafts of documents', () => {
  const source = (contents: Record<string, string>) => {
    const done = { imports: 0, reads: 0 };
    const files = filesWithDrafts(
      {
        find: async () => [],
        size: async (file) => contents[file]?.length,
        read: async (file) => {
          done.reads++;
          return contents[file] === undefined ? undefined : new TextEncoder().encode(contents[file]);
        },
      },
      {
        makeDraft: (bytes, name) => {
          done.imports++;
          return makeDraft(bytes, name);
        },
        tooLarge: (size) => tooManyBytes(size, { largest: 100 }),
      },
    );
    return { done, files, contents };
  };

  it('import each content once', async () => {
    const { done, files, contents } = source({ 'file:///a%20b.html': '<p>a', 'file:///c.md': '<p>a' });
    const read = async () => text(await files.read('file:///a%20b.html'));
    assert.match(await read(), /^---\n[\s\S]*\na\n$/);
    assert.equal(await read(), await read());
    assert.equal(done.imports, 1);
    contents['file:///a%20b.html'] = '<p>b';
    assert.match(await read(), /\nb\n$/);
    assert.equal(done.imports, 2);
    assert.equal(text(await files.read('file:///c.md')), '<p>a');
    assert.equal(await files.read('file:///none.docx'), undefined);
    assert.equal(done.imports, 2);
  });

  it('do not read a document that is too large', async () => {
    const { done, files } = source({ 'file:///a.docx': 'a'.repeat(101) });
    assert.match(draftProblem(text(await files.read('file:///a.docx'))) ?? '', /^The file has 1 MB; up to 1 MB/);
    assert.deepEqual(done, { imports: 0, reads: 0 });
    assert.equal(tooManyBytes(LARGEST_DOCUMENT, {}), undefined);
    assert.notEqual(tooManyBytes(LARGEST_DOCUMENT + 1, {}), undefined);
  });
});
