// Reads a document: its operations with everything that is written elsewhere brought in.
const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** Returns a function that follows a `$ref` within the document, and returns anything else as it is. */
export function resolver(document) {
  const step = (node, key) => node?.[decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~')];
  return function resolve(node) {
    if (!node?.$ref) return node;
    const target = node.$ref.startsWith('#/') && node.$ref.slice(2).split('/').reduce(step, document);
    if (!target) throw new Error(`Cannot follow ${node.$ref}. A bundle is made of documents that need no other file.`);
    return resolve(target);
  };
}

/**
 * The operations in the order of the document, webhooks last, each as `{id, path, method, operation, parameters,
 * security, webhook}`. `path` of a webhook is its name.
 */
export function operations(document) {
  const resolve = resolver(document);
  const of = (items, webhook) =>
    Object.entries(items ?? {}).flatMap(([path, item]) =>
      METHODS.filter((method) => item[method]).map((method) => {
        const operation = item[method];
        const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(resolve);
        const security = operation.security ?? document.security ?? [];
        return { id: operation.operationId, path, method, operation, parameters, security, webhook };
      }),
    );
  return [...of(document.paths, false), ...of(document['x-webhooks'], true)];
}

/** The named examples of a media type or parameter as `[name, value]`; a single `example` is called `example`. */
export function examplesOf({ example, examples }, resolve = (node) => node) {
  if (examples) return Object.entries(examples).map(([name, each]) => [name, resolve(each).value]);
  return example === undefined ? [] : [['example', example]];
}

/** The value to show for a parameter: its first example, or that of its schema. */
export function parameterExample(parameter, resolve) {
  const holder = parameter.content ? Object.values(parameter.content)[0] : parameter;
  const [own] = [...examplesOf(parameter, resolve), ...examplesOf(holder, resolve)];
  if (own) return own[1];
  const { example, default: standard, items } = resolve(holder.schema ?? {});
  return example ?? standard ?? (items && resolve(items).example !== undefined ? [resolve(items).example] : undefined);
}
