// The parts of the installed Prism that the strict server is made of. Some of them are not exported by their package,
// so all this goes with one exact version of Prism.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

/** Returns the parts of the Prism whose command line program is `script`. */
export function prismParts(script) {
  const ofCli = createRequire(resolve(script));
  const ofHttp = createRequire(ofCli.resolve('@stoplight/prism-http'));
  const { getHttpOperationsFromSpec } = ofCli('@stoplight/prism-http');
  const { validateInput, validateSecurity } = ofHttp('./validator/index.js');
  const { date_time: isDateTime } = ofHttp('./validator/validators/dateTime.js');
  return {
    createServer: ofCli('@stoplight/prism-http-server').createServer,
    createLogger: ofCli('@stoplight/prism-core').createLogger,
    configureExamples: ofCli('./extensions.js').configureExtensionsUserProvided,
    getHttpOperationsFromSpec,
    validateInput,
    validateSecurity,
    isDateTime,
    Either: ofHttp('fp-ts/Either'),
    RefParser: ofHttp('@stoplight/json-schema-ref-parser'),
    Ajv: ofHttp('ajv').default,
    Ajv2020: ofHttp('ajv/dist/2020').default,
    addFormats: ofHttp('ajv-formats').default,
  };
}
