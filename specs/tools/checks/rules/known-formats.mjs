import { fullFormats } from 'ajv-formats/dist/formats.js';
import { OWN_FORMATS } from '../schema-validator.mjs';

const KNOWN = [...Object.keys(fullFormats), ...Object.keys(OWN_FORMATS)].sort();

/** A format that no validator knows checks nothing, so its examples prove nothing. */
export default function* check(document) {
  for (const { value: schema, path } of document.ofKind('schema')) {
    if (schema.format === undefined || KNOWN.includes(schema.format)) continue;
    yield {
      path: [...path, 'format'],
      found: `No validator knows the format "${schema.format}".`,
      remedy: `Say it with a pattern or in the description, or use one of ${KNOWN.join(', ')}.`,
    };
  }
}
