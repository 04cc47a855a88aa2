import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { redocly } from './redocly.mjs';

// The one thing that Redoc's inlined page would fetch: its makers' logo, in the corner of the menu.
const LOGO = 'https://cdn.redoc.ly/redoc/logo-mini-full.svg';
const EMPTY_IMAGE = 'data:,';

/** One HTML page with everything inlined, which asks no host for anything. */
export function docsPage(document) {
  const folder = mkdtempSync(join(tmpdir(), 'docs-'));
  try {
    writeFileSync(join(folder, 'openapi.json'), JSON.stringify(document));
    redocly(folder, 'build-docs', 'openapi.json', '--inlineBundle', '--title', document.info.title, '-o', 'index.html');
    return offline(readFileSync(join(folder, 'index.html'), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Takes the logo out, and fails if it is not there: then Redoc has changed, and someone has to look. */
export function offline(html) {
  if (!html.includes(LOGO)) {
    throw new Error(`Redoc's page no longer holds ${LOGO}. See what it fetches now, and change docs.mjs.`);
  }
  const page = html.replaceAll(LOGO, EMPTY_IMAGE);
  const foreign = /<(?:script|link|img|iframe)\b[^>]*?\b(?:src|href)="(?:https?:)?\/\/[^"]*"/i.exec(page);
  if (foreign) throw new Error(`The page would fetch ${foreign[0]}. It has to work without a network.`);
  return page;
}
