import { BUILT_IN_KINDS } from '../model/draft-kind';
import type { FileRole } from '../model/file-role';
import { frontMatterOf } from './front-matter';

/** What a file is; `none` is a file that is left alone. */
export type FileKind = FileRole | 'none';

/**
 * What a file is, by its name (`*.report.md`, `*.report.yaml`, `*.roadmap.yaml`, `actors.yaml`, `rapporteur.yaml`, with
 * `.markdown` and `.yml` too), else by its text: Markdown is a report where its front matter has `roadmap` or a `kind` of
 * draft, YAML where its top level has one of these and `entries`. Markdown is read no further than its front matter.
 *
 * @param path a path or URI, with `/` or `\`
 * @param kinds ids of the kinds of draft that there are
 */
export function recogniseFile(path: string, text: string, kinds: readonly string[] = BUILT_IN_KINDS): FileKind {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase();
  const extension = /\.(?:(md|markdown)|(ya?ml))$/.exec(name);
  if (!extension) {
    return 'none';
  }
  const isYaml = extension[2] !== undefined;
  const stem = name.slice(0, extension.index);
  if (stem.endsWith('.report')) {
    return isYaml ? 'yaml-report' : 'markdown-report';
  }
  if (!isYaml) {
    const frontMatter = frontMatterOf(text);
    const inside = frontMatter && text.slice(frontMatter.inside.start, frontMatter.inside.end);
    return inside !== undefined && isHeader(inside, kinds) ? 'markdown-report' : 'none';
  }
  if (stem.endsWith('.roadmap')) {
    return 'roadmap';
  }
  if (stem === 'actors' || stem === 'rapporteur') {
    return stem === 'actors' ? 'actors' : 'project';
  }
  return ENTRIES_KEY.test(text) && isHeader(text, kinds) ? 'yaml-report' : 'none';
}

/**
 * Whether a file is a document by its name: Word or HTML, or of another program's format, which an import can name the
 * reason of. Such a file is never a report itself; its text is not what is in it.
 *
 * @param path a path or URI, unescaped
 */
export function isDocument(path: string): boolean {
  return DOCUMENT_NAME.test(path);
}

const DOCUMENT_NAME = /\.(?:docx|html?|xhtml|doc|odt|rtf|pdf)$/i;

const ROADMAP_KEY = /^\uFEFF?(?:roadmap|"roadmap"|'roadmap')[ \t]*:(?=\s|$)/m;

const ENTRIES_KEY = /^(?:entries|"entries"|'entries')[ \t]*:(?=\s|$)/m;

/** A kind of draft; not the `kind: Deployment` of other people's YAML. */
const KIND_KEY = /^\uFEFF?(?:kind|"kind"|'kind')[ \t]*:[ \t]+(["']?)([^"'#\s][^"'#\r\n]*?)\1[ \t]*(?:#.*)?$/m;

function isHeader(text: string, kinds: readonly string[]): boolean {
  return ROADMAP_KEY.test(text) || kinds.includes(KIND_KEY.exec(text)?.[2] ?? '');
}
