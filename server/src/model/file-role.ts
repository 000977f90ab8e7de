/** What a file is to Rapporteur. */
export type FileRole = 'markdown-report' | 'yaml-report' | DefinitionRole;

/** A file that reports are read against: a roadmap, actors, or the project file. */
export type DefinitionRole = 'roadmap' | 'actors' | 'project';

/** Whether a file with this role is one that others are read against. */
export function isDefinition(role: FileRole | undefined): role is DefinitionRole {
  return role === 'roadmap' || role === 'actors' || role === 'project';
}

/** Names of the project file at the root of a folder, the usual one first. */
export const PROJECT_FILES: readonly string[] = ['rapporteur.yaml', 'rapporteur.yml'];
