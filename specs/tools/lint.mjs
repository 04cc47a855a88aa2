// lint.mjs [FILE...]: runs both linters over all documents, or over FILES. Any finding fails, warnings and hints included.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { documents, specs } from './documents.mjs';

const linters = [
  {
    name: 'Redocly',
    script: '@redocly/cli/bin/cli.js',
    options: ['lint', '--config', 'redocly.yaml', '--lint-config', 'error', '--format', 'stylish', '--max-problems', '1000'],
  },
  {
    name: 'Spectral',
    script: '@stoplight/spectral-cli/dist/index.js',
    options: ['lint', '--ruleset', 'spectral.yaml', '--fail-severity', 'hint', '--quiet'],
  },
];

// A linter is no reason to talk to the network.
const env = {
  ...process.env,
  REDOCLY_TELEMETRY: 'off',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  REDOCLY_SUPPRESS_NOTIFICATIONS: 'true',
};

/** Both linters say nothing on stdout if there is nothing to say. Redocly exits with 0 after a warning. */
function isClean({ name, script, options }, files) {
  const path = join(specs, 'node_modules', script);
  if (!existsSync(path)) {
    console.log(`${name}: not installed. Run: node tools/npm-ci.mjs .`);
    return false;
  }
  const run = spawnSync(process.execPath, [path, ...options, ...files], { cwd: specs, env, encoding: 'utf8' });
  const clean = run.status === 0 && run.stdout.trim() === '';
  console.log(`${name}: ${clean ? 'no findings' : 'FAILED'}`);
  if (!clean) console.log(run.stdout.trim() || run.stderr.trim() || run.error);
  return clean;
}

// Relative and with slashes on Windows, too: Spectral reads file names as globs.
const named = process.argv.slice(2).map((file) => resolve(file));
const files = (named.length > 0 ? named : documents().map(({ file }) => file)).map((file) => relative(specs, file).replaceAll('\\', '/'));
console.log(`Linting ${files.length} documents: ${files.join(', ')}`);
const results = linters.map((linter) => isClean(linter, files));
process.exitCode = results.every(Boolean) ? 0 : 1;
