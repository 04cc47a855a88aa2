// A place in a document: its value and its JSON Pointer, so that every finding can say where it is.

export const rootOf = (document) => ({ root: document, pointer: '#', value: document });

/** What stands under a key. It need not exist: then its value is undefined. */
export const child = (node, key) => ({
  root: node.root,
  pointer: `${node.pointer}/${escapeKey(key)}`,
  value: isObject(node.value) || Array.isArray(node.value) ? node.value[key] : undefined,
});

/** The entries of an object or a list as `[key, node]`. */
export const children = (node) => Object.keys(node.value ?? {}).map((key) => [key, child(node, key)]);

/** The same place, or the one that its `$ref` leads to. */
export function resolved(node) {
  const ref = node.value?.$ref;
  if (typeof ref !== 'string') return node;
  const keys = ref.startsWith('#/') ? ref.slice(2).split('/').map(unescapeKey) : [undefined];
  const target = keys.reduce(child, rootOf(node.root));
  if (target.value === undefined)
    throw new Error(`${node.pointer}: cannot follow ${ref}. References stay inside the document.`);
  return resolved(target);
}

export const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

export const unescapeKey = (key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~');
const escapeKey = (key) => String(key).replaceAll('~', '~0').replaceAll('/', '~1');
