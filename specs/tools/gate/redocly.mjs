// The first reader: `redocly diff`.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { specs } from '../documents.mjs';

const CLI = join(specs, 'node_modules', '@redocly/cli/bin/cli.js');
const CONFIG = join(specs, 'tools/gate/redocly.yaml');

// A differ is no reason to talk to the network.
const env = {
  ...process.env,
  REDOCLY_TELEMETRY: 'off',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  REDOCLY_SUPPRESS_NOTIFICATIONS: 'true',
};

/** The changes between two files. It lists changes of texts, too: those are left out, as compareStructure does. */
export async function compareByRedocly(released, working) {
  const options = [
    'diff',
    released,
    working,
    '--config',
    CONFIG,
    '--lint-config',
    'error',
    '--format',
    'json',
    '--fail-on',
    'none',
  ];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [CLI, ...options], {
      cwd: specs,
      env,
      maxBuffer: 1 << 28,
    });
    return JSON.parse(stdout).changes.filter(counts).flatMap(findings);
  } catch (error) {
    throw new Error(
      `redocly diff ${released} ${working} failed. Is it installed? Run: node tools/npm-ci.mjs .\n${error.stderr || error.message}`,
    );
  }
}

/**
 * What has no rule is rated by its kind alone: everything that was added is an addition to it, be it a text.
 * Extensions are left to the gate's own checks, which know what they mean.
 */
const counts = ({ impact, verdicts, typeName }) =>
  impact !== 'patch' && (verdicts.length > 0 || !NO_MATTER.has(typeName));
const NO_MATTER = new Set(['Example', 'ExamplesMap', 'ExternalDocs', 'Tag', 'TagList', 'SpecExtension']);

function findings({ path, kind, impact, verdicts, typeName, property, base, revision }) {
  const side = revision ? 'working' : 'released';
  const pointer = (revision ?? base)?.pointer ?? path;
  const ruled = verdicts.filter((verdict) => verdict.impact !== 'patch');
  if (ruled.length > 0)
    return ruled.map(({ impact, ruleId, message }) => ({ impact, rule: ruleId, pointer, side, message }));
  return [
    { impact, rule: kind, pointer, side, message: `${typeName}${property ? ` \`${property}\`` : ''} was ${kind}` },
  ];
}
