// What a schema says about the outer form of a value: enough to read the value from its text.
const PARTS = ['allOf', 'anyOf', 'oneOf'];

/**
 * Returns a function from a schema to its shape: `types`, `properties` by name, the schema of `items` and of
 * `additional` members, and whether it is `open` to members without a name in the document.
 */
export function shapes(resolve) {
  const known = new WeakMap();
  return function shapeOf(schema) {
    if (typeof schema !== 'object' || schema === null) return shape([]);
    if (!known.has(schema)) known.set(schema, shape([...facets(schema, resolve, new Set())]));
    return known.get(schema);
  };
}

/** All schemas for one and the same value: the schema, what it refers to, and what it is put together from. */
function* facets(schema, resolve, seen) {
  const resolved = resolve(schema);
  if (typeof resolved !== 'object' || resolved === null || seen.has(resolved)) return;
  seen.add(resolved);
  yield resolved;
  for (const part of PARTS.flatMap((keyword) => resolved[keyword] ?? [])) yield* facets(part, resolve, seen);
}

function shape(all) {
  const properties = new Map(all.flatMap((each) => Object.entries(each.properties ?? {})));
  const additional = all.map((each) => each.additionalProperties).find((each) => each !== undefined && each !== false);
  const closed = all.some((each) => each.additionalProperties === false);
  const patterns = all.some((each) => each.patternProperties);
  return {
    types: new Set(all.flatMap(typesOf)),
    properties,
    items: all.map((each) => each.items).find(Boolean) ?? {},
    additional: typeof additional === 'object' ? additional : {},
    // Without a word about it JSON Schema takes all members. For the fields of a form that would let every slip pass.
    open: Boolean(additional) || patterns || (properties.size === 0 && !closed),
  };
}

function typesOf({ type, properties, items }) {
  if (type !== undefined) return type;
  return [...(properties ? ['object'] : []), ...(items ? ['array'] : [])];
}
