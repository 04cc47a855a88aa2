// What the tests of this folder look at: the zips as partners get them, unpacked once per test file.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const here = dirname(fileURLToPath(import.meta.url));
export const repository = dirname(dirname(here));
export const target = join(repository, 'specs', 'target');

/** Tools of the specs module, and those that come with Prism. Neither module's tools are installed twice. */
export const specsTool = createRequire(join(repository, 'specs', 'package.json'));
export const prismTool = createRequire(join(repository, 'contract-tests', 'node_modules', '@stoplight', 'prism-cli', 'package.json'));

/** The bundles as `{name, folder, document}`, unpacked into a folder that goes when the process ends. */
export function bundles() {
  const zips = join(target, 'bundles');
  const names = existsSync(zips) ? readdirSync(zips).filter((name) => name.endsWith('.zip')).sort() : [];
  if (names.length === 0) throw new Error(`No bundles in ${zips}. Run "mvn package -pl specs" first.`);
  const { unzipSync } = specsTool('fflate');
  const root = mkdtempSync(join(tmpdir(), 'partner-'));
  process.on('exit', () => rmSync(root, { recursive: true, force: true }));
  return names.map((zip) => {
    for (const [path, bytes] of Object.entries(unzipSync(readFileSync(join(zips, zip))))) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), bytes);
    }
    const name = zip.slice(0, -'.zip'.length);
    const folder = join(root, name);
    return { name, folder, document: JSON.parse(readFileSync(join(folder, 'openapi.json'), 'utf8')) };
  });
}

/** The document that mock.md tells to start Prism with. */
export function forPrism(folder) {
  const variant = join(folder, 'prism', 'openapi.yaml');
  return existsSync(variant) ? variant : join(folder, 'openapi.yaml');
}

/** The settings of the samples, those that lead to a mock with the address of another one. */
export function settings(folder, addresses) {
  const lines = readFileSync(join(folder, 'samples', 'mock.env'), 'utf8').split('\n');
  const pairs = lines.filter((line) => /^[A-Z_]+=/.test(line)).map((line) => line.split(/=(.*)/s, 2));
  return Object.fromEntries(pairs.map(([name, value]) => [name, addresses[value] ?? value]));
}

/** Where the samples expect the mock, and their own receiver of webhook calls. */
export const MOCK = 'http://127.0.0.1:4010';
export const RECEIVER = 'http://127.0.0.1:4011';
