import { type Actor, createActorRegister } from '../../server/src/model/actor';
import type { Field, Report, Section } from '../../server/src/model/report';
import type { Span } from '../../server/src/model/span';
import { PreparedContext } from '../../server/src/parse/prepared-context';
import { parseReport } from '../../server/src/parse/report';
import { parseRoadmapFile } from '../../server/src/parse/roadmap-file';

const ROADMAP = `roadmap: harbours-2030
title: Roadmap for cleaner harbours
labels: [Action]
areas:
  - area: water
    title: Water
actions:
  - action: "4"
    title: Training for pilots
    area: water
    actors: [navy]
    deliverables:
      - deliverable: "4.1"
        title: Handbook for pilots
        due: ../2029-12-31
      - deliverable: "4.2"
        title: First course
  - action: "5"
    title: Inspections at sea
    area: water
    actors: [coast-guard]
  - action: "6"
    title: Fees and fines
    area: water
    actors: [commission]
    deliverables:
      - deliverable: "6.1"
        title: Table of fees
commitments:
  - commitment: C1
    title: Conference of ports
    actors: [commission]
`;

function actor(id: string, name: string, ...names: readonly string[]): Actor {
  return { id, name, names, kind: 'body', partOf: [], uri: 'actors.yaml', span: { start: 0, end: 0 } };
}

/** Three actions, seven actors; today is 6 May 2030. */
export const CONTEXT = new PreparedContext({
  roadmaps: [parseRoadmapFile('file:///harbours.roadmap.yaml', ROADMAP).roadmap].flatMap((one) => one ?? []),
  actors: createActorRegister([
    actor('navy', 'Navy'),
    actor('coast-guard', 'Coast Guard'),
    actor('commission', 'European Commission', 'Commission'),
    actor('ports', 'Port of Ghent and Zeeland'),
    actor('maoc', 'Maritime Centre', 'MAOC (N)'),
    actor('customs', 'customs authorities'),
    actor('states', 'Member States'),
  ]),
  today: '2030-05-06',
});

/** A Markdown report on these actions. */
export function read(text: string): Report {
  return parseReport('file:///a.report.md', text, 'markdown', CONTEXT);
}

/** The same of a text in YAML. */
export function readInYaml(text: string): Report {
  return parseReport('file:///a.report.yaml', text, 'yaml', CONTEXT);
}

/** The section of a text that has one. */
export function readOne(text: string): Section {
  const [section, more] = read(text).sections;
  if (!section || more) {
    throw new Error('the text has no section, or several');
  }
  return section;
}

/** An entry on Action 4 with these lines below its heading. */
export function readEntry(...lines: readonly string[]): { readonly section: Section; readonly text: string } {
  const text = `## Action 4\n\n${lines.join('\n')}\n`;
  return { section: readOne(text), text };
}

/** The source between the ends of a span that counts from the start of the text. */
export function at(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** What a field says of itself, and where: its words, the source of its span and of its key. */
export function wordsOf(text: string, field: Field<unknown> | undefined): readonly string[] | undefined {
  return field && [field.text, at(text, field.span), at(text, field.key)];
}

/** Each section's heading and the actions that it reports on, `99?` for an unknown one: "Fees (6)". */
export function outlineOf(text: string): readonly string[] {
  return read(text).sections.map((section) => {
    const actions = section.actions.map((one) => `${one.action}${one.known ? '' : '?'}`).join(' ');
    return `${section.heading?.text ?? '-'}${actions === '' ? '' : ` (${actions})`}`;
  });
}
