import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { jsonTextPattern } from './json-text.mjs';
import { prismVariant } from './prism-rewrite.mjs';

const FORM = 'application/x-www-form-urlencoded';
const JSON_ENCODED = { contentType: 'application/json' };
const text = (schema) => ({ type: 'string', pattern: jsonTextPattern(schema, (same) => same) });

const postOf = (document) => document.paths['/x'].post;
const formOf = (document) => postOf(document).requestBody.content[FORM];
const withForm = (form, components) => ({
  paths: { '/x': { post: { requestBody: { content: { [FORM]: form } } } } },
  ...(components && { components }),
});
const withParameter = (parameter) => ({ paths: { '/x': { post: { parameters: [parameter] } } } });
const rewritten = (parameter) => postOf(prismVariant(withParameter(parameter))).parameters[0];

test('a JSON-encoded form property becomes a text, its encoding and the examples go', () => {
  const variant = prismVariant(
    withForm({
      schema: { type: 'object', required: ['steps'], properties: { steps: { type: 'array', items: {} } } },
      encoding: { steps: JSON_ENCODED },
      example: { steps: [] },
      examples: { one: { value: { steps: [] } } },
    }),
  );
  assert.deepEqual(formOf(variant), {
    schema: { type: 'object', required: ['steps'], properties: { steps: text({ type: 'array' }) } },
  });
});

test('other properties and encodings of such a form stay', () => {
  const oauth_token = { type: 'string', minLength: 1, 'x-credential': 'oauthToken' };
  const tags = { type: 'array', items: { type: 'string' } };
  const variant = prismVariant(
    withForm({
      schema: { properties: { oauth_token, tags, name: { type: 'string' } } },
      encoding: { tags: { style: 'form', explode: true }, name: { contentType: 'application/json; charset=utf-8' } },
    }),
  );
  assert.deepEqual(formOf(variant), {
    schema: { properties: { oauth_token, tags, name: text({ type: 'string' }) } },
    encoding: { tags: { style: 'form', explode: true } },
  });
});

test('a shared schema is copied into the form, not changed', () => {
  const schemas = {
    New: { allOf: [{ $ref: '#/components/schemas/Named' }, { properties: { json: { type: 'object' } } }] },
    Named: { properties: { name: { $ref: '#/components/schemas/a~1name' } } },
    'a/name': { type: 'string', nullable: true },
  };
  const form = { schema: { $ref: '#/components/schemas/New' }, encoding: { name: JSON_ENCODED, json: JSON_ENCODED } };
  const variant = prismVariant(withForm(form, { schemas }));
  assert.deepEqual(formOf(variant).schema, {
    allOf: [
      { properties: { name: text({ type: 'string', nullable: true }) } },
      { properties: { json: text({ type: 'object' }) } },
    ],
  });
  assert.deepEqual(variant.components.schemas, schemas);
});

test('a required property that only answers have stays optional in requests', () => {
  const schema = { required: ['created'], properties: { created: { type: 'integer', readOnly: true } } };
  const variant = prismVariant(withForm({ schema, encoding: { created: JSON_ENCODED } }));
  assert.equal(formOf(variant).schema.properties.created.readOnly, true);
});

test('a shared request body is rewritten where it stands', () => {
  const body = (property, encoding) => ({ content: { [FORM]: { schema: { properties: { a: property } }, ...encoding } } });
  const variant = prismVariant({
    paths: { '/x': { post: { requestBody: { $ref: '#/components/requestBodies/A' } } } },
    components: { requestBodies: { A: body({ type: 'object' }, { encoding: { a: JSON_ENCODED } }) } },
  });
  assert.deepEqual(postOf(variant).requestBody, { $ref: '#/components/requestBodies/A' });
  assert.deepEqual(variant.components.requestBodies.A, body(text({ type: 'object' })));
});

test('a JSON-encoded query parameter gets a schema', () => {
  const page = { name: 'page', in: 'query', required: true };
  const content = { 'application/json': { schema: { type: 'integer' }, example: 1410271524 } };
  assert.deepEqual(rewritten({ ...page, content }), { ...page, schema: text({ type: 'integer' }) });
});

test('parameters are rewritten in components and in path items, too', () => {
  const parameter = { name: 'page', in: 'query', content: { 'application/json': { schema: { type: 'integer' } } } };
  const expected = { name: 'page', in: 'query', schema: text({ type: 'integer' }) };
  const variant = prismVariant({
    paths: { '/x': { parameters: [parameter, { $ref: '#/components/parameters/Page' }], get: {} } },
    components: { parameters: { Page: parameter } },
  });
  assert.deepEqual(variant.paths['/x'].parameters, [expected, { $ref: '#/components/parameters/Page' }]);
  assert.deepEqual(variant.components.parameters.Page, expected);
});

test('an array called x[] becomes the member of x without a name', () => {
  const item = { type: 'string', pattern: '^\\w+,(ASC|DESC)$' };
  const schema = { type: 'array', maxItems: 3, items: item };
  const orderBy = { name: 'order_by[]', in: 'query', description: 'Sorting', schema, example: ['name,ASC'] };
  const expected = {
    name: 'order_by',
    in: 'query',
    description: 'Sorting',
    style: 'deepObject',
    explode: true,
    schema: { type: 'object', properties: { '': { anyOf: [item, schema] } } },
  };
  assert.deepEqual(rewritten(orderBy), expected);
  assert.deepEqual(rewritten({ ...orderBy, required: true }), {
    ...expected,
    required: true,
    schema: { ...expected.schema, required: [''] },
  });
});

test('a nullable enum is without null, which Prism adds', () => {
  const schema = (values) => ({ type: 'string', nullable: true, enum: values });
  const document = (values) => ({ components: { schemas: { A: { properties: { a: schema(values) }, example: schema(values) } } } });
  const variant = prismVariant(document(['x', null]));
  assert.deepEqual(variant.components.schemas.A, { properties: { a: schema(['x']) }, example: schema(['x', null]) });
  assert.deepEqual(prismVariant({ components: { schemas: { A: schema([null]) } } }).components.schemas.A.enum, []);
});

test('webhooks are dropped', () => {
  assert.deepEqual(prismVariant({ openapi: '3.0.3', 'x-webhooks': { answered: {} } }), { openapi: '3.0.3' });
});

const untouched = {
  'a plain form': withForm({ schema: { properties: { a: { type: 'integer' } } }, example: { a: 1 } }),
  'a form with deepObject': withForm({
    schema: { properties: { ticket: { type: 'object' } } },
    encoding: { ticket: { style: 'deepObject', explode: true } },
  }),
  'a JSON body': { paths: { '/x': { post: { requestBody: { content: { 'application/json': { example: {} } } } } } } },
  'a plain query parameter': withParameter({ name: 'limit', in: 'query', schema: { type: 'integer' }, example: 2 }),
  'a list with commas': withParameter({ name: 'a[]', in: 'query', explode: false, schema: { type: 'array', items: {} } }),
  'a text called x[]': withParameter({ name: 'a[]', in: 'query', schema: { type: 'string' } }),
  'a header with JSON': withParameter({ name: 'X-A', in: 'header', content: { 'application/json': { schema: {} } } }),
  'an extension of paths': { paths: { 'x-note': 'text' } },
};
for (const [name, document] of Object.entries(untouched)) {
  test(`${name} stays`, () => assert.deepEqual(prismVariant(document), document));
}

test('the document itself is not changed', () => {
  const form = { schema: { properties: { a: { type: 'object' } } }, encoding: { a: JSON_ENCODED } };
  const document = { ...withForm(form), 'x-webhooks': {} };
  const before = structuredClone(document);
  prismVariant(document);
  assert.deepEqual(document, before);
});

test('a reference to nothing is an error that names it', () => {
  const form = { schema: { $ref: '#/components/schemas/Gone' }, encoding: { a: JSON_ENCODED } };
  assert.throws(() => prismVariant(withForm(form)), /Cannot follow #\/components\/schemas\/Gone/);
});

test('the command writes the same YAML each time, for readers of YAML 1.1 as well', (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'prism-variant-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const [document, one, two] = ['openapi.yaml', 'new/one.yaml', 'two.yaml'].map((name) => join(folder, name));
  writeFileSync(document, 'openapi: 3.0.3\nanswer: "no"\nday: "2015-11-06"\nsame: [&a {b: 1}, *a]\nx-webhooks: {}\n');

  const tool = fileURLToPath(new URL('prism-variant.mjs', import.meta.url));
  for (const file of [one, two]) execFileSync(process.execPath, [tool, document, file]);

  const written = readFileSync(one, 'utf8');
  assert.equal(
    written.replace(/^#.*\n/, ''),
    'openapi: 3.0.3\nanswer: "no"\nday: "2015-11-06"\nsame:\n  - b: 1\n  - b: 1\n',
  );
  assert.equal(readFileSync(two, 'utf8'), written);
});
