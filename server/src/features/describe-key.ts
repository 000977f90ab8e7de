import schema from '../../../schemas/rapporteur-report.schema.json';
import { definitionKey, definitionKeys } from './definition-schema';
import { definitionOf, isReportPlace, type KeyPlace, type ReportPlace } from './slot';

/** What the JSON Schema of a file says about a key; other YAML editors show the same words. */
export interface KeyDescription {
  /** Markdown. */
  readonly text: string;
  readonly examples: readonly string[];
}

/** The description of a key; undefined for a key that is not ours. */
export function describeKey(place: KeyPlace, key: string): KeyDescription | undefined {
  if (!isReportPlace(place)) {
    const definition = definitionOf(place);
    return definition && definitionKey(definition.role, [...definition.path, key])?.description;
  }
  const properties: Readonly<Record<string, SchemaProperty>> = PROPERTIES[place];
  const property = Object.hasOwn(properties, key) ? properties[key] : undefined;
  if (!property) {
    return undefined;
  }
  const examples = (property.examples ?? []).map((example) =>
    typeof example === 'string' ? example : JSON.stringify(example),
  );
  return { text: property.markdownDescription ?? property.description ?? '', examples };
}

/** The keys of a place, in the order in which they are written. */
export function keysOf(place: KeyPlace): readonly string[] {
  if (isReportPlace(place)) {
    return Object.keys(PROPERTIES[place]);
  }
  const definition = definitionOf(place);
  return definition ? definitionKeys(definition.role, definition.path).map(({ name }) => name) : [];
}

interface SchemaProperty {
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly examples?: readonly unknown[];
}

const { definitions, properties } = schema;

const PROPERTIES: Readonly<Record<ReportPlace, Readonly<Record<string, SchemaProperty>>>> = {
  header: properties,
  scope: properties.scope.properties,
  except: propertiesIn(definitions.exception),
  entry: propertiesIn(definitions.entry),
  deliverable: propertiesIn(definitions.deliverable),
  next: propertiesIn(definitions.next),
  'follow-up': propertiesIn(definitions['follow-up']),
};

/** The properties of a map; of one that may be written as a word too, those of its long form. */
function propertiesIn(definition: Definition): Readonly<Record<string, SchemaProperty>> {
  const form = [definition, ...(definition.anyOf ?? [])].find((one): one is Definition => 'properties' in one);
  return form?.properties ?? {};
}

interface Definition {
  readonly properties?: Readonly<Record<string, SchemaProperty>>;
  readonly anyOf?: readonly object[];
}
