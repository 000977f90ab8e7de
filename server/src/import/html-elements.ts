import type { NumberKind } from './list-marker';
import type { Look } from './runs';

/** Attributes of an element, by their names in lower case. */
export type Attributes = Readonly<Record<string, string>>;

/** Elements without any text of the document. */
export const SKIPPED: ReadonlySet<string> = new Set([
  ...['script', 'style', 'title', 'template', 'nav', 'svg', 'math', 'iframe', 'object', 'audio', 'video', 'canvas'],
  ...['select', 'textarea', 'button', 'map', 'noscript', 'xml'],
]);

/** Elements that begin a line of their own and end it. */
export const BLOCKS: ReadonlySet<string> = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'div', 'dl', 'dt'],
  ...['fieldset', 'figcaption', 'figure', 'footer', 'form', 'header', 'hgroup', 'hr', 'html', 'legend', 'main', 'p'],
  ...['pre', 'section', 'summary'],
]);

/** How text in an element looks, given how it looks around it. */
export function lookIn(name: string, attributes: Attributes, around: Look): Look {
  const { class: classes, style } = attributes;
  const href = name === 'a' ? attributes.href?.trim() : undefined;
  return merged(around, {
    ...LOOKS[name],
    ...(classes === undefined ? {} : lookOfClass(classes)),
    ...(style === undefined ? {} : lookOfStyle(style)),
    ...(href ? { href } : {}),
  });
}

/** Whether an element is hidden by its own attributes, or a page's header or footer, as LibreOffice writes them. */
export function isHidden(name: string, { hidden, style, title }: Attributes): boolean {
  const isMargin = name === 'div' && (title === 'header' || title === 'footer');
  return hidden !== undefined || isMargin || (style !== undefined && /(?:^|;)\s*display\s*:\s*none/i.test(style));
}

/** The level of a heading; undefined where an element is none. Classes as Word and EUR-Lex write them count. */
export function headingLevel(name: string, attributes: Attributes): number | undefined {
  const level = /^h([1-6])$/.exec(name)?.[1] ?? (attributes.role === 'heading' ? attributes['aria-level'] : undefined);
  const ofClass = name === 'p' || name === 'div' ? headingLevelOfClass(attributes.class) : undefined;
  const number = Number(level ?? ofClass);
  return Number.isInteger(number) && number >= 1 && number <= 9 ? number : undefined;
}

/** How an ordered list counts. */
export function numberKind({ type, style }: Attributes): NumberKind {
  const ofStyle = /(?:^|;)\s*list-style(?:-type)?\s*:[^;]*\b(lower|upper)-(alpha|latin|roman)\b/i.exec(style ?? '');
  if (ofStyle) {
    const lower = ofStyle[2]?.toLowerCase() === 'roman' ? 'i' : 'a';
    return ofStyle[1]?.toLowerCase() === 'lower' ? lower : lower === 'i' ? 'I' : 'A';
  }
  return type === 'a' || type === 'A' || type === 'i' || type === 'I' ? type : '1';
}

/** The level of a list, from 0, that a paragraph is an item of; undefined where it is none. */
export function itemDepth({ style, class: classes }: Attributes): number | undefined {
  // Word writes items as paragraphs and tells their level in a property of its own.
  const level = /(?:^|;)\s*mso-list\s*:\s*(?!skip|none|Ignore)[^;]*\blevel(\d)/i.exec(style ?? '')?.[1];
  if (level !== undefined) {
    return Math.max(0, Number(level) - 1);
  }
  // EUR-Lex gives paragraphs with a number the class "li".
  return hasClass(classes, /^li$/) ? Number(/Point(\d)/.exec(classes ?? '')?.[1] ?? 0) : undefined;
}

/**
 * The level of a list, from 0, that a paragraph may be an item of whose number or bullet is text: Word writes such as
 * "filtered" HTML, with the level as nothing but a margin. Undefined where it is none.
 */
export function typedItemDepth({ style, class: classes }: Attributes): number | undefined {
  if (!hasClass(classes, /^MsoList(?:Paragraph|Bullet|Number)\d?(?:CxSp(?:First|Middle|Last))?$/)) {
    return undefined;
  }
  const [, size, unit] = /(?:^|;)\s*margin-left\s*:\s*([\d.]{1,9})(pt|cm|in)/i.exec(style ?? '') ?? [];
  const points = Number(size ?? 0) * (POINTS[unit?.toLowerCase() ?? ''] ?? 1);
  return Math.min(8, Math.max(0, Math.round(points / POINTS_OF_LEVEL) - 1));
}

const POINTS: Readonly<Record<string, number>> = { pt: 1, cm: 28.35, in: 72 };
const POINTS_OF_LEVEL = 36;

/** Whether an element holds the number or bullet of the paragraph that it is in. */
export function isMarker({ style, class: classes }: Attributes): boolean {
  return /mso-list\s*:\s*Ignore/i.test(style ?? '') || hasClass(classes, /^num$/);
}

/** A whole number of an attribute between bounds; `otherwise` where it is none. */
export function numberOf(text: string | undefined, least: number, most: number, otherwise: number): number {
  const number = text === undefined ? Number.NaN : Number.parseInt(text, 10);
  return Number.isNaN(number) ? otherwise : Math.min(most, Math.max(least, number));
}

/** What an element changes; `false` takes a look away. */
interface Changes {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly struck?: boolean;
  readonly href?: string;
}

const LOOKS: Readonly<Record<string, Changes>> = {
  b: { bold: true },
  strong: { bold: true },
  i: { italic: true },
  em: { italic: true },
  cite: { italic: true },
  s: { struck: true },
  strike: { struck: true },
  del: { struck: true },
};

function lookOfClass(classes: string): Changes {
  return {
    ...(hasClass(classes, /^(?:oj-)?bold$/i) ? { bold: true } : {}),
    ...(hasClass(classes, /^(?:oj-)?italics?$/i) ? { italic: true } : {}),
    ...(hasClass(classes, /^(?:strike|strikethrough|line-through|MsoDel)$/i) ? { struck: true } : {}),
  };
}

function lookOfStyle(style: string): Changes {
  const weight = /(?:^|;)\s*font-weight\s*:\s*([\w-]+)/i.exec(style)?.[1]?.toLowerCase();
  const slant = /(?:^|;)\s*font-style\s*:\s*([\w-]+)/i.exec(style)?.[1]?.toLowerCase();
  const line = /(?:^|;)\s*text-decoration(?:-line)?\s*:\s*([^;]+)/i.exec(style)?.[1];
  return {
    ...(weight === undefined ? {} : { bold: /^(?:bold|bolder|[6-9]00)$/.test(weight) }),
    ...(slant === undefined ? {} : { italic: /^(?:italic|oblique)$/.test(slant) }),
    ...(line !== undefined && /line-through/i.test(line) ? { struck: true } : {}),
  };
}

function merged(around: Look, changes: Changes): Look {
  if (Object.keys(changes).length === 0) {
    return around;
  }
  const { bold = around.bold, italic = around.italic, struck = around.struck, href = around.href } = changes;
  return {
    ...(bold ? { bold: true } : {}),
    ...(italic ? { italic: true } : {}),
    ...(struck ? { struck: true } : {}),
    ...(href === undefined ? {} : { href }),
  };
}

function headingLevelOfClass(classes: string | undefined): string | undefined {
  for (const one of classes?.split(/\s+/) ?? []) {
    const level = /^(?:Manual|Mso|Num)?Heading-?(\d)$/i.exec(one)?.[1];
    // Below the title of the document, which is several paragraphs there.
    const ofJournal = /^(?:oj-)?ti-(?:section|grseq)-(\d)$/i.exec(one)?.[1];
    if (level !== undefined || ofJournal !== undefined) {
      return level ?? String(Number(ofJournal) + 1);
    }
    if (/^(?:MsoTitle|Titreobjet(?:_cp)?|title)$/.test(one)) {
      return '1';
    }
  }
  return undefined;
}

function hasClass(classes: string | undefined, wanted: RegExp): boolean {
  return classes?.split(/\s+/).some((one) => wanted.test(one)) ?? false;
}
