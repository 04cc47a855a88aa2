// One defect for each rule of redocly.yaml, and some that only one of the linters sees.

const list = (document) => document.paths['/ducks'].get;
const add = (document) => document.paths['/ducks'].post;
const answer = (document) => list(document).responses['200'].content;

export const redocly = {
  'info-contact': (document) => delete document.info.contact,
  'operation-description': (document) => delete list(document).description,
  'operation-singular-tag': (document) => {
    document.tags.push({ name: 'Geese', description: 'Other birds.' });
    list(document).tags.push('Geese');
  },
  'operation-tag-defined': (document) => (list(document).tags = ['Geese']),
  'parameter-description': (document) => delete list(document).parameters[0].description,
  'scalar-property-missing-example': (document) => delete document.components.schemas.Duck.properties.name.example,
  'spec-strict-refs': (document) => (document.info.contact = { $ref: '#/info/license' }),
  'no-illogical-composition-keywords': (document) =>
    (document.components.schemas.Duck.properties.size = { oneOf: [{ type: 'string', example: 'x' }] }),
  'no-invalid-media-type-examples': (document) =>
    (answer(document)['application/json'].examples.ducks.value[0].nmae = 'Donald'),
  'no-invalid-schema-examples': (document) =>
    (document.components.schemas.Duck.example = { name: 'Donald', nmae: 'Donald' }),
  'no-invalid-parameter-examples': (document) => (list(document).parameters[0].example = 'two'),
  'request-mime-type': (document) => {
    const { content } = add(document).requestBody;
    content['text/plain'] = { schema: { type: 'string' }, example: 'Donald' };
  },
  'response-mime-type': (document) =>
    (answer(document)['application/xml'] = { schema: { type: 'string' }, example: '<a/>' }),
  'rule/https-only': (document) => (document.servers[0].url = 'http://api.example.com'),
  'rule/no-body-on-get': (document) => (list(document).requestBody = structuredClone(add(document).requestBody)),
  'rule/no-reserved-header-parameter': (document) =>
    (list(document).parameters[0] = { ...list(document).parameters[0], in: 'header', name: 'accept' }),
  'rule/body-has-example': (document) => delete answer(document)['application/json'].examples,
  'rule/security-scheme-described': (document) => delete document.components.securitySchemes.token.description,
  'rule/one-kind-of-example': (document) => (answer(document)['application/json'].example = [{ name: 'Donald' }]),
  'rule/integer-format': (document) => delete list(document).parameters[0].schema.format,
  'rule/no-secret-in-query': (document) => (list(document).parameters[0].name = 'access_token'),
  'rule/version-is-semantic': (document) => (document.info.version = '1.0'),
  'rule/deprecated-says-what-instead': (document) => (list(document).deprecated = true),
  'rule/code-sample-complete': (document) => (list(document)['x-codeSamples'] = [{ lang: 'Shell' }]),
  'rule/no-eval': (document) => (document.info.description += '\nRead it with `eval(text)`.'),
  'rule/default-response': (document) => delete list(document).responses.default,
};

export const spectral = {
  'contact-name-and-url': (document) => delete document.info.contact.url,
  // These stand for the whole of spectral:oas.
  'openapi-tags-alphabetical': (document) => document.tags.push({ name: 'Birds', description: 'All of them.' }),
  'oas3-schema': (document) => (document.components.securitySchemes.token.flows = {}),
  'oas3-valid-media-example': (document) => (answer(document)['application/json'].examples.ducks.value[0].name = 1),
  'oas3-unused-component': (document) =>
    (document.components.schemas.Goose = { type: 'object', description: 'Nobody names it.' }),
};
