// Where an OpenAPI 3.0 document has what: kind -> member -> kind of its value. `[]` is a list, `{}` a map with
// names of the author's choice, `*` every member that is no extension.
const CHILDREN = {
  document: {
    info: 'info',
    servers: '[]server',
    paths: 'paths',
    components: 'components',
    tags: '[]tag',
    externalDocs: 'externalDocs',
    'x-webhooks': '{}pathItem',
  },
  info: { contact: 'contact', license: 'license' },
  server: { variables: '{}serverVariable' },
  tag: { externalDocs: 'externalDocs' },
  paths: { '*': 'pathItem' },
  pathItem: {
    parameters: '[]parameter',
    servers: '[]server',
    ...Object.fromEntries(
      ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'].map((method) => [method, 'operation']),
    ),
  },
  operation: {
    parameters: '[]parameter',
    requestBody: 'requestBody',
    responses: 'responses',
    callbacks: '{}callback',
    servers: '[]server',
    externalDocs: 'externalDocs',
  },
  callback: { '*': 'pathItem' },
  parameter: { schema: 'schema', content: '{}mediaType', examples: '{}example' },
  header: { schema: 'schema', content: '{}mediaType', examples: '{}example' },
  requestBody: { content: '{}mediaType' },
  responses: { '*': 'response' },
  response: { headers: '{}header', content: '{}mediaType', links: '{}link' },
  mediaType: { schema: 'schema', encoding: '{}encoding', examples: '{}example' },
  encoding: { headers: '{}header' },
  schema: {
    properties: '{}schema',
    items: 'schema',
    allOf: '[]schema',
    anyOf: '[]schema',
    oneOf: '[]schema',
    not: 'schema',
    additionalProperties: 'schema',
    discriminator: 'discriminator',
    externalDocs: 'externalDocs',
    xml: 'xml',
  },
  securityScheme: { flows: 'flows' },
  flows: { '*': 'flow' },
  components: {
    schemas: '{}schema',
    responses: '{}response',
    parameters: '{}parameter',
    examples: '{}example',
    requestBodies: '{}requestBody',
    headers: '{}header',
    securitySchemes: '{}securityScheme',
    links: '{}link',
    callbacks: '{}callback',
  },
};

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** All objects of a document that OpenAPI knows, as `{kind, value, path, parent}`, parents first. */
export function* walk(value, kind = 'document', path = [], parent) {
  if (!isObject(value)) return; // such as additionalProperties: true
  const node = { kind, value, path, parent };
  yield node;
  if (value.$ref) return;
  for (const [member, child] of Object.entries(value)) {
    const form = CHILDREN[kind]?.[member] ?? (member.startsWith('x-') ? undefined : CHILDREN[kind]?.['*']);
    if (!form) continue;
    const childKind = form.replace(/^(\[\]|\{\})/, '');
    if (childKind === form) yield* walk(child, childKind, [...path, member], node);
    else if (isObject(child) || Array.isArray(child)) {
      // The names of a map are never extensions, even if they begin with x-.
      for (const [key, each] of Object.entries(child)) yield* walk(each, childKind, [...path, member, key], node);
    }
  }
}
