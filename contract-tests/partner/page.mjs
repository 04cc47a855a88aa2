import { readFileSync } from 'node:fs';
import { specsTool } from './bundles.mjs';

const AXE = readFileSync(specsTool.resolve('axe-core/axe.min.js'), 'utf8');

/** A page that keeps a list of what must not happen: a request to a host, a console error, an exception. */
export async function watchedPage(browser, viewport) {
  const page = await browser.newPage({ viewport });
  page.setDefaultTimeout(15_000);
  const faults = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!/^(file|data|blob|about):/.test(url)) faults.push(`request to ${url}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console error: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
  return { page, faults };
}

// To axe a bad contrast is never critical, and it takes most of the time, as do lists of what is right.
const OPTIONS = { resultTypes: ['violations'], rules: { 'color-contrast': { enabled: false } } };

/** The findings of axe of the worst kind, as readable lines. */
export async function criticalFindings(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate((options) => globalThis.axe.run(options), OPTIONS);
  const critical = violations.filter(({ impact }) => impact === 'critical');
  return critical.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ; ')}`);
}

/** What sticks out to the right of the window, in pixels. */
export function overflow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
