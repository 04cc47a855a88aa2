// Runs the Postman collection of a bundle against its mock.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { runCollection } from './collection.mjs';

const collectionOf = (folder) => JSON.parse(readFileSync(join(folder, 'postman_collection.json'), 'utf8'));
const items = ({ item }) => item.flatMap((each) => (each.item ? items(each) : [each]));

function assertAccepted(results) {
  const refused = results.filter(({ status }) => status < 200 || status > 299);
  assert.deepEqual(refused.map(({ method, target, status, text }) => `${method} ${target}: ${status} ${text}`), []);
}

export function collectionCases({ folder, document }, mock) {
  describe('Postman collection', () => {
    test('has a request for each operation', () => {
      const operations = Object.values(document.paths).flatMap((item) => Object.values(item).filter((each) => each.operationId));
      const names = items(collectionOf(folder)).map((each) => each.name).sort();
      assert.deepEqual(names, operations.map(({ summary }) => summary).sort());
    });

    test('is accepted by the mock', async () => {
      assertAccepted(await runCollection(collectionOf(folder), { url: mock.url, folder }));
    });

    test('is accepted by the mock with all optional parameters', async () => {
      assertAccepted(await runCollection(collectionOf(folder), { url: mock.url, folder, optional: true }));
    });

    test('holds no secret outside of its variables', () => {
      const text = JSON.stringify(items(collectionOf(folder)).map(({ request: { description, ...request } }) => request));
      for (const { key, value } of collectionOf(folder).variable.filter(({ key }) => /token|secret|key|clientId/i.test(key))) {
        assert.ok(!text.includes(JSON.stringify(value)), `the value of ${key} is written into a request`);
      }
    });
  });
}

/** With the bundle of smartQ, whose requests have a header and bodies to spoil. */
export function spoiltCollectionCases({ folder }, mock) {
  describe('A collection with a mistake', () => {
    test('is refused when no request has its header with the client id', async () => {
      const collection = collectionOf(folder);
      for (const { request } of items(collection)) request.header = request.header.filter(({ key }) => key === 'Accept');
      const results = await runCollection(collection, { url: mock.url, folder });
      assert.deepEqual([...new Set(results.map(({ status }) => status))], [401]);
    });

    test('is refused when the bodies have lost their brackets', async () => {
      const collection = collectionOf(folder);
      const create = items(collection).find((each) => each.request.body?.urlencoded?.some(({ key }) => key === 'ticket[name]'));
      for (const pair of create.request.body.urlencoded) pair.key = pair.key.replace(/\[.*/, '');
      const results = await runCollection(collection, { url: mock.url, folder });
      assert.equal(results.find((each) => each.name === create.name).status, 422);
    });
  });
}
