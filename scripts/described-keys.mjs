// The esbuild plugin that leaves in the JSON Schemas of a bundle only what completion and hover tell of them: the server
// checks files by its own rules, and other editors read the schemas from their files.
import { readFileSync } from 'node:fs';

/** What is left out, of every schema in a schema. A `markdownDescription` says the same as its `description`. */
const LEFT_OUT = [
  ...['$schema', '$id', 'title', 'type', 'default', 'additionalProperties', 'minimum', 'maximum'],
  ...['maxLength', 'minItems', 'minLength', 'pattern', 'patternErrorMessage'],
];

/** @returns {import('esbuild').Plugin} */
export function describedKeys() {
  return {
    name: 'described-keys',
    setup(build) {
      build.onLoad({ filter: /[\\/]schemas[\\/]rapporteur-\w+\.schema\.json$/ }, ({ path }) => ({
        // Its examples are whole files.
        contents: JSON.stringify(shortened({ ...JSON.parse(readFileSync(path, 'utf8')), examples: undefined })),
        loader: 'json',
      }));
    },
  };
}

/**
 * A schema, or a map of names to schemas, without what nobody asks for.
 *
 * @param {unknown} schema
 * @param {boolean} isMap Whether its keys are names of keys, which may be called anything.
 * @returns {unknown}
 */
function shortened(schema, isMap = false) {
  if (Array.isArray(schema)) {
    return schema.map((one) => shortened(one));
  }
  if (typeof schema !== 'object' || schema === null) {
    return schema;
  }
  const entries = Object.entries(schema).filter(([key]) => {
    return isMap || !(LEFT_OUT.includes(key) || (key === 'description' && 'markdownDescription' in schema));
  });
  return Object.fromEntries(
    entries.map(([key, value]) => [key, shortened(value, !isMap && (key === 'properties' || key === 'definitions'))]),
  );
}
