// Serves a document as Prism's command line program does, with stricter checks of requests.
//   node server.mjs PRISM mock [-h HOST] [-p PORT] [--errors] [-d] [--seed SEED] DOCUMENT
//   node server.mjs PRISM proxy [-h HOST] [-p PORT] [--errors] DOCUMENT UPSTREAM
// PRISM is that program, of which this takes the parts.
import { parseArgs } from 'node:util';
import { mendAnswers } from './answers.mjs';
import { requestChecks } from './checks.mjs';
import { readDocument } from './document.mjs';
import { prismParts } from './prism.mjs';

const OPTIONS = {
  host: { type: 'string', short: 'h', default: '127.0.0.1' },
  port: { type: 'string', short: 'p', default: '4010' },
  // Taken and not used: this never forks.
  multiprocess: { type: 'string', short: 'm' },
  errors: { type: 'boolean', default: false },
  dynamic: { type: 'boolean', short: 'd', default: false },
  seed: { type: 'string' },
};

async function serve([script, ...args]) {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [command, file, upstream] = positionals;
  if (!file || !(command === 'mock' || (command === 'proxy' && upstream))) {
    throw new Error('Usage: server.mjs PRISM mock DOCUMENT | server.mjs PRISM proxy DOCUMENT UPSTREAM');
  }
  const prism = prismParts(script);
  const document = await readDocument(file, prism);
  const operations = await prism.getHttpOperationsFromSpec(file);
  if (operations.length === 0) throw new Error('No operations found in the current file.');
  mendAnswers(operations, prism);
  await prism.configureExamples(file, {});
  const server = prism.createServer(operations, {
    cors: true,
    // Prism would log requests with their credentials.
    components: { logger: prism.createLogger('strict', { level: 'silent' }), ...requestChecks(document, prism) },
    config: { ...settings(values), ...(command === 'proxy' ? { isProxy: true, upstream: new URL(upstream) } : { isProxy: false }) },
  });
  return server.listen(Number(values.port), values.host);
}

function settings({ errors, dynamic, seed }) {
  const mock = { dynamic, ignoreExamples: false, seed };
  return { errors, mock, validateRequest: true, validateResponse: true, checkSecurity: true };
}

try {
  console.log(`Prism is listening on ${await serve(process.argv.slice(2))}`);
} catch (problem) {
  if (problem.code === 'MODULE_NOT_FOUND') throw problem; // Who started this knows what to do.
  console.error(problem.message ?? problem);
  process.exit(1);
}
