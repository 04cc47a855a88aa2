// A schema with its `allOf` merged in: how a schema is put together is not what it allows.
import { child, children, resolved } from './node.mjs';
import { same } from './values.mjs';

const STRUCTURE = new Set(['allOf', 'oneOf', 'anyOf', 'not', 'properties', 'required', 'nullable']);

/**
 * `node`: the schema as it stands; `keywords`: a node whose value holds the plain keywords; `properties`: name to node; `required`: names;
 * `alternatives`: for each `oneOf` or `anyOf` its nodes; `negations`: the `not` schemas.
 */
export function flatten(reference) {
  const node = resolved(reference);
  const flat = {
    node,
    keywords: { ...node, value: {} },
    properties: new Map(),
    required: new Set(node.value?.required ?? []),
    alternatives: ['oneOf', 'anyOf'].filter((key) => node.value?.[key]).map((key) => list(child(node, key))),
    negations: node.value?.not ? [child(node, 'not')] : [],
  };
  for (const [keyword, { value }] of children(node)) {
    if (!STRUCTURE.has(keyword)) flat.keywords.value[keyword] = value;
  }
  for (const [name, property] of children(child(node, 'properties'))) flat.properties.set(name, property);

  const parts = list(child(node, 'allOf')).map(flatten);
  for (const part of parts) merge(flat, part);
  // `nullable` beside `allOf` says that the whole may be null, whatever the parts say.
  const nullable = node.value?.nullable ?? (parts.length > 0 && parts.every((part) => part.keywords.value.nullable));
  if (nullable) flat.keywords.value.nullable = true;
  return flat;
}

const list = (node) => children(node).map(([, item]) => item);

function merge(flat, part) {
  const { nullable, ...keywords } = part.keywords.value;
  for (const [keyword, value] of Object.entries(keywords)) {
    const own = flat.keywords.value[keyword];
    flat.keywords.value[keyword] = own === undefined || same(own, value) ? value : both(keyword, own, value);
  }
  for (const [name, property] of part.properties) {
    const own = flat.properties.get(name);
    flat.properties.set(
      name,
      own
        ? { ...property, value: { allOf: [own.value, property.value] }, pointer: `${property.pointer}/allOf` }
        : property,
    );
  }
  for (const name of part.required) flat.required.add(name);
  flat.alternatives.push(...part.alternatives);
  flat.negations.push(...part.negations);
}

/** A value must satisfy both. */
function both(keyword, a, b) {
  if (/^max/.test(keyword)) return Math.min(a, b);
  if (/^min/.test(keyword)) return Math.max(a, b);
  if (keyword === 'enum') return a.filter((value) => b.some((other) => same(value, other)));
  if (keyword === 'items') return { allOf: [a, b] };
  if (keyword === 'additionalProperties') return a === false || b === false ? false : { allOf: [a, b] };
  return keyword === 'readOnly' || keyword === 'writeOnly' || keyword === 'deprecated' ? a || b : a; // the outer one is the closer one
}
