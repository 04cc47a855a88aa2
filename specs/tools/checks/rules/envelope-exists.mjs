import { JSON_TYPE, list } from '../document.mjs';

/** The member that x-envelope names is there in every answer that succeeds. */
export default function* check(document) {
  for (const { value, path } of document.operations()) {
    const envelope = value['x-envelope'];
    if (envelope === undefined) continue;
    for (const answer of answersOf(document, value)) {
      const members = document.properties(answer).map(([name]) => name);
      if (members.includes(envelope?.data)) continue;
      yield {
        path: [...path, 'x-envelope'],
        found: `The answer has no member "${envelope?.data}".`,
        remedy: `Name one of ${list(members)}.`,
      };
    }
  }
}

/** The JSON schemas of the answers that succeed. */
export function answersOf(document, operation) {
  return Object.entries(operation.responses ?? {})
    .filter(([status]) => status.startsWith('2'))
    .map(([, response]) => document.resolve(response)?.content?.[JSON_TYPE]?.schema)
    .filter(Boolean);
}
