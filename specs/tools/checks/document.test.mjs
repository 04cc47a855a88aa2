import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Document } from './document.mjs';

test('a place has the line of the nearest that exists', () => {
  const document = new Document(
    'openapi: 3.0.3\npaths:\n  /x:\n    get:\n      parameters:\n        - name: a\n        - name: b\n',
  );
  assert.equal(document.line(['paths', '/x', 'get', 'parameters', '1', 'name']), 7);
  assert.equal(document.line(['paths', '/x', 'get', 'security']), 5);
  assert.equal(document.line([]), 1);
});

test('names that look like extensions or keywords are names', () => {
  const document = new Document(
    'components: {schemas: {x-a: {properties: {properties: {type: string}, example: {$ref: "#/b"}}}}}',
  );
  assert.deepEqual(
    document.ofKind('schema').map(({ path }) => path.slice(2).join('.')),
    ['x-a', 'x-a.properties.properties', 'x-a.properties.example'],
  );
});

test('an operation has the parameters of its path, unless it has its own', () => {
  const text =
    'paths: {/x: {parameters: [{name: a, in: query}, {$ref: "#/components/parameters/B"}], get: {parameters: [{name: a, in: query, x: 1}]}}}\ncomponents: {parameters: {B: {name: b, in: path}}}';
  assert.deepEqual(new Document(text).operations()[0].parameters, [
    { name: 'b', in: 'path' },
    { name: 'a', in: 'query', x: 1 },
  ]);
});

test('a circle of references is nothing', () => {
  const document = new Document(
    'components: {schemas: {A: {$ref: "#/components/schemas/A"}, B: {allOf: [{$ref: "#/components/schemas/B"}]}}}',
  );
  assert.equal(document.resolve({ $ref: '#/components/schemas/A' }), undefined);
  assert.equal(document.parts({ $ref: '#/components/schemas/B' }).length, 1);
});

test('a document that is no YAML is an error with its place', () => {
  assert.throws(() => new Document('a: [1'), /at line 1, column/);
});
