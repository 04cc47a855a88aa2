/** HTTP forbids a body with these statuses. */
const EMPTY = ['204', '205', '304'];

export default function* check(document) {
  for (const { value, path } of document.ofKind('response')) {
    const status = path.at(-1);
    if (!EMPTY.includes(status) || !document.resolve(value)?.content) continue;
    yield {
      path,
      found: `An answer with status ${status} has no body, and this one has content.`,
      remedy: 'Remove the content, or use the status that the service answers with.',
    };
  }
}
