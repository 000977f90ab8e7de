import type { PolicyDate } from '../../model/date';
import { keyOf } from '../../model/entry';
import type { ActorName, EntryFields, Field, Report, ReportedFields, Section } from '../../model/report';
import type { Roadmap } from '../../model/roadmap';
import { singleSpaced } from '../../parse/fields';
import { canonicalTitle, officialTitle } from './draft';

/**
 * What a report says, without its places: two reports of one format with the same likeness have the same entries, fields,
 * mentions and suppressions.
 */
export interface Likeness {
  readonly header: string;
  readonly suppressions: string;
  readonly sections: readonly SectionLikeness[];
}

/** What a section says; each as JSON, to compare. */
export interface SectionLikeness {
  readonly whole: string;
  /** By the key in YAML. */
  readonly fields: ReadonlyMap<string, string>;
}

/** What a report says; a title that is the official one may be there or not. */
export function likenessOf(report: Report, roadmaps: readonly Roadmap[]): Likeness {
  const { header, suppressions, sections } = report;
  const text = (field: Field<unknown> | undefined) => field && [field.text, field.value];
  return {
    header: JSON.stringify([
      header.roadmaps.map(text),
      [header.kind, header.title, header.author, header.reference, header.date, header.asOf, header.period].map(text),
      [
        text(header.previous),
        header.keys
          .map(({ name }) => name)
          .filter((name) => name !== 'entries')
          .sort(),
      ],
      header.scope && [
        [header.scope.areas, header.scope.actions, header.scope.actors].map((fields) => fields?.map(text)),
        header.scope.except.map(({ action, reason }) => [text(action), text(reason)]),
      ],
    ]),
    suppressions: JSON.stringify(
      suppressions
        .map(({ kind, codes, reason }) => JSON.stringify([kind, codes.map(({ code }) => code), reason]))
        .sort(),
    ),
    sections: sections.filter(saysSomething).map((section) => sectionLikeness(section, roadmaps)),
  };
}

/** A stretch before the first heading with nothing in it but comments is no section to a reader. */
export function saysSomething({ heading, passages, actions, directives }: Section): boolean {
  return heading !== undefined || passages.length > 0 || actions.length > 0 || directives.length > 0;
}

function sectionLikeness(section: Section, roadmaps: readonly Roadmap[]): SectionLikeness {
  const { heading, actions, fields, hasProse, mentions, rows, placeholders, directives, problems } = section;
  const byKey = fieldsByKey(fields);
  const ids = actions.map(({ action, roadmap }) => (roadmaps.length > 1 ? `${roadmap}:${action}` : action)).join(', ');
  const qualified = actions.map(({ action, roadmap }) => `${action} (${roadmap})`).join(', ');
  const usual = [canonicalTitle(actions, roadmaps), ids, qualified];
  const isUsual = actions.length > 0 && usual.includes(heading?.text ?? '');
  const sorted = (values: readonly string[]) => [...values].sort();
  return {
    fields: byKey,
    whole: JSON.stringify([
      [isUsual ? '' : singleSpaced(heading?.text ?? ''), heading?.kind === 'heading' ? heading.level : 0],
      actions.map((action) => {
        const title = singleSpaced(action.title?.text ?? '');
        return [keyOf(action), action.known, title === officialTitle(action, roadmaps) ? '' : title];
      }),
      [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)),
      [hasProse, placeholders.length, sorted(problems.map(({ code, message }) => `${code} ${message}`))],
      sorted(
        directives.map(({ verb, scope, codes, reason }) =>
          JSON.stringify([verb, scope, codes.map(({ code }) => code), reason]),
        ),
      ),
      sorted(mentions.actions.map(keyOf)),
      sorted(mentions.actors.map(({ actor }) => actor)),
      sorted(mentions.dates.map(({ date }) => JSON.stringify(date))),
      sorted(mentions.citations.map(({ kind, id }) => `${kind} ${id}`)),
      rows.map((row) => [row.actions.map(keyOf), [...fieldsByKey(row.fields)], row.hasProse]),
    ]),
  };
}

function fieldsByKey(fields: EntryFields): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (key: string, value: unknown) => {
    if (value !== undefined) {
      found.set(key, JSON.stringify(value));
    }
  };
  for (const [key, value] of Object.entries(reported(fields))) {
    add(key, value);
  }
  add(
    'deliverables',
    fields.deliverables &&
      (fields.deliverables.value ?? []).map((item) => [item.text, item.deliverable, item.roadmap, reported(item)]),
  );
  add(
    'next',
    fields.next && (fields.next.value ?? []).map(({ text, actors, due }) => [text, actors.map(actorOf), dateOf(due)]),
  );
  add(
    'follow-up',
    fields.followUp &&
      (fields.followUp.value ?? []).map(({ text, status }) => [text, status?.value, status && [status.text]]),
  );
  return found;
}

function reported({ status, actors, due, revised, reason, completed, evidence }: ReportedFields) {
  return {
    status: status && [status.value ?? status.text],
    actors: actors && (actors.value ?? []).map(actorOf),
    due: dateOf(due),
    revised: dateOf(revised),
    reason: reason && [reason.text],
    completed: dateOf(completed),
    evidence: evidence && (evidence.value ?? []).map(({ text, citations }) => [text, citations.map(({ id }) => id)]),
  };
}

function actorOf({ text, actors }: ActorName): unknown {
  return actors.length > 0 ? actors : text;
}

function dateOf(field: Field<PolicyDate> | undefined): unknown {
  return field && [field.text, field.value];
}
