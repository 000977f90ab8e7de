// What a person sees on the page of VS Code, read from its elements. These functions are sent to the page, so they use
// nothing from outside themselves.

/** A row of the Problems view. Lines and columns count from 1, as shown. */
export interface Problem {
  readonly file: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly code: string;
  readonly line: number;
  readonly column: number;
}

/** A wavy line in the editor, with the text that it stands under. Lines count from 1. */
export interface Squiggle {
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly line: number;
  readonly text: string;
}

/** Runs in the page. A wavy line is a box without text; the letters whose middle it covers are those it stands under. */
export function readSquiggles(editor: PageElement): Squiggle[] {
  const boxOf = (element: PageElement) => element.getBoundingClientRect();
  const atHeight = (selector: string, top: number) =>
    [...editor.querySelectorAll(selector)].find((element) => Math.abs(boxOf(element).top - top) < 2);
  const textUnder = (line: PageElement | undefined, box: Box) => {
    if (!line) return '';
    let text = '';
    const nodes = line.ownerDocument.createTreeWalker(line, 4);
    const range = line.ownerDocument.createRange();
    while (nodes.nextNode()) {
      const node = nodes.currentNode;
      for (let index = 0; index < (node.nodeValue ?? '').length; index++) {
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const letter = range.getBoundingClientRect();
        const middle = (letter.left + letter.right) / 2;
        if (middle > box.left && middle < box.right) text += node.nodeValue?.[index] ?? '';
      }
    }
    return text.replaceAll('\u00a0', ' ');
  };
  return [...editor.querySelectorAll('.cdr[class*="squiggly-"]')]
    .map((element) => ({ box: boxOf(element), severity: /squiggly-(\w+)/.exec(element.className)?.[1] }))
    .sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left)
    .map(({ box, severity }) => ({
      severity: severity as Squiggle['severity'],
      line: Number(atHeight('.line-numbers', box.top)?.textContent),
      text: textUnder(atHeight('.view-line', box.top), box),
    }));
}

/** A point of the page, in its pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Runs in the page. The middle of the first place in the editor with this text; undefined where it is not in sight. */
export function readPlaceOfText(editor: PageElement, text: string): Place | undefined {
  const lines = [...editor.querySelectorAll('.view-line')].sort(
    (a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top,
  );
  for (const line of lines) {
    const start = (line.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(text);
    if (start < 0) continue;
    const middle = start + Math.floor(text.length / 2);
    const nodes = line.ownerDocument.createTreeWalker(line, 4);
    for (let before = 0; nodes.nextNode(); before += nodes.currentNode.nodeValue?.length ?? 0) {
      const node = nodes.currentNode;
      if (middle - before >= (node.nodeValue ?? '').length) continue;
      const range = line.ownerDocument.createRange();
      range.setStart(node, middle - before);
      range.setEnd(node, middle - before + 1);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { x: (left + right) / 2, y: (top + bottom) / 2 };
    }
  }
  return undefined;
}

/** A row of the Problems view as it stands in the list, which holds no more of them than it shows. */
export interface ProblemRow {
  readonly index: number;
  readonly isLast: boolean;
  /** 1 is a file, 2 a problem in it, 3 a place that has to do with the problem. */
  readonly level: number;
  /** The file's name where the row is a file, else empty. */
  readonly file: string;
  readonly problem: Omit<Problem, 'file'>;
}

/** Runs in the page. Rows without a level are copies that stick to the top while the list scrolls. */
export function readProblemRows(panel: PageElement): ProblemRow[] {
  return [...panel.querySelectorAll('.monaco-list-row[aria-level]')].map((row) => {
    const textOf = (selector: string) => row.querySelector(selector)?.textContent ?? '';
    const [, line, column] = /Ln (\d+), Col (\d+)/.exec(textOf('.marker-line')) ?? [];
    const icon = row.querySelector('.marker-icon')?.className ?? '';
    return {
      index: Number(row.getAttribute('data-index')),
      isLast: row.getAttribute('data-last-element') === 'true',
      level: Number(row.getAttribute('aria-level')),
      file: textOf('.label-name'),
      problem: {
        severity: icon.includes('error') ? 'error' : icon.includes('warning') ? 'warning' : 'info',
        message: [...row.querySelectorAll('.marker-message')].map((part) => part.textContent).join('\n'),
        code: textOf('.marker-code'),
        line: Number(line),
        column: Number(column),
      },
    };
  });
}

/** What is used of the browser's own types, which the rest of the project must not see. */
interface PageElement {
  readonly className: string;
  readonly textContent: string | null;
  readonly ownerDocument: PageDocument;
  getAttribute(name: string): string | null;
  getBoundingClientRect(): Box;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

interface PageDocument {
  /** `whatToShow` 4: text nodes. */
  createTreeWalker(root: PageElement, whatToShow: 4): { nextNode(): unknown; readonly currentNode: TextNode };
  createRange(): {
    setStart(node: TextNode, offset: number): void;
    setEnd(node: TextNode, offset: number): void;
    getBoundingClientRect(): Box;
  };
}

interface TextNode {
  readonly nodeValue: string | null;
}

interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}
