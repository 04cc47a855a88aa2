import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { bundles, forPrism, prismTool, repository } from './bundles.mjs';

const { devDependencies } = JSON.parse(readFileSync(join(repository, 'contract-tests', 'package.json'), 'utf8'));
const prism = `@stoplight/prism-cli@${devDependencies['@stoplight/prism-cli']}`;

const { getHttpOperationsFromSpec } = prismTool('@stoplight/prism-http');
const { validateAgainstSchema } = prismTool('@stoplight/prism-http/dist/validator/validators/utils.js');

/** Neither an object, nor a list of objects, nor a single value, so no answer of any API. */
const WRONG = [['wrong']];

for (const { name, folder } of bundles()) {
  // Prism checks nothing, without a word, where a schema is invalid to it.
  test(`${name} has no JSON answer that the Prism of its document would not check`, async () => {
    const unchecked = [];
    let checked = 0;
    for (const { method, path, responses, __bundled__ } of await getHttpOperationsFromSpec(forPrism(folder))) {
      for (const { code, contents = [] } of responses) {
        for (const { mediaType, schema } of contents.filter((each) => each.mediaType.includes('json'))) {
          const violations = validateAgainstSchema(WRONG, schema, false, 'output', 'body', __bundled__);
          checked++;
          if (violations._tag === 'None') unchecked.push(`${method} ${path} ${code} ${mediaType}`);
        }
      }
    }
    assert.deepEqual(unchecked, []);
    assert.notEqual(checked, 0);
  });

  test(`${name} tells to start the Prism that it was tried with, on the document that it was tried on`, () => {
    const document = forPrism(folder).slice(folder.length + 1).replaceAll('\\', '/');
    for (const page of ['mock.md', 'README.md']) {
      const [line] = /^npx .* mock .*$/m.exec(readFileSync(join(folder, page), 'utf8')) ?? [];
      assert.ok(line?.includes(` ${prism} `), `${page}: "${line}" does not start ${prism}`);
      assert.ok(line.endsWith(` ${document}`), `${page}: "${line}" does not name ${document}`);
    }
  });
}
