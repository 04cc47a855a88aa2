import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { refusals } from './orders.mjs';

describe('A login', () => {
  const of = (authorization) => refusals('get', '/account', { headers: { authorization } });
  const basic = (text) => `Basic ${Buffer.from(text).toString('base64')}`;
  const missing = [' 401: Invalid security scheme used'];

  test('is accepted', () => {
    assert.deepEqual(of(basic('ann:secret')), []);
    assert.deepEqual(of(basic('ann:')), []);
    assert.deepEqual(of(basic('ann:secret').replace('Basic', 'basic')), []);
  });
  test('may have colons in its password', () => assert.deepEqual(of(basic('ann:a:b::')), []));
  test('is missed', () => {
    for (const none of ['', 'Basic', basic('ann'), 'Bearer YTpiOmM=']) assert.deepEqual(of(none), missing);
  });
});
