import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitsPattern } from '../../../../../specs/tools/checks/date-format.mjs';
import { dateFormat } from '../../main/resources/dev/specwright/prism/strict/date-format.mjs';

const TEXTS = {
  'dd/MM/yyyy': ['18/02/1964', '1964-02-18', '31/02/1964', '29/02/2023', '29/02/2024', '18/13/1964', '18/02/64', ' 18/02/1964'],
  'yyyy/MM/dd HH:mm:ss xx': ['2011/03/13 12:11:26 +0000', '2011/03/13 24:00:00 +0000', '2011/03/13 12:11:26 +00:00', '2011/03/13 12:11:26 +1900'],
  "yyyy-MM-dd'T'HH:mm:ss.SSSxxx": ['2011-03-13T12:11:26.000+01:00', '2011-03-13 12:11:26.000+01:00', '2011-03-13T12:60:26.000+01:00'],
  'HH:mm': ['23:59', '24:00', '9:00'],
};

for (const [pattern, texts] of Object.entries(TEXTS)) {
  test(`takes what the documents' own check takes as ${pattern}`, () => {
    const fits = texts.map(dateFormat(pattern));
    assert.deepEqual(fits, texts.map((text) => fitsPattern(pattern, text)));
    assert.ok(fits.includes(true) && fits.includes(false));
  });
}
