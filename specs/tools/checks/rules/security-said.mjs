/** An operation that says nothing of security is read as public. */
export default function* check(document) {
  const { security } = document.root;
  for (const { value, path } of document.operations()) {
    if (value.security ?? security) continue;
    yield {
      path,
      found: 'The operation does not say what credentials it takes.',
      remedy: 'Add security with the names of its schemes, or "security: []" if it takes none of them.',
    };
  }
}
