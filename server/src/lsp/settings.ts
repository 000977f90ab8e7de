import { type ClientCapabilities, type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import type { SeveritySetting } from '../model/finding';
import type { PartialSettings } from '../model/settings';

/** The section of the editor's settings that is ours. */
const SECTION = 'rapporteur';

/**
 * Asks the editor for its settings, or takes those it sent along (`{rapporteur: {…}}` or their inside). Values of a
 * wrong type say nothing: the editor marks them itself.
 *
 * @param folder URI of the folder that they are asked for
 */
export async function readEditorSettings(
  connection: Connection,
  capabilities: ClientCapabilities,
  sent: unknown,
  folder: string | undefined,
): Promise<PartialSettings> {
  const asked: unknown = capabilities.workspace?.configuration
    ? await connection.workspace.getConfiguration({ section: SECTION, ...(folder ? { scopeUri: folder } : {}) })
    : sent;
  const outer = asRecord(asked);
  return toSettings(asRecord(outer[SECTION] ?? outer));
}

/** Asks the editor to tell when its settings change, where it does not do so by itself. */
export async function watchSettings(connection: Connection, capabilities: ClientCapabilities): Promise<void> {
  if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
  }
}

function toSettings(values: Readonly<Record<string, unknown>>): PartialSettings {
  const hints = asRecord(values.inlayHints);
  return {
    reports: asTexts(values.reports),
    roadmap: asText(values.roadmap),
    roadmaps: asTexts(values.roadmaps),
    actors: asTexts(values.actors),
    rules: asSeverities(values.rules),
    dueSoonDays: typeof values.dueSoonDays === 'number' ? values.dueSoonDays : undefined,
    asOf: asText(values.asOf),
    diagnosticMode:
      values.diagnosticMode === 'workspace' || values.diagnosticMode === 'openFilesOnly'
        ? values.diagnosticMode
        : undefined,
    dateHints: asTruth(hints.dates ?? values['inlayHints.dates']),
    actorHints: asTruth(hints.actors ?? values['inlayHints.actors']),
    titleHints: asTruth(hints.titles ?? values['inlayHints.titles']),
    paranoid: asTruth(values.paranoid),
    style: values.style === 'isg' || values.style === 'web' || values.style === 'off' ? values.style : undefined,
  };
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function asTruth(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function asTexts(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : undefined;
}

function asSeverities(value: unknown): Readonly<Record<string, SeveritySetting>> | undefined {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, SeveritySetting] => isSeverity(entry[1])),
  );
}

function isSeverity(value: unknown): value is SeveritySetting {
  return value === 'off' || value === 'hint' || value === 'info' || value === 'warning' || value === 'error';
}
