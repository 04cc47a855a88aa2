import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { operationsAt } from './affected.mjs';

const document = parse(`
info: {title: Songs}
paths:
  /songs:
    parameters: [{$ref: '#/components/parameters/Lang'}]
    get:
      operationId: listSongs
      responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/Songs'}}}}}
    post:
      operationId: createSong
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Song'}}}}
  /songs/{song}:
    delete: {operationId: deleteSong}
x-webhooks:
  sung:
    post: {operationId: onSung, requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Song'}}}}}
components:
  parameters: {Lang: {name: lang, in: query}}
  schemas:
    Songs: {type: array, items: {$ref: '#/components/schemas/Song'}}
    Song: {properties: {next: {$ref: '#/components/schemas/Song'}}}
    Alone: {type: string}
`);
const at = operationsAt(document);

for (const [name, pointer, expected] of [
  ['a place in an operation', '#/paths/~1songs/get/responses/200', ['listSongs']],
  ['a name in it that a URI would escape', '#/paths/~1songs~1%7Bsong%7D/delete', ['deleteSong']],
  ['a path', '#/paths/~1songs', ['createSong', 'listSongs']],
  ['parameters of a path', '#/paths/~1songs/parameters/0', ['createSong', 'listSongs']],
  ['a schema, through others and itself', '#/components/schemas/Song/properties/next', ['createSong', 'listSongs', 'onSung']],
  ['a shared parameter', '#/components/parameters/Lang', ['createSong', 'listSongs']],
  ['a webhook', '#/x-webhooks/sung', ['onSung']],
  ['everything', '#', ['createSong', 'deleteSong', 'listSongs', 'onSung']],
  ['what no operation uses', '#/components/schemas/Alone', []],
  ['what is about the document', '#/info/title', []],
])
  test(`operations of ${name}`, () => assert.deepEqual(at(pointer), expected));
