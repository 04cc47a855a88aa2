import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { zip } from './zip.mjs';

test('the same files in another order give the same bytes', () => {
  const files = [['b/2.txt', 'two'], ['a.txt', 'ä'], ['10', 'ten'], ['9', 'nine']];
  assert.deepEqual(zip(new Map(files)), zip(new Map([...files].reverse())));
});

test('another time zone and another day give the same bytes', () => {
  const files = new Map([['a.txt', 'text']]);
  const before = zip(files);
  const { TZ } = process.env;
  process.env.TZ = 'Pacific/Auckland';
  try {
    assert.deepEqual(zip(files), before);
  } finally {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  }
});

test('what went in comes out', () => {
  const files = unzipSync(zip(new Map([['folder/ä.txt', 'tëxt'], ['bytes', Buffer.from([0, 255])]])));
  assert.equal(strFromU8(files['folder/ä.txt']), 'tëxt');
  assert.deepEqual([...files.bytes], [0, 255]);
});

test('another content gives other bytes', () => {
  assert.notDeepEqual(zip(new Map([['a', '1']])), zip(new Map([['a', '2']])));
});
