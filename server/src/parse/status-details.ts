import type { ReadingContext } from '../model/context';
import type { IsoDay, PolicyDate } from '../model/date';
import type { EvidenceItem, Field, ReportedFields } from '../model/report';
import type { Span } from '../model/span';
import type { BuiltInStatus } from '../model/status';
import { findCitations } from './citations';
import { findDates } from './dates';
import { readActorsField, readDateField, readEvidenceField, readTextField, trimPart } from './fields';

/** What details of a status are read against. */
export interface DetailContext {
  readonly context: ReadingContext;
  /** The day that relative dates count from. */
  readonly reference: IsoDay;
}

/**
 * Reads what stands behind a status: "(14 May 2024; ST 9999/24)", ", completed 14 May 2024, evidence ST 9999/24",
 * "(no budget, revised deadline mid-2025)". Parts are separated by commas, semicolons and brackets and may start with a
 * label. Without one, a date is when the thing was completed (where it is delivered or recurring), the revised deadline
 * (where it is delayed) or the deadline; citations and links are evidence; other words are the reason, where it is
 * delayed or dropped, and else a remark that nobody reads.
 *
 * @param text the words, with spaces for whatever is no text
 * @param linked the same with web addresses
 * @param at offset of the words; added to every span
 */
export function readStatusDetails(
  text: string,
  linked: string,
  at: number,
  status: BuiltInStatus | undefined,
  { context, reference }: DetailContext,
): Omit<ReportedFields, 'status'> {
  const reader = new DetailReader(text, linked, at, status, context, reference);
  for (const part of partsOf(linked, reference)) {
    reader.read(part);
  }
  return reader.fields;
}

type DetailName = 'completed' | 'revised' | 'due' | 'evidence' | 'reason' | 'actors';

const LABELS: readonly (readonly [DetailName, RegExp])[] = [
  ['completed', /^(?:completed|delivered|finished|adopted|done)(?:\s+on)?(?:\s*:)?(?=\s)/i],
  ['evidence', /^(?:evidence|see|source)(?:\s*:)?(?=\s)/i],
  ['revised', /^(?:(?:revised|new)\s+(?:deadline|date)(?:\s*:)?|now|postponed to|expected|foreseen)(?=\s)/i],
  ['reason', /^(?:reason|because of|because|due to|owing to)(?:\s*:)?(?=\s)/i],
  ['due', /^(?:deadline|due)(?:\s*:)?(?=\s)/i],
  ['actors', /^(?:main\s+)?actors?\s*:(?=\s)/i],
];

class DetailReader {
  fields: Omit<ReportedFields, 'status'> = {};

  constructor(
    private readonly text: string,
    private readonly linked: string,
    private readonly at: number,
    private readonly status: BuiltInStatus | undefined,
    private readonly context: ReadingContext,
    private readonly reference: IsoDay,
  ) {}

  read(part: Span): void {
    const words = this.text.slice(part.start, part.end);
    for (const [name, pattern] of LABELS) {
      const label = pattern.exec(words)?.[0];
      if (label !== undefined) {
        const key = { start: part.start, end: part.start + label.replace(/\s*:$/, '').length };
        this.set(name, trimPart(this.linked, { start: part.start + label.length, end: part.end }), key);
        return;
      }
    }
    const date = this.dateIn(part);
    // "In progress since May" says when it began, which is no deadline.
    if (date && !(this.nameOfDate() === 'due' && /^since\b/i.test(words))) {
      this.keep(this.nameOfDate(), date);
    } else if (this.hasLink(part) || findCitations(this.linked.slice(part.start, part.end)).length > 0) {
      this.set('evidence', part, part);
    } else if (this.status === 'delayed' || this.status === 'dropped') {
      this.set('reason', part, part);
    }
  }

  private nameOfDate(): 'completed' | 'revised' | 'due' {
    return this.status === 'delivered' || this.status === 'recurring'
      ? 'completed'
      : this.status === 'delayed'
        ? 'revised'
        : 'due';
  }

  private dateIn(part: Span): Field<PolicyDate> | undefined {
    const preposition = /^(?:on|in|at)\s+/i.exec(this.text.slice(part.start, part.end))?.[0].length ?? 0;
    for (const start of preposition > 0 ? [part.start + preposition, part.start] : [part.start]) {
      const field = this.readDate({ start, end: part.end }, part);
      if (field.value) {
        return { ...field, key: field.span };
      }
    }
    return undefined;
  }

  private readDate(part: Span, key: Span): Field<PolicyDate> {
    return readDateField(this.text.slice(part.start, part.end), this.moved(part), this.moved(key), this.reference);
  }

  private set(name: DetailName, part: Span, key: Span): void {
    const text = this.text.slice(part.start, part.end);
    if (name === 'evidence') {
      const linked = this.linked.slice(part.start, part.end);
      this.addEvidence(readEvidenceField(linked, this.moved(part), this.moved(key)));
    } else if (name === 'reason') {
      this.addReason(readTextField(text, this.moved(part), this.moved(key)));
    } else if (name === 'actors') {
      this.fields = {
        ...this.fields,
        actors: readActorsField(text, this.moved(part), this.moved(key), this.context.actors),
      };
    } else {
      const date = this.dateIn(part);
      this.keep(name, { ...(date ?? this.readDate(part, key)), key: this.moved(key) });
    }
  }

  private keep(name: 'completed' | 'revised' | 'due', field: Field<PolicyDate>): void {
    if (!this.fields[name]) {
      this.fields = { ...this.fields, [name]: field };
    }
  }

  private addEvidence(more: Field<readonly EvidenceItem[]>): void {
    const { evidence } = this.fields;
    const joined = evidence
      ? {
          value: [...(evidence.value ?? []), ...(more.value ?? [])],
          text: `${evidence.text}; ${more.text}`,
          span: { start: evidence.span.start, end: more.span.end },
          key: evidence.key,
        }
      : more;
    this.fields = { ...this.fields, evidence: joined };
  }

  /** A reason has commas of its own, so a further part of it goes on with it. */
  private addReason(more: Field<string>): void {
    const { reason } = this.fields;
    if (!reason) {
      this.fields = { ...this.fields, reason: more };
      return;
    }
    const span = { start: reason.span.start, end: more.span.end };
    const words = this.text.slice(span.start - this.at, span.end - this.at);
    this.fields = { ...this.fields, reason: readTextField(words, span, reason.key) };
  }

  private hasLink(part: Span): boolean {
    return /https?:\/\//.test(this.linked.slice(part.start, part.end));
  }

  private moved(span: Span): Span {
    return { start: span.start + this.at, end: span.end + this.at };
  }
}

/** The stretches between commas, semicolons, dashes and brackets that belong to no citation, date or address. */
function partsOf(text: string, reference: IsoDay): readonly Span[] {
  let whole: readonly Span[] | undefined;
  const parts: Span[] = [];
  let start = 0;
  const push = (end: number): void => {
    const part = trimPart(text, { start, end });
    const closing = /[.:]+$/.exec(text.slice(part.start, part.end))?.[0].length ?? 0;
    if (part.end - closing > part.start) {
      parts.push({ start: part.start, end: part.end - closing });
    }
  };
  for (const { index, 0: sign } of text.matchAll(/[;,()\n]|\s[–—-]\s/g)) {
    whole ??= wholesOf(text, reference);
    if (!whole.some((span) => span.start <= index && index < span.end)) {
      push(index);
      start = index + sign.length;
    }
  }
  push(text.length);
  return parts;
}

/** What is not parted: citations, dates and addresses. */
function wholesOf(text: string, reference: IsoDay): readonly Span[] {
  const citations = findCitations(text).map((citation) => citation.span);
  const links = [...text.matchAll(/https?:\/\/\S+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].replace(/[),.;]+$/, '').length,
  }));
  return [...citations, ...findDates(text, reference, citations), ...links];
}
