// The published calls of a webhook, judged by a receiver written from what the file says of itself.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { bundles } from './bundles.mjs';

const TOLERANCE = 300;
const published = bundles()
  .map(({ name, folder }) => ({ name, file: join(folder, 'webhook-vectors.json') }))
  .filter(({ file }) => existsSync(file));

test('one bundle has calls of a webhook to try', () => assert.equal(published.length, 1));

for (const { name, file } of published) {
  describe(`Calls of a webhook in ${name}`, () => {
    for (const vector of JSON.parse(readFileSync(file, 'utf8')).vectors) {
      test(vector.name, () => assert.equal(judgement(vector), vector.expect));
    }
  });
}

function judgement({ secrets, header, body, now }) {
  if (!header) return 'MISSING_HEADER';
  const parts = header.split(',').map((part) => part.trim().split(/=(.*)/s, 2));
  const values = (wanted) => parts.filter(([key]) => key === wanted).map(([, value]) => value);
  const times = values('t');
  const named = parts.every(([key, value]) => /^[a-z]\w*$/i.test(key) && value !== undefined);
  const signed = values('v1');
  if (!named || times.length !== 1 || !/^\d{1,12}$/.test(times[0]) || signed.length === 0) return 'MALFORMED_HEADER';
  const hmac = (secret) => createHmac('sha256', secret).update(`${times[0]}.${body}`).digest('hex');
  if (!secrets.some((secret) => signed.includes(hmac(secret)))) return 'MISMATCH';
  if (now - times[0] > TOLERANCE) return 'TOO_OLD';
  if (times[0] - now > TOLERANCE) return 'TOO_NEW';
  return isObject(body) ? 'ok' : 'MALFORMED_BODY';
}

function isObject(body) {
  try {
    const value = JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
