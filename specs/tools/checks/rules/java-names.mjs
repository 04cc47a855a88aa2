import { list } from '../document.mjs';

/**
 * Names that differ on the wire and not in Java, such as step_id and stepId, need an x-java-name. What may be
 * left out of a request is a member of an object in Java, all else is an argument of the method.
 */
export default function* check(document) {
  for (const { value: schema, path } of document.ofKind('schema')) {
    if (schema.$ref || !(schema.properties || schema.allOf)) continue;
    const named = document
      .properties(schema)
      .map(([name, property]) => ({ name, ...javaNames(name, property, document) }));
    yield* collisions(named, path, 'properties');
  }
  for (const operation of document.operations()) {
    const optional = ({ required }) => !required;
    const named = operation.parameters.map((parameter) => ({
      ...parameter,
      ...javaNames(parameter.name, parameter, document),
    }));
    named.push(...partsOf(document, operation.value));
    yield* collisions(named.filter(optional), operation.path, 'options');
    yield* collisions(
      named.filter((each) => !optional(each)),
      operation.path,
      'arguments',
    );
  }
  yield* schemaCollisions(document);
}

/** The parts of a multipart body. */
function partsOf(document, operation) {
  const schema = document.resolve(operation.requestBody)?.content?.['multipart/form-data']?.schema;
  if (!schema) return [];
  const required = new Set(document.parts(schema).flatMap((part) => part.required ?? []));
  return document
    .properties(schema)
    .map(([name, property]) => ({ name, required: required.has(name), ...javaNames(name, property, document) }));
}

function* collisions(named, path, kind) {
  for (const [java, group] of groups(named, ({ java }) => java)) {
    const distinct = [...new Set(group.map(({ name, in: place }) => (place ? `${name} (${place})` : name)))];
    if (distinct.length < 2) continue;
    yield {
      path,
      found: `The ${kind} ${list(distinct)} have the same Java name, ${java}.`,
      remedy: 'Give all but one an x-java-name.',
    };
  }
}

/** Only one of those that differ in case: `names-differ` tells those apart. */
function* schemaCollisions(document) {
  const names = Object.keys(document.root.components?.schemas ?? {}).map((name) => ({ name }));
  for (const [, group] of groups(names, ({ name }) => camelCase(name).toLowerCase())) {
    const distinct = [...new Map(group.map(({ name }) => [name.toLowerCase(), name])).values()];
    if (distinct.length < 2) continue;
    yield {
      path: ['components', 'schemas'],
      found: `The schemas ${list(distinct)} have the same Java class.`,
      remedy: 'Rename one of them.',
    };
  }
}

const javaNames = (name, value, document) => ({
  java: value?.['x-java-name'] ?? document.resolve(value)?.['x-java-name'] ?? camelCase(name),
});

/** As OpenAPI Generator makes it, apart from names that Java reserves. */
export function camelCase(name) {
  const [first = '', ...rest] = name.split(/[^A-Za-z0-9]+/).filter(Boolean);
  return first[0]?.toLowerCase() + first.slice(1) + rest.map((word) => word[0].toUpperCase() + word.slice(1)).join('');
}

export function groups(items, key) {
  const found = new Map();
  for (const item of items) found.set(key(item), [...(found.get(key(item)) ?? []), item]);
  return found;
}
