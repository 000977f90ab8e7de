/**
 * URIs as keys. Editors and Node escape the same file's URI differently (`file:///c%3A/a%20b.md`), so two URIs are
 * compared by {@link canonicalUri}; what goes back to a client is always the URI as the client wrote it.
 */
export function canonicalUri(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** A URI with this canonical one. */
export function uriOfCanonical(canonical: string): string {
  return encodeURI(canonical).replace(/[?#]/g, encodeURIComponent);
}

/**
 * The canonical URI of a relative reference (`./2023-h2.report.yaml`, `../a.md`) as seen from a file; undefined where
 * the file has no folder, as an unsaved document. An absolute URI or path is kept.
 */
export function resolveReference(base: string, reference: string): string | undefined {
  const [from, to] = [canonicalUri(base), canonicalUri(reference.trim()).replaceAll('\\', '/')];
  if (/^[a-z][a-z\d+.-]+:/i.test(to)) {
    return to;
  }
  const root = /^[a-z][a-z\d+.-]+:\/\/[^/]*/i.exec(from)?.[0];
  if (root === undefined) {
    return undefined;
  }
  const folder = to.startsWith('/') ? [] : from.slice(root.length).split('/').slice(1, -1);
  const parts: string[] = [];
  for (const part of [...folder, ...to.split('/')]) {
    if (part === '..') {
      parts.pop();
    } else if (part !== '.' && part !== '') {
      parts.push(part);
    }
  }
  return `${root}/${parts.join('/')}`;
}

/**
 * How one file names another, both by canonical URI: with a URI or a path from the root where it did so `before`, else
 * with a relative path, which begins with `./` where that did. {@link resolveReference} leads back.
 */
export function referenceTo(target: string, home: string, before: string): string {
  const root = /^[a-z][a-z\d+.-]+:\/\/[^/]*/i.exec(home)?.[0] ?? '';
  const escaped = (path: string) => path.replace(/%/g, '%25');
  if (/^[a-z][a-z\d+.-]+:/i.test(before) || !target.startsWith(`${root}/`)) {
    return escaped(target);
  }
  if (before.startsWith('/')) {
    return escaped(target.slice(root.length));
  }
  const [from, to] = [home, target].map((uri) => uri.slice(root.length + 1).split('/'));
  const folder = (from ?? []).slice(0, -1);
  const path = to ?? [];
  let shared = 0;
  while (shared < folder.length && shared < path.length - 1 && folder[shared] === path[shared]) {
    shared++;
  }
  const up = '../'.repeat(folder.length - shared);
  const isDotted = up === '' && before.startsWith('.');
  return escaped(`${isDotted ? './' : up}${path.slice(shared).join('/')}`);
}

/** The last part of a URI's path, unescaped. */
export function fileName(uri: string): string {
  const path = canonicalUri(uri).replace(/[?#].*$/, '');
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The path of a file below a folder, with `/`; undefined where it is not below. Both are URIs. */
export function relativePath(folder: string, uri: string): string | undefined {
  const prefix = `${canonicalUri(folder).replace(/\/+$/, '')}/`;
  const file = canonicalUri(uri);
  return file.startsWith(prefix) ? file.slice(prefix.length) : undefined;
}
