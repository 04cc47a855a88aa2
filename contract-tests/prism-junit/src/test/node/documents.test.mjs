import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { checksOf } from './orders.mjs';

const operation = (rest) => ({ responses: { 200: { description: 'Done.' } }, ...rest });
const withParameter = (parameter) => ({
  openapi: '3.0.3',
  info: { title: 'One', version: '1' },
  paths: { '/one': { get: operation({ parameters: [parameter] }) } },
});

describe('A document', () => {
  let folder;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'documents-'))));
  after(() => rmSync(folder, { recursive: true }));

  function write(name, content) {
    const file = join(folder, name);
    writeFileSync(file, JSON.stringify(content));
    return file;
  }

  /** The violations of GET /one with this query. */
  async function refusals(file, query) {
    const { validateInput } = await checksOf(file);
    const resource = { method: 'get', path: '/one', request: {}, responses: [] };
    const { left = [] } = validateInput({ resource, element: { method: 'get', url: { path: '/one', query }, headers: {}, body: null } });
    return left.map(({ message }) => message);
  }

  test('with a pattern that no program can use is refused, and not left unchecked', async () => {
    const file = write('pattern.json', withParameter({ name: 'a', in: 'query', schema: { type: 'string', pattern: '[' } }));
    await assert.rejects(checksOf(file), /^Error: Cannot check requests of get \/one: .*Invalid regular expression/);
  });

  test('with such a pattern in a path is refused too', async () => {
    const file = write('path.json', withParameter({ name: 'a', in: 'header', schema: { type: 'string', pattern: '[' } }));
    await assert.rejects(checksOf(file), /^Error: Cannot check requests of get \/one: /);
  });

  test('that names a schema which is not there is refused', async () => {
    const file = write('name.json', withParameter({ name: 'a', in: 'query', schema: { type: 'string', 'x-json-text': 'Filtre' } }));
    await assert.rejects(checksOf(file), {
      message: 'Cannot check requests of get /one: x-json-text names Filtre, which is not in components.schemas',
    });
  });

  test('with an unknown date field is refused', async () => {
    const file = write('date.json', withParameter({ name: 'a', in: 'query', schema: { type: 'string', 'x-date-format': 'YYYY' } }));
    await assert.rejects(checksOf(file), {
      message: 'Cannot check requests of get /one: x-date-format has "YYYY"; known are yyyy, MM, dd, HH, mm, ss, SSS, xx, xxx',
    });
  });

  test('of Swagger 2 is refused', async () => {
    const file = write('two.json', { swagger: '2.0', info: { title: 'Two', version: '1' }, paths: {} });
    await assert.rejects(checksOf(file), {
      message: 'Strict checks need an OpenAPI 3 document but found Swagger 2.0. Use the mock without them.',
    });
  });

  test('of several files is read', async () => {
    write('parts.json', { Size: { type: 'integer', maximum: 9 }, Sizes: { type: 'array', items: { $ref: '#/Size' } } });
    const content = { 'application/json': { schema: { $ref: 'parts.json#/Sizes' } } };
    const file = write('several.json', withParameter({ name: 'a', in: 'query', content }));
    assert.deepEqual(await refusals(file, { a: '[9]' }), []);
    assert.deepEqual(await refusals(file, { a: '[10]' }), ['Request query parameter a.0 must be <= 9']);
  });

  test('of OpenAPI 3.1 is checked by its rules', async () => {
    const schema = { type: ['array', 'null'], prefixItems: [{ type: 'integer' }], items: false };
    const content = { 'application/json': { schema } };
    const file = write('three-one.json', { ...withParameter({ name: 'a', in: 'query', content }), openapi: '3.1.0' });
    assert.deepEqual(await refusals(file, { a: '[1]' }), []);
    assert.deepEqual(await refusals(file, { a: 'null' }), []);
    assert.deepEqual(await refusals(file, { a: '[1,2]' }), ['Request query parameter a must NOT have more than 1 items']);
  });

  test('with an exploded object takes its members as parameters', async () => {
    const schema = { type: 'object', properties: { r: { type: 'integer' } } };
    const file = write('exploded.json', withParameter({ name: 'a', in: 'query', schema }));
    assert.deepEqual(await refusals(file, { r: '1' }), []);
    assert.deepEqual(await refusals(file, { r: 'x' }), ['Request query parameter a.r must be integer']);
    assert.deepEqual(await refusals(file, { g: '1' }), ['Request query parameter g is not in the document, which has a']);
  });

  test('with a free object takes all parameters', async () => {
    const file = write('free.json', withParameter({ name: 'a', in: 'query', schema: { type: 'object', additionalProperties: true } }));
    assert.deepEqual(await refusals(file, { any: '1', other: 'x' }), []);
  });
});
