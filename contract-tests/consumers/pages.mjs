// Does what a bundle's generate.md says: makes a folder with a document and the pom.xml of the page, and nothing else.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { generatePage } from '../../specs/tools/bundle/texts.mjs';
import { documents, specs } from '../../specs/tools/documents.mjs';

const { parse } = createRequire(join(specs, 'package.json'))('yaml');
const [target] = process.argv.slice(2);
// One is enough: the pages differ in names only.
const { api, file } = documents()[0];
const page = generatePage(parse(readFileSync(file, 'utf8')), { api });
const [, pom] = /```xml\n(<project [^]*?)```/.exec(page) ?? [];
if (!pom) throw new Error('generate.md shows no pom.xml. Let it, or change this test.');

rmSync(target, { recursive: true, force: true });
const folder = join(target, api);
// Where Maven stops looking for settings such as this repository's .mvn/jvm.config, which a partner does not have.
mkdirSync(join(folder, '.mvn'), { recursive: true });
copyFileSync(file, join(folder, 'openapi.yaml'));
writeFileSync(join(folder, 'pom.xml'), pom);
