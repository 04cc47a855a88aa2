import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { compare } from './made.mjs';

const MADE = {
  'customizations/core/target/core-1.0.0.jar': 'core',
  'generated-clients/shop/target/shop-1.0.0-sources.jar': 'shop',
  'generated-clients/shop/target/bom.json': '{}',
  'contract-tests/prism-junit/target/prism-junit-1.0.0.jar': 'prism',
  'specs/target/bundles/shop-1.0.0.zip': 'zip',
  'specs/target/portal/shop/index.html': '<html>',
};
/** What a build makes for itself. */
const OWN = {
  'contract-tests/tour/target/tour-1.0.0.jar': 'tour',
  'customizations/core/target/classes/Core.class': 'class',
  'customizations/core/src/test/resources/target/old.jar': 'old',
  'specs/target/gate/shop.md': 'gate',
};

function differences(t, first, second) {
  const [root, again] = [first, second].map((files) => {
    const folder = mkdtempSync(join(tmpdir(), 'build-'));
    t.after(() => rmSync(folder, { recursive: true }));
    for (const [name, text] of Object.entries(files)) {
      const file = join(folder, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    return folder;
  });
  const { files, differences } = compare(root, again);
  return [files, ...differences.map((each) => each.replace(again, 'AGAIN'))];
}

const without = (name) => Object.fromEntries(Object.entries(MADE).filter(([file]) => file !== name));

test('two builds that made the same differ in nothing', (t) => {
  assert.deepEqual(differences(t, { ...MADE, ...OWN }, MADE), [6]);
});

for (const file of Object.keys(MADE)) {
  test(`one changed byte is seen in ${file}`, (t) => {
    assert.deepEqual(differences(t, MADE, { ...MADE, [file]: MADE[file].replace(/.$/, '!') }), [
      6,
      `${file} differs from the one of the second build in AGAIN.`,
    ]);
  });

  test(`it is seen if only one build made ${file}`, (t) => {
    assert.deepEqual(differences(t, MADE, without(file)), [
      6,
      `${file} came out of the first build only. Clean before it, since it may be an old one.`,
    ]);
    assert.deepEqual(differences(t, without(file), MADE), [
      6,
      `${file} came out of the second build only. Build both with the same profiles.`,
    ]);
  });
}

test('builds that made nothing are not the same', (t) => {
  assert.deepEqual(differences(t, OWN, OWN), [0, 'Expected jars but found none.']);
});
