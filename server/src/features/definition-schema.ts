import actorsSchema from '../../../schemas/rapporteur-actors.schema.json';
import projectSchema from '../../../schemas/rapporteur-project.schema.json';
import roadmapSchema from '../../../schemas/rapporteur-roadmap.schema.json';
import type { DefinitionRole } from '../model/file-role';
import type { KeyDescription } from './describe-key';

/** A key of a roadmap, actors or project file, as the JSON Schema of the file describes it. */
export interface DefinitionKey {
  readonly name: string;
  readonly description: KeyDescription;
  /** What stands behind or below it. */
  readonly opens: 'value' | 'list' | 'map' | 'items';
  /** The values that it takes, where only some are possible. */
  readonly choices: readonly DefinitionChoice[];
  readonly isRequired: boolean;
}

/** One of few possible values, and what it means. */
export interface DefinitionChoice {
  readonly value: string;
  readonly meaning: string | undefined;
}

/**
 * The keys below a path of keys (`actions`, `deliverables`), in the order of the schema; of a list of maps those of each
 * item. Empty where no map is known.
 */
export function definitionKeys(role: DefinitionRole, path: readonly string[]): readonly DefinitionKey[] {
  const map = mapAt(role, path);
  return Object.entries(map?.properties ?? {}).map(([name, node]) => keyOf(role, name, node, map));
}

/** One of {@link definitionKeys}. */
export function definitionKey(role: DefinitionRole, path: readonly string[]): DefinitionKey | undefined {
  const name = path[path.length - 1];
  const map = mapAt(role, path.slice(0, -1));
  const node = name !== undefined && map?.properties && Object.hasOwn(map.properties, name) && map.properties[name];
  return node ? keyOf(role, name, node, map) : undefined;
}

/** Whether the maps below a path of keys are items of a list. */
export function isDefinitionItem(role: DefinitionRole, path: readonly string[]): boolean {
  return definitionKey(role, path)?.opens === 'items';
}

/** As much of JSON Schema as the schemas of these files use. */
interface SchemaNode {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly examples?: readonly unknown[];
  readonly enum?: readonly unknown[];
  readonly enumDescriptions?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly definitions?: Readonly<Record<string, SchemaNode>>;
}

const SCHEMAS: Readonly<Record<DefinitionRole, SchemaNode>> = {
  roadmap: roadmapSchema,
  actors: actorsSchema,
  project: projectSchema,
};

function mapAt(role: DefinitionRole, path: readonly string[]): SchemaNode | undefined {
  let map: SchemaNode | undefined = SCHEMAS[role];
  // The rules of a kind of draft are those of the project; the schema lists them there only.
  const isOfKind = role === 'project' && path[0] === 'kinds' && path[1] === 'rules';
  for (const name of isOfKind ? path.slice(1) : path) {
    const node: SchemaNode | undefined =
      map?.properties && Object.hasOwn(map.properties, name) ? map.properties[name] : undefined;
    map = node && formsOf(role, node).flatMap((form) => mapsOf(role, form))[0];
  }
  return map;
}

/** The maps that a node is, or is a list of. */
function mapsOf(role: DefinitionRole, form: SchemaNode): readonly SchemaNode[] {
  const items = form.items ? formsOf(role, form.items) : [];
  return [form, ...items].filter((one) => one.properties !== undefined);
}

/** A node and all that it may be instead. */
function formsOf(role: DefinitionRole, node: SchemaNode): readonly SchemaNode[] {
  const name = node.$ref?.replace('#/definitions/', '');
  const target = name === undefined ? undefined : SCHEMAS[role].definitions?.[name];
  return [node, ...(target ? formsOf(role, target) : []), ...(node.anyOf ?? []).flatMap((one) => formsOf(role, one))];
}

function keyOf(role: DefinitionRole, name: string, node: SchemaNode, map: SchemaNode | undefined): DefinitionKey {
  const forms = formsOf(role, node);
  const list = forms.find(({ items }) => items !== undefined);
  const isMap = forms.some(({ properties }) => properties !== undefined);
  const isOfMaps = list !== undefined && mapsOf(role, list).length > 0;
  return {
    name,
    description: {
      text: node.markdownDescription ?? node.description ?? '',
      examples: (node.examples ?? []).map((one) => (typeof one === 'string' ? one : JSON.stringify(one))),
    },
    opens: isOfMaps ? 'items' : isMap ? 'map' : list ? 'list' : 'value',
    choices: forms.flatMap((form) =>
      (form.enum ?? []).map((value, index) => ({ value: String(value), meaning: form.enumDescriptions?.[index] })),
    ),
    isRequired: map?.required?.includes(name) ?? false,
  };
}
