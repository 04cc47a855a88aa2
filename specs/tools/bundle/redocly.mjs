import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { specs } from '../documents.mjs';

/** The program. */
export const CLI = join(specs, 'node_modules/@redocly/cli/bin/cli.js');

// A build is no reason to talk to the network.
const ENV = {
  ...process.env,
  REDOCLY_TELEMETRY: 'off',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  REDOCLY_SUPPRESS_NOTIFICATIONS: 'true',
};

/** Runs Redocly in `folder`; what it says is shown only if it fails. */
export function redocly(folder, ...options) {
  const run = spawnSync(process.execPath, [CLI, ...options], { cwd: folder, env: ENV, encoding: 'utf8' });
  if (run.status !== 0) {
    throw new Error(`redocly ${options.join(' ')} failed in ${folder}:\n${run.stdout}\n${run.stderr}\n${run.error ?? ''}`);
  }
  return run.stdout;
}
