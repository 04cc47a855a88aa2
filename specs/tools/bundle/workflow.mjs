import { operations } from './operations.mjs';

/** The operations of the steps of an Arazzo workflow, in their order. Redocly does not check that they exist. */
export function stepsOf(workflow, document, file) {
  const known = new Set(operations(document).map(({ id }) => id));
  const ids = workflow.workflows.flatMap(({ steps }) => steps.map(({ operationId }) => operationId));
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length > 0) {
    throw new Error(`${file}: the document has no operation ${unknown.join(', ')}. Steps name an operationId of it.`);
  }
  return [...new Set(ids)];
}
