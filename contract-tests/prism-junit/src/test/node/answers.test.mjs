import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mendAnswers } from '../../main/resources/dev/specwright/prism/strict/answers.mjs';
import { prism } from './orders.mjs';

const operation = (schema) => ({
  method: 'get',
  path: '/one',
  responses: [{ code: '200', contents: [{ mediaType: 'application/json', schema }, { mediaType: 'text/plain' }] }],
});

test('null that Prism has added to an enum which had it is there once', () => {
  const one = operation({ type: ['string', 'null'], enum: ['a', null, null] });
  mendAnswers([one], prism);
  assert.deepEqual(one.responses[0].contents[0].schema.enum, ['a', null]);
});

test('an answer that cannot be checked is refused, and not left unchecked', () => {
  const one = operation({ type: 'string', pattern: '[' });
  assert.throws(() => mendAnswers([one], prism), /^Error: Cannot check answers of get \/one, 200 application\/json: .*regular expression/);
});

test('schemas that hold themselves are no problem', () => {
  const tree = { type: 'object', properties: {} };
  tree.properties.left = { $ref: '#/__bundled__/Tree' };
  mendAnswers([{ ...operation({ $ref: '#/__bundled__/Tree' }), __bundled__: { Tree: tree } }], prism);
});
