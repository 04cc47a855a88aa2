import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { tryCanary } from './canary.mjs';
import { publishable } from './fixtures.mjs';
import { judge, judgeAll, releasedFile } from './judge.mjs';
import { release } from './publish.mjs';
import { markdown, summary } from './report.mjs';
import { nextVersion, raised, versionProblem } from './version.mjs';

/** A folder with one API, whose document can be edited and whose release can be looked at. */
function module(context) {
  const folder = mkdtempSync(join(tmpdir(), 'gate-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const document = { api: 'songs', file: join(folder, 'songs', 'openapi.yaml') };
  mkdirSync(join(folder, 'songs'));
  return {
    folder,
    document,
    write: (version, limit = 100, title = 'Songs') => writeFileSync(document.file, publishable(version, limit, title)),
    released: () => readFileSync(releasedFile('songs', folder), 'utf8'),
    judge: () => judge(document, folder),
    release: (options) => release(document, { folder, ...options }),
  };
}

test('the canary is refused', () => tryCanary());

test('a gate that sees nothing breaking in the canary says that it is blind', async (context) => {
  const { document, write } = module(context);
  write('1.0.0');
  await assert.rejects(
    tryCanary(document.file, document.file),
    /The gate is blind: redocly, structure, own found nothing breaking/,
  );
});

test('a version rises by its first part that differs', () => {
  assert.equal(raised('1.2.3', '2.0.0'), 'major');
  assert.equal(raised('1.2.3', '1.3.0'), 'minor');
  assert.equal(raised('1.2.3', '1.2.10'), 'patch');
  assert.equal(raised('1.2.3', '1.2.3'), 'none');
  assert.equal(raised('1.10.0', '1.9.0'), 'lowered');
});

test('the next version has zeros behind the raised part', () => {
  assert.deepEqual(
    ['major', 'minor', 'patch', 'none'].map((impact) => nextVersion('1.2.3', impact)),
    ['2.0.0', '1.3.0', '1.2.4', '1.2.3'],
  );
});

const problems = [
  [
    'a breaking change under a raised minor version',
    '1.0.0',
    '1.1.0',
    'major',
    /^Breaking changes need a raised major .* raises only the minor .* set info.version to 2\.0\.0/,
  ],
  [
    'an addition under the same version',
    '1.0.0',
    '1.0.0',
    'minor',
    /^Additions.* still 1\.0\.0\. Set info.version to 1\.1\.0/,
  ],
  [
    'texts under the same version',
    '1.0.0',
    '1.0.0',
    'patch',
    /^Only texts, examples .* still 1\.0\.0\. Set info.version to 1\.0\.1/,
  ],
  ['a fallen version', '1.1.0', '1.0.9', 'patch', /fell from 1\.1\.0 to 1\.0\.9\. Set it to 1\.1\.1 or higher/],
  ['a version of two parts', '1.0.0', '1.1', 'minor', /is "1\.1"\. Write it as MAJOR\.MINOR\.PATCH/],
  ['a version that YAML reads as a number', '1.0.0', 1.1, 'minor', /is 1\.1\. Write it as/],
];
for (const [name, released, working, impact, message] of problems) {
  test(`${name} is refused`, () => assert.match(versionProblem({ released, working, impact }), message));
}

for (const [working, impact] of [
  ['2.0.0', 'major'],
  ['1.1.0', 'minor'],
  ['2.0.0', 'patch'],
  ['1.0.1', 'patch'],
  ['1.0.0', 'none'],
  ['1.0.1', 'none'],
]) {
  test(`1.0.0 -> ${working} is enough for ${impact}`, () =>
    assert.equal(versionProblem({ released: '1.0.0', working, impact }), undefined));
}

test('a document of version 1 or higher without a release is refused, a draft is not', async (context) => {
  const songs = module(context);
  songs.write('1.0.0');
  assert.match(
    (await songs.judge()).problem,
    /songs\/released\/openapi\.yaml is missing\. Make the first release with "npm run release -- songs"/,
  );
  songs.write('0.1.0');
  assert.equal((await songs.judge()).problem, undefined);
});

test('a release without its document is refused', async (context) => {
  const { folder, document, write, ...songs } = module(context);
  write('1.0.0');
  await songs.release();
  rmSync(document.file);
  const [orphan] = await judgeAll([], folder);
  assert.match(orphan.problem, /songs\/openapi\.yaml is gone, but it was released/);
  assert.match(summary(orphan), /^gate: songs \(gone\) - FAILED/);
  assert.match(markdown(orphan), /The document is gone/);
});

test('a breaking change is refused until the major version rises, and reported with its place', async (context) => {
  const songs = module(context);
  songs.write('1.0.0');
  await songs.release();
  songs.write('1.0.1', 50);
  const refused = await songs.judge();
  assert.match(
    summary(refused),
    /^gate: songs 1\.0\.0 -> 1\.0\.1: 1 breaking - FAILED\n {2}songs\/openapi\.yaml:10 .*schema\/maximum\n/,
  );
  assert.match(
    markdown(refused),
    /Needed: a raised major version\.\n\n\*\*Refused\.\*\* .*\n\n## Breaking\n\n- `#\/paths.*\n.*redocly.*\n.*structure/,
  );
  songs.write('2.0.0', 50);
  const accepted = await songs.judge();
  assert.equal(summary(accepted), 'gate: songs 1.0.0 -> 2.0.0: 1 breaking');
  assert.match(markdown(accepted), /\*\*Accepted\.\*\*/);
});

test('changed comments and line breaks are no change', async (context) => {
  const songs = module(context);
  songs.write('1.0.0');
  await songs.release();
  writeFileSync(songs.document.file, `# A comment\n\n${publishable('1.0.0', 100, 'Songs')}`);
  assert.equal(summary(await songs.judge()), 'gate: songs 1.0.0: no changes');
});

test('a release is a copy of the document', async (context) => {
  const songs = module(context);
  songs.write('1.0.0');
  assert.equal(await songs.release(), 'songs 1.0.0 is released');
  assert.equal(await songs.release(), 'songs 1.0.0 is released already');
  songs.write('1.1.0', 200, 'More songs');
  assert.equal(await songs.release(), 'songs 1.1.0 is released');
  assert.equal(songs.released(), publishable('1.1.0', 200, 'More songs'));
});

test('what the gate refuses is not released', async (context) => {
  const songs = module(context);
  songs.write('1.0.0');
  await songs.release();
  songs.write('1.1.0', 50);
  await assert.rejects(songs.release({ replace: true }), /1 breaking - FAILED/);
  assert.equal(songs.released(), publishable('1.0.0', 100, 'Songs'));
});

test('a release that nobody has got can be replaced under its version', async (context) => {
  const songs = module(context);
  songs.write('1.0.0');
  await songs.release();
  songs.write('1.0.0', 50);
  await assert.rejects(songs.release(), /Has nobody got 1\.0\.0 yet\? Then: npm run release -- songs --replace/);
  assert.equal(await songs.release({ replace: true }), 'songs 1.0.0 is replaced');
  assert.equal(songs.released(), publishable('1.0.0', 50, 'Songs'));
});

test('a first release needs a version that can be compared', async (context) => {
  const songs = module(context);
  songs.write('1.0');
  await assert.rejects(songs.release(), /Write it as MAJOR\.MINOR\.PATCH/);
  assert.equal(existsSync(releasedFile('songs', songs.folder)), false);
});
