import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CLI, redocly } from './redocly.mjs';

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

/** The licences of what the page is built of, as Redocly's CLI, which makes it, tells them. */
export function docsLicences(html) {
  const folder = dirname(dirname(CLI));
  const [licence, notices] = ['LICENSE', 'THIRD_PARTY_NOTICES'].map((name) => readFileSync(join(folder, name), 'utf8').trim());
  const [, version] = /@license MIT\s+\* \(c\) Copyright [^\n]* Redocly [^]*?Version: (\S+)/.exec(html) ?? [];
  if (!version || !notices.includes(`redoc@${version} `)) {
    throw new Error(`The notices of @redocly/cli do not name the Redoc of the page, ${version}. Look for its licences, and change docs.mjs.`);
  }
  return `index.html holds Redoc ${version}. Its licence, and those of what it and Redocly's CLI are built of:

${licence}

${notices}
`;
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
