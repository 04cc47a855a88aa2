// Which operations a place of a document belongs to, so that what changed can be said by operation.
import { child, children, isObject, rootOf, unescapeKey } from './node.mjs';
import { operationsIn } from './operations.mjs';

const keysOf = (pointer) => pointer.split('/').slice(1).map(unescapeKey);
const within = (keys, around) => around.every((key, i) => keys[i] === key);

/**
 * Returns a function from a JSON Pointer to operationIds, sorted: the operation around the place, those that lead to
 * it by `$ref`, and those inside it. What belongs to no operation, such as `#/info`, gives none.
 */
export function operationsAt(document) {
  const root = rootOf(document);
  const holders = ['paths', 'x-webhooks'].flatMap((key) => children(child(root, key)));
  const operations = holders.flatMap(([, item]) =>
    operationsIn(item).map(([, node]) => ({
      id: node.value.operationId,
      places: [node.pointer, ...reached(document, [node.value, item.value.parameters])].map(keysOf),
      shared: keysOf(child(item, 'parameters').pointer),
    })),
  );
  return (pointer) => {
    const keys = keysOf(pointer);
    const belongs = ({ places, shared }) =>
      [...places, shared].some((place) => within(keys, place)) || places.some((place) => within(place, keys));
    return operations
      .filter(belongs)
      .map(({ id }) => id)
      .sort();
  };
}

/** The pointers that values lead to by `$ref`, directly or not. */
function reached(document, values, seen = new Set()) {
  for (const value of values) {
    if (Array.isArray(value)) reached(document, value, seen);
    if (!isObject(value)) continue;
    if (typeof value.$ref === 'string' && !seen.has(value.$ref)) {
      seen.add(value.$ref);
      const target = keysOf(value.$ref).reduce((holder, key) => holder?.[key], document);
      reached(document, [target], seen);
    }
    reached(document, Object.values(value), seen);
  }
  return seen;
}
