import type { ActionReference, TableRow } from '../model/report';
import type { Span } from '../model/span';
import { readActionCell, readActionReferences } from './action-reference';
import { type FieldName, fieldLabelled } from './fields';
import type { Block, TableBlock, TableLine } from './markdown-blocks';
import { entryFields, type FieldContext } from './markdown-fields';
import type { LabelledValue } from './markdown-labels';
import type { InlineText } from './markdown-masking';
import { proseOf } from './prose';

/**
 * The rows that name an action, of all tables in the blocks whose header names fields: "Action | Status | Main actors |
 * Deadline | Progress". Tables in lists and quotations are left alone.
 */
export function readTableRows(blocks: readonly Block[], context: Omit<FieldContext, 'actions'>): readonly TableRow[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? rowsOf(block, context) : []));
}

/** What the columns of a table are for; columns by their number from 0. */
interface Columns {
  /** Where actions are named; the first one that names some counts. */
  readonly actions: readonly number[];
  /** Whether numbers in them count without a label. */
  readonly numbered: boolean;
  readonly fields: readonly { readonly column: number; readonly field: FieldName; readonly key: Span }[];
  readonly prose: readonly number[];
}

function rowsOf(table: TableBlock, context: Omit<FieldContext, 'actions'>): readonly TableRow[] {
  const columns = columnsOf(table, context);
  return columns ? table.rows.flatMap((row) => rowOf(row, table, columns, context)) : [];
}

function rowOf(
  row: TableLine,
  table: TableBlock,
  columns: Columns,
  context: Omit<FieldContext, 'actions'>,
): readonly TableRow[] {
  const actions = actionsOf(row, columns, context);
  if (actions.length === 0) {
    return [];
  }
  const values = columns.fields.flatMap(({ column, field, key }): LabelledValue[] => {
    const cell = row.cells[column];
    return cell && !isBlank(cell) ? [{ field, key, value: cell, items: [] }] : [];
  });
  return [
    {
      span: row.span,
      table: table.span.start,
      actions,
      fields: entryFields(values, { ...context, actions }),
      hasProse: columns.prose.some((column) => {
        const cell = row.cells[column];
        return (
          cell !== undefined &&
          !isBlank(cell) &&
          proseOf([{ kind: 'paragraph', span: cell.span, words: cell }]).hasProse
        );
      }),
    },
  ];
}

/** Undefined for a table that says nothing about actions: no column for a field or for prose, or none for actions. */
function columnsOf({ header, rows }: TableBlock, context: Omit<FieldContext, 'actions'>): Columns | undefined {
  const { roadmaps } = context.context;
  const labels = [...ACTION_LABELS, ...roadmaps.flatMap((roadmap) => roadmap.labels.map(folded))];
  const isAction = (title: string): boolean => labels.includes(title.replace(/s$/, '')) || labels.includes(title);
  const titles = header.cells.map((cell) => (cell ? folded(cell.text.replace(/\([^()]*\)\s*$/, '')) : ''));
  const fields = titles.flatMap((title, column) => {
    const field = fieldLabelled(title);
    const cell = header.cells[column];
    return field && cell ? [{ column, field, key: wordsSpan(cell) }] : [];
  });
  const indexes = titles.map((_, column) => column);
  const prose = indexes.filter((column) => PROSE_LABEL.test(titles[column] ?? ''));
  if (fields.length + prose.length === 0) {
    return undefined;
  }
  const numbers = indexes.filter((column) => NUMBER_LABEL.test(titles[column] ?? ''));
  const named = indexes.filter((column) => isAction(titles[column] ?? ''));
  if (numbers.length + named.length > 0) {
    return { actions: [...numbers, ...named], numbered: true, fields, prose };
  }
  const namesActions = rows.some(({ cells: [cell] }) => cell && references(cell, context).length > 0);
  return namesActions ? { actions: [0], numbered: false, fields, prose } : undefined;
}

const ACTION_LABELS = ['action', 'measure', 'commitment'];

const NUMBER_LABEL = /^(?:no|nr|n°|#|number|action (?:no|nr|number))\.?$/;

/** Titles of columns that hold prose, folded. */
export const PROSE_LABEL =
  /^(?:(?:main |key |recent )?(?:progress|comments?|remarks?|notes?|details?|developments?|updates?|results?|achievements?|state of play|description|summary)(?: .{1,40})?)$/;

function actionsOf(
  row: TableLine,
  { actions, numbered }: Columns,
  context: Omit<FieldContext, 'actions'>,
): readonly ActionReference[] {
  for (const column of actions) {
    const cell = row.cells[column];
    const found = !cell
      ? []
      : numbered
        ? readActionCell(cell.text, cell.span.start, context.context)
        : references(cell, context);
    if (found.length > 0) {
      return withTitle(found, column, row, actions);
    }
  }
  return [];
}

function references(cell: InlineText, context: Omit<FieldContext, 'actions'>): readonly ActionReference[] {
  return readActionReferences(cell.text, cell.span.start, context.context);
}

/** A number in one column and the title in the next: the title belongs to the number. */
function withTitle(
  found: readonly ActionReference[],
  column: number,
  row: TableLine,
  columns: readonly number[],
): readonly ActionReference[] {
  const [only, more] = found;
  const other = columns.find((one) => one !== column && row.cells[one] !== undefined);
  const cell = other === undefined ? undefined : row.cells[other];
  if (!only || more || only.title || only.by !== 'number' || !cell || isBlank(cell)) {
    return found;
  }
  return [{ ...only, title: { text: cell.text.trim().replace(/\s+/g, ' '), span: wordsSpan(cell) } }];
}

/** Nothing, or a dash or the like that stands for nothing. */
function isBlank({ text, linked }: InlineText): boolean {
  return linked.trim() === '' || /^\s*(?:[–—-]+|n\/a|n\.a\.|none)\s*$/i.test(text);
}

function wordsSpan({ text, span }: InlineText): Span {
  const start = span.start + (text.length - text.trimStart().length);
  return { start, end: start + text.trim().length };
}

function folded(title: string): string {
  return title.trim().replace(/\s+/g, ' ').toLowerCase();
}
