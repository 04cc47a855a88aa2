// Runs the Arazzo workflow of a bundle against its mock, with Redocly's runner.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { specsTool } from './bundles.mjs';

const { parse, stringify } = specsTool('yaml');
const CLI = specsTool.resolve('@redocly/cli/bin/cli.js');
const WORKFLOW = 'first-steps.arazzo.yaml';
const QUIET = {
  REDOCLY_TELEMETRY: 'off',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  REDOCLY_SUPPRESS_NOTIFICATIONS: 'true',
};

/** Runs a workflow with the first example of each input; returns `{status, text}`. */
async function respect(folder, file, url) {
  const { sourceDescriptions, workflows } = parse(readFileSync(join(folder, file), 'utf8'));
  const servers = sourceDescriptions.flatMap(({ name }) => ['-S', `${name}=${url}`]);
  const inputs = workflows.flatMap((workflow) => Object.entries(workflow.inputs?.properties ?? {}));
  const values = inputs.flatMap(([name, { examples }]) => ['-i', `${name}=${examples[0]}`]);
  const options = { cwd: folder, env: { ...process.env, ...QUIET }, stdio: ['ignore', 'pipe', 'pipe'] };
  const child = spawn(process.execPath, [CLI, 'respect', file, ...servers, ...values], options);
  let text = '';
  child.stdout.on('data', (chunk) => (text += chunk));
  child.stderr.on('data', (chunk) => (text += chunk));
  const status = await new Promise((resolve) => child.on('close', resolve));
  return { status, text };
}

export function workflowCases({ folder }, mock) {
  describe('First steps', () => {
    test('run green against the mock', async () => {
      const { status, text } = await respect(folder, WORKFLOW, mock.url);
      assert.equal(status, 0, text);
      const { workflows } = parse(readFileSync(join(folder, WORKFLOW), 'utf8'));
      const steps = workflows.flatMap((workflow) => workflow.steps).length;
      assert.match(text, new RegExp(`Steps: ${steps} passed, ${steps} total`));
    });

    test('fail when the last step expects another answer', async () => {
      const changed = parse(readFileSync(join(folder, WORKFLOW), 'utf8'));
      changed.workflows.at(-1).steps.at(-1).successCriteria = [{ condition: '$statusCode == 418' }];
      writeFileSync(join(folder, 'wrong.arazzo.yaml'), stringify(changed));
      const { status } = await respect(folder, 'wrong.arazzo.yaml', mock.url);
      assert.notEqual(status, 0);
    });
  });
}
