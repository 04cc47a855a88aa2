// The pages of a bundle that are made from the document.
import { operations } from './operations.mjs';
import { SETTINGS } from './samples.mjs';
import { split, textOf } from './sections.mjs';
import { compilerPlugin, openapiGenerator, PRISM, project, resourcesPlugin } from './versions.mjs';

const mock = (file) => `npx --yes ${PRISM} mock -m false --errors -h 127.0.0.1 -p 4010 ${file}`;

/** `steps`: the operations of the first steps, in their order. `prism`: the document to start Prism with. */
export function readme(document, { steps, prism, files }) {
  const { title, version, description } = document.info;
  return `# ${title} ${version}

${split(description).intro}

## For whom

For people who call this API from their own program, in whatever language, and for people who test such a program. The
description is written from the vendor's page, ${document.externalDocs.url}, by somebody else: ask the vendor about
keys and about the service, and read ${files.includes('PROVENANCE.md') ? '[PROVENANCE.md](PROVENANCE.md)' : 'the document'} for where each statement comes from.

## Authentication

${textOf(document, /^(auth|what you need)/i, 'authentication')}

## Quick start

Needs Node 20 or newer and curl, no key and no account. Start a mock of the API:

\`\`\`sh
${mock(prism)}
\`\`\`

In another terminal, take the first steps:

\`\`\`sh
cd samples
set -a; . ./${SETTINGS}; set +a
${steps.map((id) => `sh ${id}.sh`).join('\n')}
\`\`\`

To call the service itself, put its address and your own keys into \`samples/${SETTINGS}\`. Do not share that file then.

## What is in here

| file | what it is |
|---|---|
${contents(files)}

## Known gaps

${textOf(document, /^(unknown|not known)/i, 'what is not known')}

In the document, \`x-assumption\` (${count(document, 'x-assumption')} places) marks a reading that nobody confirms, and
\`x-source\` (${count(document, 'x-source')} places) what comes from elsewhere than the vendor's page, with a confidence:
A read in the vendor's page or code, B in working code of a third party, C inferred.
`;
}

const CONTENTS = [
  ['openapi.yaml', 'The document, OpenAPI 3.0.3. The same as JSON: `openapi.json`.'],
  ['openapi.dereferenced.json', 'The same without `$ref`, for tools that cannot follow one.'],
  ['prism/openapi.yaml', 'The variant for the plain Prism command line; see `mock.md`.'],
  ['docs/index.html', 'The documentation as one page. Open it in a browser; it needs no network.'],
  ['docs/LICENSES.txt', 'The licences of the software in that page.'],
  ['samples/', `An example of each main operation in curl, Java and PHP; their settings in \`${SETTINGS}\`.`],
  ['postman_collection.json', 'A Postman collection with all operations. Keys are its variables.'],
  ['first-steps.arazzo.yaml', 'The first steps as an Arazzo workflow, for people and for tools.'],
  ['examples/', 'Requests and answers as files, by operation; what several operations answer is in `shared/`.'],
  ['webhook-vectors.json', 'Signed calls, good and bad, and what a receiver has to say to each: try yours with them.'],
  ['mock.md', 'How to start a mock server, in one line.'],
  ['generate.md', 'How to generate a client, in one line.'],
  ['extensions.md', 'What the `x-` names in the document mean.'],
  ['PROVENANCE.md', "Which part of the document comes from which part of the vendor's page."],
  ['CHANGELOG.md', 'What changed, by version.'],
  ['LICENSE', 'The licence of this description. It does not license the service.'],
  ['SHA256SUMS', 'Check what you got with `sha256sum -c SHA256SUMS`.'],
];

function contents(files) {
  const covers = (path) => (file) => file === path || (path.endsWith('/') && file.startsWith(path));
  const told = [...CONTENTS.map(([path]) => path), 'openapi.json'];
  const untold = files.filter((file) => !told.some((path) => covers(path)(file)));
  if (untold.length > 0) throw new Error(`README.md does not tell of ${untold.join(', ')}. Add a row in texts.mjs.`);
  return CONTENTS.filter(([path]) => path === 'SHA256SUMS' || files.some(covers(path)))
    .map(([path, what]) => `| [\`${path}\`](${path}) | ${what} |`)
    .join('\n');
}

/** How often `key` stands in the document, whatever the place. */
function count(node, key) {
  if (node === null || typeof node !== 'object') return 0;
  return Object.entries(node).reduce((sum, [name, each]) => sum + (name === key ? 1 : 0) + count(each, key), 0);
}

export function mockPage(document, { prism, own }) {
  const why = own
    ? `
\`${prism}\` is a copy of the document in which some places are looser. Prism compares the raw text of a form or query
value with its schema, so it would refuse valid requests of this API (values that are JSON text, names that end in
\`[]\`). What the copy leaves unchecked is the inside of these values. Use \`openapi.yaml\` for everything else.
`
    : '';
  return `# A mock server in one line

\`\`\`sh
${mock(prism)}
\`\`\`

It listens on http://127.0.0.1:4010, answers with the examples of the document and refuses a request that does not fit
it. The paths are those of the document. Version ${PRISM.split('@').at(-1)} needs Node 18.20 or newer; other versions were not tried. Ask for
another answer with a header, for example \`Prefer: code=401\` or \`Prefer: example=NAME\`.
${why}`;
}

export function generatePage(document, { api }) {
  const { group, version, released } = project;
  const source = released
    ? ''
    : `\nNo repository has version ${version} of it: \`mvn install -DskipTests\` in a checkout of Specwright puts it into your own.\n`;
  return `# A client in one line

## Java, ready-made

The client that the Java samples use; it knows what the document cannot say (${document.info.title}'s way of sending
credentials, retries, paging):

\`\`\`xml
<dependency><groupId>${group}</groupId><artifactId>specwright-${api}</artifactId><version>${version}</version></dependency>
\`\`\`
${source}
## Java, generated with Retrofit and Moshi

Save this as \`pom.xml\` next to \`openapi.yaml\`, then \`mvn compile\`, with Java 17 or newer:

\`\`\`xml
${generatedPom(api)}
\`\`\`

The sources are in \`target/generated-sources/openapi\`. \`${group}:specwright-runtime\` brings Retrofit, Moshi and OkHttp.
It sends no credentials by itself: that is for an interceptor of yours, or the ready-made client.

## Other languages

With OpenAPI Generator (\`org.openapitools:openapi-generator-cli:${openapiGenerator}\`); \`list\` in place of \`generate ...\` shows the names for \`-g\`:

\`\`\`sh
java -jar openapi-generator-cli-${openapiGenerator}.jar generate -g python -i openapi.yaml -o client
\`\`\`

Such a client sends what OpenAPI can say and no more. Read *Authentication* in [README.md](README.md) for what is left
to you, and [extensions.md](extensions.md) for what the \`x-\` names in the document tell.
`;
}

/** A whole pom.xml, so that a folder with nothing but the document is enough. */
export function generatedPom(api) {
  const { group, version } = project;
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.example</groupId>
  <artifactId>${api}-client</artifactId>
  <version>1</version>
  <properties>
    <maven.compiler.release>17</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <dependencies>
    <dependency><groupId>${group}</groupId><artifactId>specwright-runtime</artifactId><version>${version}</version></dependency>
  </dependencies>
  <build>
    <plugins>
      <plugin>
        <groupId>org.apache.maven.plugins</groupId><artifactId>maven-resources-plugin</artifactId><version>${resourcesPlugin}</version>
      </plugin>
      <plugin>
        <groupId>org.apache.maven.plugins</groupId><artifactId>maven-compiler-plugin</artifactId><version>${compilerPlugin}</version>
      </plugin>
      <plugin>
        <groupId>org.openapitools</groupId><artifactId>openapi-generator-maven-plugin</artifactId><version>${openapiGenerator}</version>
        <dependencies>
          <dependency><groupId>${group}</groupId><artifactId>specwright-generator</artifactId><version>${version}</version></dependency>
        </dependencies>
        <executions>
          <execution>
            <goals><goal>generate</goal></goals>
            <configuration>
              <inputSpec>openapi.yaml</inputSpec>
              <generatorName>retrofit-moshi</generatorName>
              <apiPackage>com.example.api</apiPackage>
              <modelPackage>com.example.model</modelPackage>
              <invokerPackage>com.example.api</invokerPackage>
            </configuration>
          </execution>
        </executions>
      </plugin>
    </plugins>
  </build>
</project>`;
}

/** The table of the README of this module, and what only a bundle has. */
export function extensionsPage(moduleReadme) {
  const table = /^## Extensions\n[\s\S]*?(^\|[\s\S]*?)\n\n/m.exec(moduleReadme);
  if (!table) throw new Error('specs/README.md has no table under "## Extensions". extensions.md is made of it.');
  return `# Extensions

The \`x-\` names in \`openapi.yaml\`. A tool that does not know them can ignore them.

${table[1]}
| \`x-codeSamples\` | operation | The samples of the folder \`samples/\`, for pages of documentation. Only in the bundle. |
`;
}

export function portalPage(bundles) {
  const card = ({ document, api, name }) => `    <li>
      <h2>${escape(document.info.title)} <small>${escape(document.info.version)}</small></h2>
      <p>${escape(firstSentence(document))} ${operations(document).filter(({ webhook }) => !webhook).length} operations.</p>
      <ul>
        <li><a href="${api}/docs/index.html">Documentation</a></li>
        <li><a href="${name}.zip" download>Everything as a zip</a></li>
        <li>OpenAPI: <a href="${api}/openapi.yaml">YAML</a>, <a href="${api}/openapi.json">JSON</a>,
          <a href="${api}/openapi.dereferenced.json">without references</a></li>
        <li><a href="${api}/postman_collection.json" download>Postman collection</a></li>
        <li><a href="${api}/README.md">Read me</a>, <a href="${api}/CHANGELOG.md">changes</a></li>
      </ul>
    </li>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API descriptions</title>
<link rel="icon" href="data:,">
<style>
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; color: #1a1a1a; background: #fff; }
  main > ul { list-style: none; padding: 0; display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); }
  main > ul > li { border: 1px solid #767676; border-radius: .5rem; padding: 0 1rem 1rem; overflow-wrap: anywhere; }
  h2 { font-size: 1.25rem; } small { font-weight: normal; }
  a { color: #0645ad; }
</style>
</head>
<body>
<main>
  <h1>API descriptions</h1>
  <p>Documents, samples and mocks for people who call these APIs. Written from the vendors' pages, not by the vendors.
    <a href="all.zip" download>All of them as one zip</a>.</p>
  <ul>
${bundles.map(card).join('\n')}
  </ul>
</main>
</body>
</html>
`;
}

function firstSentence({ info }) {
  const text = split(info.description).intro.replace(/\s+/g, ' ').replace(/[*\`]/g, '');
  return /^.*?[.](?= |$)/.exec(text)?.[0] ?? text;
}

function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
