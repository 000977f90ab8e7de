import type { IsoDay } from './date';
import type { KindDeclaration } from './draft-kind';
import type { SeveritySetting } from './finding';

/**
 * What a project can be told (DESIGN, section 3, "Project file"). Every place that says something (command line,
 * editor's settings, project file) gives a partial one; {@link mergeSettings} puts them together.
 */
export interface Settings {
  /** Globs, relative to the workspace folder, of further files that are reports. */
  readonly reports: readonly string[];
  /** Id of the roadmap for reports that name none. */
  readonly roadmap: string | undefined;
  /** Further roadmap files and actors files, relative to the workspace folder. */
  readonly roadmaps: readonly string[];
  readonly actors: readonly string[];
  /** Severity by rule code. */
  readonly rules: Readonly<Record<string, SeveritySetting>>;
  /** How many days ahead a deadline is due soon. */
  readonly dueSoonDays: number;
  readonly asOf: IsoDay | undefined;
  readonly style: 'isg' | 'web' | 'off';
  /** Kinds of draft beside the built-in ones, or in their place. */
  readonly kinds: readonly KindDeclaration[];
  /** Whether an editor shows the findings of all reports of the workspace, or of open ones only. */
  readonly diagnosticMode: 'workspace' | 'openFilesOnly';
  /** Whether an editor shows what a policy date means behind its words. */
  readonly dateHints: boolean;
  /** Whether an editor shows an actor's abbreviation behind its full name. */
  readonly actorHints: boolean;
  /** Whether an editor shows a title behind the bare number of an action or deliverable. */
  readonly titleHints: boolean;
  /** Whether everything that was kept after an edit is compared with the same made anew; slow. */
  readonly paranoid: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  reports: [],
  roadmap: undefined,
  roadmaps: [],
  actors: [],
  rules: {},
  dueSoonDays: 60,
  asOf: undefined,
  style: 'off',
  kinds: [],
  diagnosticMode: 'workspace',
  dateHints: true,
  actorHints: true,
  titleHints: true,
  paranoid: false,
};

/** Settings of one place; what is absent, null or undefined there says nothing. */
export type PartialSettings = { readonly [K in keyof Settings]?: Settings[K] | null | undefined };

/** Puts settings together; the first that says something counts, `rules` code by code. */
export function mergeSettings(...strongestFirst: readonly PartialSettings[]): Settings {
  const pick = <K extends keyof Settings>(key: K): Settings[K] => {
    for (const settings of strongestFirst) {
      const value = settings[key];
      if (value !== undefined && value !== null) {
        return value;
      }
    }
    return DEFAULT_SETTINGS[key];
  };
  return {
    reports: pick('reports'),
    roadmap: pick('roadmap'),
    roadmaps: pick('roadmaps'),
    actors: pick('actors'),
    rules: Object.assign({}, ...[...strongestFirst].reverse().map((settings) => settings.rules ?? {})),
    dueSoonDays: pick('dueSoonDays'),
    asOf: pick('asOf'),
    style: pick('style'),
    kinds: pick('kinds'),
    diagnosticMode: pick('diagnosticMode'),
    dateHints: pick('dateHints'),
    actorHints: pick('actorHints'),
    titleHints: pick('titleHints'),
    paranoid: pick('paranoid'),
  };
}
