// The small checks that keep a bundle from being made of something that is not there.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { parse } from 'yaml';
import { withSamples } from './contents.mjs';
import { docsLicences, offline } from './docs.mjs';
import { exampleFiles } from './examples.mjs';
import { readSamples } from './samples.mjs';
import { textOf } from './sections.mjs';
import { signature } from './signing.mjs';
import { extensionsPage } from './texts.mjs';
import { stepsOf } from './workflow.mjs';

const document = { paths: { '/x': { get: { operationId: 'getX' } } } };
let folder;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'samples-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function samples(...names) {
  for (const name of names) writeFileSync(join(folder, name), `${name}\n`);
  return () => readSamples(folder, document);
}

test('a sample is there in each language or in none', () => {
  assert.throws(samples('mock.env', 'getX.sh', 'GetX.java'), /getX .* add getX\.php/);
});

test('a sample of an operation that does not exist is refused', () => {
  const all = ['mock.env', 'getX.sh', 'GetX.java', 'getX.php'];
  assert.throws(samples(...all, 'getY.sh'), /no operation belongs to getY\.sh/);
});

test('samples without their settings are refused', () => {
  assert.throws(samples('getX.sh', 'GetX.java', 'getX.php'), /mock\.env is missing/);
});

test('a page whose Redoc the notices do not name is refused', () => {
  const page = (version) => `/** \n* @license MIT\n* (c) Copyright 2026 Redocly LLC, all rights reserved.\n* --\n* Version: ${version}\n**/`;
  assert.throws(() => docsLicences(page('0.0.1')), /do not name the Redoc of the page, 0\.0\.1\./);
  assert.throws(() => docsLicences('<html>'), /do not name the Redoc of the page, undefined\./);
  assert.match(docsLicences(page('3.0.1')), /^index\.html holds Redoc 3\.0\.1\.[^]*Permission is hereby granted[^]* {2}redoc@3\.0\.1 /);
});

test('samples go into the document, and nothing else of it changes', () => {
  const source = '# A comment\nopenapi: 3.0.3\npaths:\n  /x:\n    get:\n      operationId: getX\n      description: >-\n        long\n        text\n';
  const { byOperation } = samples('mock.env', 'getX.sh', 'GetX.java', 'getX.php')();
  const text = withSamples(source, byOperation);
  assert.match(text, /^# A comment\n/);
  const { 'x-codeSamples': added, ...rest } = parse(text).paths['/x'].get;
  assert.deepEqual(rest, parse(source).paths['/x'].get);
  assert.deepEqual(added.map(({ lang, source: code }) => [lang, code]), [
    ['curl', 'getX.sh\n'],
    ['Java', 'GetX.java\n'],
    ['PHP', 'getX.php\n'],
  ]);
});

test('a step of a workflow names an operation of the document', () => {
  const workflow = (operationId) => ({ workflows: [{ steps: [{ operationId }] }] });
  assert.deepEqual(stepsOf(workflow('getX'), document, 'f'), ['getX']);
  assert.throws(() => stepsOf(workflow('getx'), document, 'f'), /no operation getx/);
});

test('a page that would fetch something is refused', () => {
  const logo = '<img src="https://cdn.redoc.ly/redoc/logo-mini-full.svg">';
  assert.equal(offline(logo), '<img src="data:,">');
  assert.throws(() => offline(`${logo}<script src="https://example.com/x.js"></script>`), /example\.com/);
  assert.throws(() => offline('<p>no logo</p>'), /no longer holds/);
});

test('a description without a section about authentication is refused', () => {
  const info = { title: 'Toys', description: 'Intro\n\n## Authentication\n\nAsk.\n\n## Other\n\nText.' };
  assert.equal(textOf({ info }, /^auth/i, 'authentication'), 'Ask.');
  assert.throws(() => textOf({ info }, /^not known/i, 'gaps'), /Toys: .* no section about gaps/);
});

test('the table of extensions has to be there', () => {
  assert.match(extensionsPage('## Extensions\n\n| a | b |\n|---|---|\n| x | y |\n\nMore'), /\| x \| y \|\n\| `x-codeSamples`/);
  assert.throws(() => extensionsPage('## Else\n'), /no table/);
});

test('two examples do not overwrite each other', () => {
  const content = { 'application/json': { example: 1 }, 'application/json; charset=utf-8': { example: 2 } };
  const get = { operationId: 'getX', responses: { 200: { content } } };
  assert.throws(() => exampleFiles({ paths: { '/x': { get } } }), /Two examples want to be examples\/getX\/200-example\.json/);
});

test('a signature is an HMAC-SHA256 of the time, a dot and the body', () => {
  // Made with: printf '%s' '1539794213.{}' | openssl dgst -sha256 -hmac secret
  const expected = 't=1539794213,v1=3ad36ce03c71d4007d6b6babc6194ca532a7d84ea80ad08670086bcf136609fd';
  assert.equal(signature('secret', 1539794213, '{}'), expected);
});
