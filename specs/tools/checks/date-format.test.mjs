import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitsPattern } from './date-format.mjs';

const CASES = {
  'dd/MM/yyyy': {
    takes: ['18/02/1964', '29/02/2000'],
    refuses: ['18/2/1964', '29/02/2001', '31/04/2000', '00/01/2000', '01/13/2000', '18-02-1964', ' 18/02/1964', ''],
  },
  'yyyy/MM/dd HH:mm:ss xx': {
    takes: ['2011/03/13 12:11:26 +0000', '2011/05/23 18:04:12 -1130'],
    refuses: [
      '2011/03/13 24:00:00 +0000',
      '2011/03/13 12:60:26 +0000',
      '2011/03/13 12:11:60 +0000',
      '2011/03/13 12:11:26 +1900',
      '2011/03/13 12:11:26 +01:00',
      '2011/03/13 12:11:26',
    ],
  },
  "yyyy-MM-dd'T'HH:mm:ss.SSSxxx": { takes: ['2011-03-13T12:11:26.123+01:00'], refuses: ['2011-03-13T12:11:26x123+01:00'] },
  'HH:mm': { takes: ['00:00', '23:59'], refuses: ['24:00', '9:30'] },
  'dd.MM.yyyy (HH+mm)': { takes: ['01.02.2003 (04+05)'], refuses: ['01x02x2003 (04+05)'] },
};

for (const [pattern, { takes, refuses }] of Object.entries(CASES)) {
  test(`${pattern} takes what has its form and exists`, () => {
    assert.deepEqual(
      takes.filter((text) => !fitsPattern(pattern, text)),
      [],
    );
    assert.deepEqual(
      refuses.filter((text) => fitsPattern(pattern, text)),
      [],
    );
  });
}
