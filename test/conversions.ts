import assert from 'node:assert/strict';
import type { Report } from '../server/src/model/report';
import { type Conversion, convertReport } from '../server/src/write/convert/convert';
import { snapshotOf, uriOf } from './analyse';

/** A text in the other format. */
export function converted(text: string, format: 'markdown' | 'yaml'): Conversion {
  const snapshot = snapshotOf({ [pathOf(format)]: text });
  const analysed = snapshot.report(uriOf(pathOf(format)));
  assert.ok(analysed);
  return convertReport(analysed.report, {
    roadmaps: analysed.roadmaps,
    actors: snapshot.actors,
    today: snapshot.today,
  });
}

/** The same; fails where it cannot be converted. */
export function convertedText(text: string, format: 'markdown' | 'yaml'): string {
  const result = converted(text, format);
  assert.ok('text' in result, 'problem' in result ? result.problem : '');
  return result.text;
}

/** The codes and messages of a draft's findings, without their places. */
export function findingsWithoutPlaces(text: string, format: 'markdown' | 'yaml'): readonly string[] {
  return snapshotOf({ [pathOf(format)]: text })
    .findings(uriOf(pathOf(format)))
    .map(({ code, message }) => `${code}: ${message}`)
    .sort();
}

/** A draft as it is read. */
export function reportOf(text: string, format: 'markdown' | 'yaml'): Report {
  const analysed = snapshotOf({ [pathOf(format)]: text }).report(uriOf(pathOf(format)));
  assert.ok(analysed);
  return analysed.report;
}

function pathOf(format: 'markdown' | 'yaml'): string {
  return format === 'markdown' ? '/draft.report.md' : '/draft.report.yaml';
}
