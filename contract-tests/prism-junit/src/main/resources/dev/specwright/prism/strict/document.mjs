// An OpenAPI document in one piece, and what each of its operations takes.
const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** Reads a document of any number of files. The `$ref` that are left stay within it; `resolve` follows them. */
export async function readDocument(file, { RefParser }) {
  const root = await new RefParser().bundle(file);
  if (!/^3\./.test(root.openapi)) {
    const found = root.swagger ? `Swagger ${root.swagger}` : 'something else';
    throw new Error(`Strict checks need an OpenAPI 3 document but found ${found}. Use the mock without them.`);
  }
  return { root, resolve: resolver(root) };
}

function resolver(root) {
  const step = (node, key) => node?.[decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~')];
  return function resolve(node) {
    if (typeof node?.$ref !== 'string') return node;
    const target = node.$ref.startsWith('#') ? node.$ref.split('/').slice(1).reduce(step, root) : undefined;
    if (!target) throw new Error(`Cannot follow $ref ${node.$ref}.`);
    return resolve(target);
  };
}

/** The operations as `{key, parameters, body, security}`; `security` has a list of schemes for each alternative. */
export function operations({ root, resolve }) {
  return Object.entries(root.paths ?? {}).flatMap(([path, reference]) => {
    const item = resolve(reference);
    return METHODS.filter((method) => item[method]).map((method) => {
      const operation = item[method];
      return {
        key: operationKey({ method, path }),
        parameters: parametersOf(item, operation, resolve),
        body: resolve(operation.requestBody),
        security: (operation.security ?? root.security ?? []).map((alternative) => schemesOf(alternative, root, resolve)),
      };
    });
  });
}

/** What tells an operation from all others of its document. */
export function operationKey({ method, path }) {
  return `${method} ${path}`;
}

/** A parameter of the operation replaces that of the path with the same name in the same place. */
function parametersOf(item, operation, resolve) {
  const all = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(resolve);
  return [...new Map(all.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter])).values()];
}

function schemesOf(alternative, root, resolve) {
  const schemes = root.components?.securitySchemes ?? {};
  return Object.keys(alternative).map((key) => ({ key, ...resolve(schemes[key]) }));
}
