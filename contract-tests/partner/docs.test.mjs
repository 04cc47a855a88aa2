// Opens the documentation of each bundle, and the portal, in a real headless Chromium.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { bundles, here, target } from './bundles.mjs';
import { findChromium, launch } from './chromium.mjs';
import { criticalFindings, overflow, watchedPage } from './page.mjs';

const executable = findChromium();
const skip = executable ? false : 'Chromium is not installed: put it on the PATH, or its path into CHROMIUM';
const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

let browser;
before(async () => {
  if (executable) browser = await launch(executable);
});
after(() => browser?.close());

function operationsOf(document) {
  const items = { ...document.paths, ...document['x-webhooks'] };
  return Object.values(items).flatMap((item) => Object.values(item).filter((each) => each.operationId));
}

const link = ({ operationId, tags: [tag] }) => `#/${tag}/${operationId}`.toLowerCase();

/** The heading of an operation, which stands at the top of the page once it is the one that is shown. */
const heading = (page, { summary }) =>
  page.locator('h1, h2').filter({ hasText: new RegExp(`^\\s*${escape(summary)}\\s*(Webhook)?\\s*$`) }).first();

function escape(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

for (const { name, folder, document } of bundles()) {
  const url = pathToFileURL(join(folder, 'docs', 'index.html')).href;
  const operations = operationsOf(document);

  describe(`Docs of ${name}`, { skip }, () => {
    let page;
    let faults;
    before(async () => {
      ({ page, faults } = await watchedPage(browser, DESKTOP));
      await page.goto(url + link(operations.at(0)));
    });
    after(() => page?.close());

    // The phone's page below is opened by a link, too, that of the last one.
    test('a link to an operation opens it in a new window', () => heading(page, operations.at(0)).waitFor());

    test('the menu leads to every operation', async () => {
      for (const tag of new Set(operations.map(({ tags }) => tags[0]))) {
        // The introduction's links lack the # until the page is ready; a click works all the same.
        await page.locator(`a[href$="/${tag.toLowerCase()}"]`).first().click();
        for (const operation of operations.filter(({ tags }) => tags[0] === tag)) {
          await page.locator(`a[href="${link(operation)}"]`).first().click();
          await heading(page, operation).waitFor();
          assert.ok(page.url().endsWith(link(operation)), `${page.url()} is not the place of ${operation.operationId}`);
        }
      }
    });

    test('shows the code samples in each language', async () => {
      // Redoc 3.0 shows none of a webhook; partners find these in the folder samples/.
      const sampled = operationsOf({ paths: document.paths }).filter((operation) => operation['x-codeSamples']);
      assert.notEqual(sampled.length, 0);
      for (const operation of sampled) {
        await show(page, url, operation);
        await showsSamples(page, operation);
      }
    });

    test('has no critical accessibility finding', async () => {
      for (const place of [undefined, operations.at(-1)]) {
        await show(page, url, place);
        assert.deepEqual(await criticalFindings(page), []);
      }
    });

    test('is readable on a phone, without scrolling sideways', async () => {
      const { page: phone, faults: seen } = await watchedPage(browser, PHONE);
      let shown = [];
      for (const operation of [...operations.toReversed(), undefined]) {
        // Redoc shows the one before an operation, too. What was there, was measured.
        if (shown.includes(operation?.summary)) continue;
        await show(phone, url, operation);
        assert.equal(await overflow(phone), 0, `${operation?.operationId ?? 'introduction'} is wider than the screen`);
        shown = (await phone.locator('h1, h2').allTextContents()).map((text) => text.replace(/\s*Webhook\s*$/, '').trim());
      }
      await phone.close();
      assert.deepEqual(seen, []);
    });

    test('made no request to any host and logged no error in all of that', () => assert.deepEqual(faults, []));
  });
}

/** Goes to an operation, or to the introduction. */
async function show(page, url, operation) {
  await page.goto(url + (operation ? link(operation) : '#/'));
  await (operation ? heading(page, operation) : page.locator('h1').first()).waitFor();
}

/** Chooses each language in turn and looks for the sample's lines. */
async function showsSamples(page, operation) {
  // The smallest part of the page with both the operation's heading and its code.
  const part = page.locator('xpath=//*[self::h1 or self::h2]/ancestor::*[.//pre[@data-testid="source-code"]][1]')
    .filter({ has: heading(page, operation) })
    .last();
  for (const { lang, source } of operation['x-codeSamples']) {
    await part.getByRole('button', { name: /^(curl|Java|PHP)$/ }).first().click();
    await page.getByRole('menuitem', { name: lang, exact: true }).locator('visible=true').first().click();
    const first = source.split('\n').find((line) => line.trim() && !/^(<\?php|import|#|\/\/)/.test(line)).trim();
    await part.locator('pre[data-testid="source-code"]').filter({ hasText: first }).first().waitFor();
  }
}

describe('Portal', { skip }, () => {
  const index = join(target, 'portal', 'index.html');

  test('leads to files that are there, and is readable on a phone', async () => {
    const { page, faults } = await watchedPage(browser, PHONE);
    await page.goto(pathToFileURL(index).href);
    const hrefs = await page.locator('a').evaluateAll((links) => links.map((each) => each.getAttribute('href')));
    assert.deepEqual(hrefs.filter((href) => !existsSync(join(target, 'portal', href))), []);
    assert.equal(await overflow(page), 0);
    assert.deepEqual(await criticalFindings(page), []);
    await page.close();
    assert.deepEqual(faults, []);
  });
});

// Each of the checks above has to see the fault that it is there for.
describe('A page with faults', { skip }, () => {
  test('is seen to call a host, to log an error, to be too wide and not accessible', async () => {
    const { page, faults } = await watchedPage(browser, PHONE);
    await page.goto(pathToFileURL(join(here, 'fixtures', 'faulty.html')).href);
    await page.waitForLoadState('networkidle');
    assert.ok(faults.some((fault) => fault === 'request to https://example.com/logo.svg'), faults.join('\n'));
    assert.ok(faults.some((fault) => fault === 'console error: something went wrong'), faults.join('\n'));
    assert.ok(faults.some((fault) => fault.startsWith('exception: ')), faults.join('\n'));
    assert.ok((await overflow(page)) > 0);
    assert.match((await criticalFindings(page)).join('\n'), /^image-alt/m);
    await page.close();
  });
});
