import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Document } from './checks/document.mjs';
import { staleProvenances } from './provenance-files.mjs';
import { element, provenance } from './provenance-text.mjs';

const DOCUMENT = `
openapi: 3.0.3
info:
  title: Ducks
  version: 1.2.0
  description: |
    About ducks.

    ## Slips of the page

    - It says "dukcs".

    ## Not known

    - Their number.

    ## License

    Free.
externalDocs: {description: The page, url: 'https://example.com/ducks'}
x-sources:
  sdk: {title: The SDK, url: 'https://example.com/sdk'}
  blog: {title: A letter}
paths:
  /ducks/{duck_id}:
    get:
      operationId: getDuck
      x-section: 10. Ducks
      parameters: [{$ref: '#/components/parameters/DuckId'}]
      responses:
        '200':
          x-assumption: |
            Taken to be JSON | or not.
        '404':
          x-assumption: |
            Taken to be JSON | or not.
x-webhooks:
  hatched: {post: {operationId: receiveDuck, x-section: 9. Eggs}}
components:
  parameters:
    DuckId: {name: duck_id, in: path, x-section: 10. Ducks}
  securitySchemes:
    token: {type: apiKey, x-section: 9.1 Keys}
  schemas:
    Duck:
      x-section: 10. Ducks
      properties:
        name: {type: string, x-source: {ref: sdk, confidence: A, note: Read in Duck.php.}}
        size: {type: integer, x-source: {ref: sdk, confidence: A, note: Read in Duck.php.}}
        eggs: {type: array, items: {type: string, x-source: {ref: sdk, confidence: C, note: From its name.}}}
`;

test('tells what comes from where', () => {
  assert.equal(
    provenance(new Document(DOCUMENT)),
    `# Where the Ducks 1.2.0 comes from

Made from [openapi.yaml](openapi.yaml) with \`npm run provenance\`. Do not edit.

The page: [The page](https://example.com/ducks)

## On the page

Each section of the page, and what of the document says what it says.

### 9. Eggs

- Operations: \`receiveDuck\` (POST to a webhook, \`hatched\`)

### 9.1 Keys

- Others: security scheme \`token\`

### 10. Ducks

- Operations: \`getDuck\` (GET \`/ducks/{duck_id}\`)
- Schemas: \`Duck\`
- Parameters: \`duck_id\`

## Not on the page

What the page does not say and a source does. How sure it is:

- A: read in the vendor's page or code; places: 2
- B: read in working code of a third party; places: 0
- C: inferred, the note says from what; places: 1

### Source \`sdk\`

The SDK: <https://example.com/sdk>

| what | confidence | note |
|---|---|---|
| \`Duck.name\`, \`Duck.size\` | A | Read in Duck.php. |
| \`Duck.eggs[]\` | C | From its name. |

### Source \`blog\`

A letter: no address

Named in texts only.

## Assumptions

Nobody says these; they are how this document reads the silence, and why. Do not rely on them without a test.

| what | assumption |
|---|---|
| \`getDuck\` answer \`200\`, \`getDuck\` answer \`404\` | Taken to be JSON \\| or not. |

## Slips and contradictions of the page

- It says "dukcs".

## Unknown

- Their number.
`,
  );
});

test('a document that says nothing of its origin', () => {
  const text = provenance(new Document('info: {title: Ducks, version: 1.0.0}'));
  assert.match(text, /\nThe document names no section\.\n/);
  assert.match(text, /\nNothing: the document says only what the page says, and what is listed as an assumption\.\n/);
  assert.match(text, /\n## Assumptions\n\nNone\.\n$/);
});

test('places have names for people', () => {
  const document = new Document(`
servers: [{url: 'https://example.com'}]
x-error: {code: /error}
paths:
  /x:
    post:
      operationId: addX
      parameters: [{name: a, in: query, schema: {type: array}}]
      requestBody: {content: {application/json: {schema: {oneOf: [{type: string}, {type: integer}]}}}}
components:
  parameters: {One: {name: page, in: query}, Two: {name: page, in: query}}
  headers: {Rows: {schema: {type: integer}}}
`);
  const names = {
    'servers.0': 'server `https://example.com`',
    'x-error': '`x-error`',
    'paths./x.post': '`addX`',
    'paths./x.post.parameters.0.schema': '`addX` parameter `a`',
    'paths./x.post.requestBody.content.application/json.schema.oneOf.1': '`addX` request `application/json` oneOf 2',
    'components.parameters.Two': 'parameter `page` (Two)',
    'components.headers.Rows': 'header `Rows`',
    '': 'the document',
  };
  for (const [path, name] of Object.entries(names))
    assert.equal(element(document, path.split('.').filter(Boolean)), name);
});

test('a committed file that is missing or not what the document says is found', (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'provenance-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const [fresh, windows, stale, missing] = ['fresh', 'windows', 'stale', 'missing'].map((api) => ({
    api,
    file: join(folder, api),
    text: '# A\n',
  }));
  writeFileSync(fresh.file, '# A\n');
  writeFileSync(windows.file, '# A\r\n');
  writeFileSync(stale.file, '# B\n');
  const remedy = 'Run "npm run provenance" and commit the file.';
  assert.deepEqual(staleProvenances([fresh, windows, stale, missing]), [
    { file: 'stale/PROVENANCE.md', found: 'It is not what the document says.', remedy },
    { file: 'missing/PROVENANCE.md', found: 'It is missing.', remedy },
  ]);
});
