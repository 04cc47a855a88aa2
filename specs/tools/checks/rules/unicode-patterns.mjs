import { compiles } from '../schema-validator.mjs';

/** Prism and other validators compile patterns with the flag u, and skip one that does not compile without a word. */
export default function* check(document) {
  for (const { value: schema, path } of document.ofKind('schema')) {
    if (compiles(schema.pattern)) continue;
    yield {
      path: [...path, 'pattern'],
      found: `${JSON.stringify(schema.pattern)} is no regular expression under the flag u.`,
      remedy:
        'Escape only what needs it (^$\\.*+?()[]{}|/), such as [.-] for [\\.\\-], and write every { of a text as [{].',
    };
  }
}
