import type { FileRole } from '../model/file-role';
import { frontMatterOf } from './front-matter';

/** What a file is; `none` is a file that is left alone. */
export type FileKind = FileRole | 'none';

/**
 * What a file is, by its name (`*.report.md`, `*.report.yaml`, `*.roadmap.yaml`, `actors.yaml`, `rapporteur.yaml`, with
 * `.markdown` and `.yml` too), else by its text: Markdown is a report where its front matter has `roadmap`, YAML where
 * its top level has `roadmap` and `entries`. Markdown is read no further than its front matter.
 *
 * @param path a path or URI, with `/` or `\`
 */
export function recogniseFile(path: string, text: string): FileKind {
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
    return inside !== undefined && ROADMAP_KEY.test(inside) ? 'markdown-report' : 'none';
  }
  if (stem.endsWith('.roadmap')) {
    return 'roadmap';
  }
  if (stem === 'actors' || stem === 'rapporteur') {
    return stem === 'actors' ? 'actors' : 'project';
  }
  return ROADMAP_KEY.test(text) && ENTRIES_KEY.test(text) ? 'yaml-report' : 'none';
}

const ROADMAP_KEY = /^\uFEFF?(?:roadmap|"roadmap"|'roadmap')[ \t]*:(?=\s|$)/m;

const ENTRIES_KEY = /^(?:entries|"entries"|'entries')[ \t]*:(?=\s|$)/m;
