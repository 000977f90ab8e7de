import assert from 'node:assert/strict';
import { type FileKind, recogniseFile } from '../../server/src/parse/recognise';

const REPORT = 'roadmap: harbours-2030\nentries:\n  - action: "4"\n';
const FRONT = '---\nroadmap: harbours-2030\n---\n\n# Boats\n';

describe('recogniseFile', () => {
  const files: readonly (readonly [string, string, FileKind, string])[] = [
    ['/a/june.report.md', '', 'markdown-report', 'by its name'],
    ['/a/june.report.markdown', '', 'markdown-report', 'by its name'],
    ['/a/JUNE.REPORT.MD', '', 'markdown-report', 'by its name, whatever its case'],
    ['/a/june.report.yaml', '', 'yaml-report', 'by its name'],
    ['/a/june.report.yml', 'roadmap: x\nactions: []\n', 'yaml-report', 'by its name'],
    ['C:\\a\\june.report.md', '', 'markdown-report', 'by its name behind a backslash'],
    ['/a/june.md', FRONT, 'markdown-report', 'front matter has roadmap'],
    ['/a/june.md', FRONT.replace(/\n/g, '\r\n'), 'markdown-report', 'front matter with Windows line ends'],
    ['/a/june.md', `\uFEFF${FRONT}`, 'markdown-report', 'front matter behind a byte order mark'],
    ['/a/june.md', '---\ntitle: x\n"roadmap" : y\n---\n', 'markdown-report', 'the key is in quotes'],
    ['/a/june.md', '---\nroadmap: x\ntitle', 'markdown-report', 'front matter is half written'],
    ['/a/june.md', '---\nroadmap:\n  - x\n---\n', 'markdown-report', 'roadmap is a list'],
    ['/a/june.md', '# Boats\n\nroadmap: x\n', 'none', 'there is no front matter'],
    ['/a/june.md', '---\ntitle: x\n---\nroadmap: x\n', 'none', 'the key is in the body'],
    ['/a/june.md', '---\nx:\n  roadmap: y\n---\n', 'none', 'the key belongs to another one'],
    ['/a/june.md', '---\nroadmaps: x\n---\n', 'none', 'the key is another one'],
    ['/a/june.md', '---\n\nroadmap: x\n', 'none', 'the line of dashes is a rule'],
    ['/a/june.md', '', 'none', 'it is empty'],
    ['/a/june.yaml', REPORT, 'yaml-report', 'it has roadmap and entries'],
    ['/a/june.yaml', `# x\n---\n${REPORT}`, 'yaml-report', 'they stand behind a comment'],
    ['/a/june.yaml', 'entries: []\nroadmap: x\n', 'yaml-report', 'in any order'],
    ['/a/june.yaml', 'roadmap: x\nactions: []\n', 'none', 'entries are missing'],
    ['/a/june.yaml', 'entries: []\n', 'none', 'roadmap is missing'],
    ['/a/june.yaml', 'x:\n  roadmap: y\n  entries: []\n', 'none', 'they are further in'],
    ['/a/june.yaml', 'roadmap:x\nentries:y\n', 'none', 'they are no keys'],
    ['/a/harbours.roadmap.yaml', REPORT, 'roadmap', 'the name says so, whatever the text'],
    ['/a/harbours.roadmap.yml', '', 'roadmap', 'the name says so'],
    ['/a/actors.yaml', '', 'actors', 'the name says so'],
    ['/a/rapporteur.yaml', '', 'project', 'the name says so'],
    ['/a/rapporteur.yml', '', 'project', 'the name says so'],
    ['/a/my-actors.yaml', '', 'none', 'the name is another one'],
    ['/a/june.txt', FRONT, 'none', 'it is no Markdown'],
    ['/a/june.report.txt', FRONT, 'none', 'it is no Markdown'],
    ['/a/report.md', '', 'none', 'the name is another one'],
    ['/a/june.report.md/notes.txt', '', 'none', 'only the folder is called so'],
  ];
  for (const [path, text, expected, why] of files) {
    it(`${path} is ${expected}: ${why}`, () => {
      assert.equal(recogniseFile(path, text), expected);
    });
  }
});
