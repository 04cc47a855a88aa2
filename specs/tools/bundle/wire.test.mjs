import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formPairs, queryPairs, urlencoded } from './wire.mjs';

test('a value with a JSON encoding is sent as JSON text, a string with its quotes', () => {
  const json = { contentType: 'application/json' };
  const pairs = formPairs({ oauth_token: 't', name: 'x', expires: null }, { encoding: { name: json, expires: json } });
  assert.deepEqual(pairs, [['oauth_token', 't'], ['name', '"x"'], ['expires', 'null']]);
});

test('a deep object is sent in the brackets of PHP, without its nulls', () => {
  const pairs = formPairs({ ticket: { name: 'New', assigned_to: [1, 2], notify: true, due: null } }, {
    encoding: { ticket: { style: 'deepObject' } },
  });
  assert.deepEqual(pairs, [
    ['ticket[name]', 'New'],
    ['ticket[assigned_to][0]', '1'],
    ['ticket[assigned_to][1]', '2'],
    ['ticket[notify]', '1'],
  ]);
  assert.equal(urlencoded(pairs.slice(1, 2)), 'ticket%5Bassigned_to%5D%5B0%5D=1');
});

test('an array in a query is repeated, or joined by commas without explode', () => {
  assert.deepEqual(queryPairs({ name: 'x[]', explode: true }, ['a', 'b']), [['x[]', 'a'], ['x[]', 'b']]);
  assert.deepEqual(queryPairs({ name: 'x', explode: false }, ['a', 'b']), [['x', 'a,b']]);
});

test('a query parameter with JSON content is sent as JSON text', () => {
  assert.deepEqual(queryPairs({ name: 'q', content: { 'application/json': {} } }, 'a'), [['q', '"a"']]);
});
