import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jsonTextPattern } from './json-text.mjs';

const schemas = { Step: { type: 'object' }, Gender: { type: 'string', enum: ['m', 'f'] } };
const resolve = (schema) => (schema.$ref ? schemas[schema.$ref] : schema);

/** Prism compiles patterns with the u flag, and goes without any check if one does not compile. */
const matcher = (schema) => new RegExp(jsonTextPattern(schema, resolve), 'u');

const cases = [
  {
    name: 'string',
    schema: { type: 'string' },
    takes: ['""', '"My new name"', '"a\\"b\\\\c\\/d\\u00e8"', '"è ☺ 😀"', ' "x"\n'],
    refuses: ['x', '"', '"a"b"', '"\\x"', '"\n"', '1', 'null', '[]', ''],
  },
  {
    name: 'string whose length, pattern and format only a decoder can see',
    schema: { type: 'string', minLength: 3, maxLength: 4, pattern: '^[a-z]+$', format: 'uri' },
    takes: ['"A"', '"http://mysmark.com/"'],
    refuses: ['http://mysmark.com/'],
  },
  {
    name: 'integer',
    schema: { type: 'integer', minimum: 5 },
    takes: ['0', '-1', '1446768000', ' 7 '],
    refuses: ['"1"', '01', '1.5', '+1', 'true', 'null'],
  },
  {
    name: 'number',
    schema: { type: 'number' },
    takes: ['0', '-1.50', '1e9', '2.5E-3'],
    refuses: ['.5', '1.', 'NaN', '"1"'],
  },
  { name: 'boolean', schema: { type: 'boolean' }, takes: ['true', 'false'], refuses: ['1', '"true"', 'True', 'truefalse'] },
  { name: 'object', schema: { type: 'object' }, takes: ['{}', '{"a":\n[1]}'], refuses: ['[]', '"{}"', '{', 'null'] },
  { name: 'array', schema: { type: 'array', items: {} }, takes: ['[]', '[{"a":\n1}]'], refuses: ['{}', 'a,b', '['] },
  { name: 'reference', schema: { $ref: 'Step' }, takes: ['{}'], refuses: ['[]'] },
  { name: 'nullable', schema: { type: 'integer', nullable: true }, takes: ['1', 'null'], refuses: ['"null"', '1null', ''] },
  {
    name: 'enum of strings',
    schema: { type: 'string', nullable: true, enum: ['m', 'f', 'v1.0', null] },
    takes: ['"m"', '"f"', '"v1.0"', 'null'],
    refuses: ['m', '"x"', '"mf"', '"v1x0"'],
  },
  {
    name: 'enum of texts that encoders write differently',
    schema: { type: 'string', enum: ['a/b'] },
    takes: ['"a/b"', '"a\\/b"'],
    refuses: ['a/b', '1'],
  },
  { name: 'enum of integers', schema: { type: 'integer', enum: [0, 1] }, takes: ['0', '1'], refuses: ['2', '10', '"1"'] },
  { name: 'enum of numbers', schema: { type: 'number', enum: [1.5] }, takes: ['1.5', '1.50'], refuses: ['"1.5"'] },
  {
    name: 'oneOf',
    schema: { oneOf: [{ $ref: 'Gender' }, { type: 'integer', nullable: true }] },
    takes: ['"m"', '7', 'null'],
    refuses: ['"x"', '{}', '"m"7'],
  },
  { name: 'anyOf', schema: { anyOf: [{ type: 'array' }, { $ref: 'Step' }] }, takes: ['[]', '{}'], refuses: ['1'] },
  {
    name: 'nullable around a reference',
    schema: { nullable: true, allOf: [{ description: 'says nothing' }, { $ref: 'Step' }] },
    takes: ['{}', 'null'],
    refuses: ['[]', '1'],
  },
  {
    name: 'no type: any JSON',
    schema: { description: 'Whatever you like' },
    takes: ['"a"', '-1.5', 'true', '{}', '[]', 'null'],
    refuses: ['a', '', '1 2'],
  },
];

for (const { name, schema, takes, refuses } of cases) {
  test(name, () => {
    const pattern = matcher(schema);
    for (const text of takes) assert.match(text, pattern);
    for (const text of refuses) assert.doesNotMatch(text, pattern);
  });
}

test('a type that OpenAPI 3.0 does not know is an error', () => {
  assert.throws(() => matcher({ type: ['string', 'null'] }), /Not a type of OpenAPI 3\.0: \["string","null"\]/);
});
