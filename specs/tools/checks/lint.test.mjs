// Whether the configurations of the linters still find what they are there for.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, test } from 'node:test';
import { parse, stringify } from 'yaml';
import { specs } from '../documents.mjs';
import { Document } from './document.mjs';
import { extensionTable } from './extension-table.mjs';
import * as mutants from './lint/mutants.mjs';
import { rules } from './rules.mjs';

const CLEAN = readFileSync(new URL('lint/clean.yaml', import.meta.url), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'lint-'));
after(() => rmSync(folder, { recursive: true }));

const configuration = (name) => parse(readFileSync(join(specs, name), 'utf8'));
const fileOf = (rule) => `${rule.replace('/', '.')}.yaml`;

/** Writes the clean document and the broken ones, and answers their names. */
function write(broken) {
  writeFileSync(join(folder, 'clean.yaml'), CLEAN);
  for (const [rule, breakIt] of Object.entries(broken)) {
    const document = parse(CLEAN);
    breakIt(document);
    writeFileSync(join(folder, fileOf(rule)), stringify(document));
  }
  return ['clean.yaml', ...Object.keys(broken).map(fileOf)];
}

function run(script, options) {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  const { stdout, stderr } = spawnSync(process.execPath, [join(specs, 'node_modules', script), ...options], {
    cwd: folder,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  assert.match(stdout, /^\s*[[{]/, stderr);
  return JSON.parse(`[${stdout.replace(/^\}\s*\{/gm, '},{')}]`); // Redocly prints one object for each file
}

/** The rules of redocly.yaml, those for one document included. */
function redoclyConfiguration() {
  const { extends: base, rules: common, apis } = configuration('redocly.yaml');
  const special = Object.values(apis)
    .flatMap((api) => Object.entries(api.rules))
    .filter(([, setting]) => setting !== 'off');
  return { extends: base, rules: { ...common, ...Object.fromEntries(special) } };
}

function redocly(files) {
  writeFileSync(join(folder, 'redocly.yaml'), stringify(redoclyConfiguration()));
  const options = [
    'lint',
    '--config',
    'redocly.yaml',
    '--lint-config',
    'error',
    '--format',
    'json',
    '--max-problems',
    '1000',
  ];
  const problems = run('@redocly/cli/bin/cli.js', [...options, ...files]).flatMap((file) => file.problems);
  return problems.map(({ ruleId, message, location }) => ({
    rule: ruleId,
    message,
    file: basename(location[0].source.ref),
  }));
}

function spectral(files) {
  // Without the overrides: their files are not here.
  const { overrides, ...ruleset } = configuration('spectral.yaml');
  writeFileSync(join(folder, 'spectral.json'), JSON.stringify(ruleset));
  const options = ['lint', '--ruleset', 'spectral.json', '--format', 'json', '--quiet', '--fail-severity', 'hint'];
  const [results] = run('@stoplight/spectral-cli/dist/index.js', [...options, ...files]);
  return results.map(({ code, message, source }) => ({ rule: code, message, file: basename(source) }));
}

for (const [name, linter] of Object.entries({ redocly, spectral })) {
  const found = linter(write(mutants[name]));
  const at = (file) => found.filter((each) => each.file === file);

  test(`${name} finds nothing in the clean document`, () => assert.deepEqual(at('clean.yaml'), []));

  for (const rule of Object.keys(mutants[name])) {
    test(`${name} finds a defect of ${rule}`, () =>
      assert.ok(
        at(fileOf(rule)).some((each) => each.rule === rule),
        JSON.stringify(at(fileOf(rule))),
      ));
  }
}

test('every rule of redocly.yaml has a document that fails it', () => {
  const names = Object.entries(redoclyConfiguration().rules).filter(([, setting]) => setting !== 'off');
  assert.deepEqual(
    names.map(([rule]) => rule).filter((rule) => !mutants.redocly[rule]),
    [],
  );
});

test('messages of own rules say why', () => {
  for (const [rule, { message }] of Object.entries(redoclyConfiguration().rules).filter(([name]) =>
    name.startsWith('rule/'),
  )) {
    assert.ok(message, rule);
  }
});

test('own rules find nothing in the clean document', async () => {
  const extensions = extensionTable(readFileSync(join(specs, 'README.md'), 'utf8'));
  const document = new Document(CLEAN, { folder, extensions });
  for (const { name, check } of await rules()) assert.deepEqual([...check(document)], [], name);
});
