import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Document } from './checks/document.mjs';
import { documents } from './documents.mjs';
import { provenance } from './provenance-text.mjs';

/** For every document: its api, the committed file, and what the file should say. */
export const provenances = () =>
  documents().map(({ api, file }) => ({
    api,
    file: join(dirname(file), 'PROVENANCE.md'),
    text: provenance(Document.read(file)),
  }));

/** The committed files that do not say what their document says. */
export function staleProvenances(all = provenances()) {
  return all
    .filter(({ file, text }) => !existsSync(file) || readFileSync(file, 'utf8').replaceAll('\r\n', '\n') !== text)
    .map(({ api, file }) => ({
      file: `${api}/PROVENANCE.md`,
      found: existsSync(file) ? 'It is not what the document says.' : 'It is missing.',
      remedy: 'Run "npm run provenance" and commit the file.',
    }));
}
