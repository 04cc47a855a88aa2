// All that calls a mock, in one process: a Prism takes longer to start than to answer all of it.
import { after, before, describe } from 'node:test';
import { join } from 'node:path';
import { startPrism } from '../mock/prism.mjs';
import { bundles, forPrism } from './bundles.mjs';
import { collectionCases, spoiltCollectionCases } from './collection-cases.mjs';
import { sampleCases, spoiltSampleCases } from './samples-cases.mjs';
import { workflowCases } from './workflow-cases.mjs';

for (const bundle of bundles()) {
  describe(bundle.name, () => {
    const mock = {};
    const strictMock = {};
    const running = [];
    before(() =>
      Promise.all([
        start(mock, forPrism(bundle.folder)),
        start(strictMock, join(bundle.folder, 'openapi.yaml'), { strict: true }),
      ]),
    );
    after(() => Promise.all(running.map((prism) => prism.stop())));

    async function start(place, document, options) {
      const prism = await startPrism(document, options);
      running.push(prism);
      place.url = prism.url;
    }

    sampleCases(bundle, mock, strictMock);
    collectionCases(bundle, mock);
    workflowCases(bundle, mock);
    if (bundle.name.startsWith('smartq')) {
      spoiltSampleCases(bundle, mock);
      spoiltCollectionCases(bundle, mock);
    }
  });
}
