import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { unzipSync } from 'fflate';
import { documents, specs } from './documents.mjs';

const TOOL = join(specs, 'tools', 'bundle.mjs');

function build(folder, env) {
  const { status, stderr } = spawnSync(process.execPath, [TOOL, folder], { env: { ...process.env, ...env }, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
}

/** Path to bytes of all files below a folder. */
function tree(folder, below = '') {
  return new Map(
    readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
      const path = posix.join(below, entry.name);
      return entry.isDirectory() ? [...tree(folder, path)] : [[path, readFileSync(join(folder, path))]];
    }),
  );
}

describe('The bundle', () => {
  let root;
  before(() => {
    root = mkdtempSync(join(tmpdir(), 'bundle-test-'));
    build(join(root, 'one'), { TZ: 'UTC' });
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  const zips = () => readdirSync(join(root, 'one', 'bundles')).sort();
  const unzipped = () => zips().map((zip) => [zip, unzipSync(readFileSync(join(root, 'one', 'bundles', zip)))]);

  test('is the same, byte for byte, when it is made again in another time zone', () => {
    build(join(root, 'two'), { TZ: 'Asia/Kathmandu', LANG: 'de_DE.UTF-8' });
    const [one, two] = ['one', 'two'].map((run) => tree(join(root, run)));
    assert.deepEqual([...one.keys()], [...two.keys()]);
    for (const [path, bytes] of one) assert.ok(bytes.equals(two.get(path)), `${path} differs`);
  });

  test('is there for each document', () => {
    const apis = documents().map(({ api }) => api);
    assert.deepEqual(zips().map((zip) => zip.replace(/-\d+\.\d+\.\d+\.zip$/, '')), apis);
  });

  test('has sums that hold', () => {
    for (const [zip, files] of unzipped()) {
      const name = zip.slice(0, -'.zip'.length);
      const lines = Buffer.from(files[`${name}/SHA256SUMS`]).toString().trim().split('\n').map((line) => line.split('  '));
      assert.equal(lines.length, Object.keys(files).length - 1, `${zip}: SHA256SUMS names all files but itself`);
      for (const [sum, path] of lines) {
        assert.equal(createHash('sha256').update(files[`${name}/${path}`]).digest('hex'), sum, `${zip}: ${path}`);
      }
    }
  });

  test('has pages whose links lead to a file of it', () => {
    for (const [zip, files] of unzipped()) {
      const paths = Object.keys(files);
      for (const page of paths.filter((path) => path.endsWith('.md'))) {
        const text = Buffer.from(files[page]).toString();
        for (const [, href] of text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)) {
          if (/^https?:/.test(href)) continue;
          const target = posix.join(posix.dirname(page), href);
          assert.ok(paths.some((path) => path === target || (target.endsWith('/') && path.startsWith(target))), `${zip}: ${page} -> ${href}`);
        }
      }
    }
  });

  test('has the same document as YAML and as JSON', async () => {
    const { parse } = await import('yaml');
    for (const [zip, files] of unzipped()) {
      const name = zip.slice(0, -'.zip'.length);
      const [yaml, json] = ['openapi.yaml', 'openapi.json'].map((path) => Buffer.from(files[`${name}/${path}`]).toString());
      assert.deepEqual(parse(yaml), JSON.parse(json));
    }
  });

  test('has a portal with a zip of all that holds what the single zips hold', () => {
    const all = unzipSync(readFileSync(join(root, 'one', 'portal', 'all.zip')));
    const single = Object.assign({}, ...unzipped().map(([, files]) => files));
    assert.deepEqual(Object.keys(all).sort(), Object.keys(single).sort());
    const index = readFileSync(join(root, 'one', 'portal', 'index.html'), 'utf8');
    for (const [, href] of index.matchAll(/<a href="([^"]+)"/g)) assert.ok(existsSync(join(root, 'one', 'portal', href)), href);
  });

  test('names nothing of the machine that made it', () => {
    for (const [zip, files] of unzipped()) {
      for (const [path, bytes] of Object.entries(files)) {
        assert.ok(!Buffer.from(bytes).includes(dirname(specs)), `${zip}: ${path} holds a path of this machine`);
      }
    }
  });
});
