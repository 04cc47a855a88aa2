import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { bundles, forPrism, repository } from './bundles.mjs';

const { devDependencies } = JSON.parse(readFileSync(join(repository, 'contract-tests', 'package.json'), 'utf8'));
const prism = `@stoplight/prism-cli@${devDependencies['@stoplight/prism-cli']}`;

for (const { name, folder } of bundles()) {
  test(`${name} tells to start the Prism that it was tried with, on the document that it was tried on`, () => {
    const document = forPrism(folder).slice(folder.length + 1).replaceAll('\\', '/');
    for (const page of ['mock.md', 'README.md']) {
      const [line] = /^npx .* mock .*$/m.exec(readFileSync(join(folder, page), 'utf8')) ?? [];
      assert.ok(line?.includes(` ${prism} `), `${page}: "${line}" does not start ${prism}`);
      assert.ok(line.endsWith(` ${document}`), `${page}: "${line}" does not name ${document}`);
    }
  });
}
