import { patternProblem } from '../date-format.mjs';

/** x-date-format is a pattern that can be read, and the only thing that says what the text is. */
export default function* check(document) {
  for (const { value: schema, path } of document.ofKind('schema')) {
    const pattern = schema['x-date-format'];
    if (typeof pattern !== 'string') continue;
    const problem = patternProblem(pattern);
    if (problem) {
      yield {
        path: [...path, 'x-date-format'],
        found: `"${pattern}" ${problem}.`,
        remedy: 'Write it with yyyy, MM, dd, HH, mm, ss, SSS, xx (+0100), xxx (+01:00); other letters in quotes.',
      };
    }
    for (const other of ['format', 'enum', 'x-json-text']) {
      if (schema[other] === undefined) continue;
      yield {
        path: [...path, 'x-date-format'],
        found: `It stands next to ${other}, which says what the text is as well.`,
        remedy: 'Leave one of them out.',
      };
    }
  }
}
