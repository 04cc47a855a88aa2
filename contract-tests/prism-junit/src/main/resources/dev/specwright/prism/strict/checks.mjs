// Prism's checks of a request, with the query and forms checked by the rules of this folder.
import { isForm, isMediaType, mediaTypeOf } from './bodies.mjs';
import { formCredential, withoutColons } from './credentials.mjs';
import { operationKey, operations } from './document.mjs';
import { ruleMaker } from './rules.mjs';
import { shapes } from './shapes.mjs';
import { unsupported } from './violations.mjs';

/** Returns the two components that replace Prism's own. Throws if the document cannot be checked. */
export function requestChecks(document, prism) {
  const { left, right, isLeft } = prism.Either;
  const rules = rulesByOperation(document, prism);

  function validateInput({ resource, element }) {
    const { query, formOf } = rules.get(operationKey(resource));
    const form = formOf(element);
    const type = contentTypeProblems(resource, element);
    const stock = prism.validateInput(withoutChecked(resource, element, Boolean(form) || type.length > 0));
    const violations = [
      ...query(element.url.query ?? {}),
      ...(form?.violations ?? []),
      ...(isLeft(stock) ? stock.left : []),
      ...type,
    ];
    return violations.length > 0 ? left(violations) : right(element);
  }

  function validateSecurity({ resource, element }) {
    const { credential, formOf } = rules.get(operationKey(resource));
    const request = withoutColons(element);
    if (!credential) return prism.validateSecurity({ resource, element: request });
    if (credential.isIn(formOf(element)?.pairs ?? [])) return right(element);
    const security = resource.security.filter((alternative) => alternative.length > 0);
    const stock = prism.validateSecurity({ resource: { ...resource, security }, element: request });
    return isLeft(stock) ? left([credential.missing]) : stock;
  }

  return { validateInput, validateSecurity };
}

function rulesByOperation(document, prism) {
  const shapeOf = shapes(document.resolve);
  const rulesOf = ruleMaker(document, prism);
  return new Map(
    operations(document).map((operation) => {
      const { query, forms } = rulesOf(operation);
      return [operation.key, { query, formOf: formReader(forms), credential: formCredential(operation, { shapeOf, isForm }) }];
    }),
  );
}

/** Returns a function from a request to its form, or to nothing if it has none that the operation takes. */
function formReader(forms) {
  return ({ body, headers }) => {
    const contentType = headers?.['content-type'];
    const rule = typeof body === 'string' && body !== '' ? forms.get(mediaTypeOf(contentType)) : undefined;
    return rule?.(body, contentType);
  };
}

/** Leaves to Prism what is not checked here: path, headers, and perhaps the body. */
function withoutChecked(resource, element, isBodyChecked) {
  const request = { ...resource.request, query: undefined, ...(isBodyChecked && { body: undefined }) };
  // Prism looks at the type of a body with a length only.
  const length = isBodyChecked || !element.body ? '0' : (element.headers['content-length'] ?? '1');
  const { 'content-type': type, ...others } = element.headers;
  // Prism does not survive a type that is none.
  const headers = { ...others, ...(isMediaType(mediaTypeOf(type)) && { 'content-type': type }), 'content-length': length };
  return { resource: { ...resource, request }, element: { ...element, headers, ...(isBodyChecked && { body: undefined }) } };
}

function contentTypeProblems(resource, { body, headers }) {
  const types = resource.request?.body?.contents?.map(({ mediaType }) => mediaType) ?? [];
  const type = headers['content-type'];
  if (type) return isMediaType(mediaTypeOf(type)) ? [] : [unsupported('Request must have a media type as Content-Type')];
  if (!body || types.length === 0) return [];
  return [unsupported(`Request has a body but no Content-Type. Supported content types: ${types.join(', ')}`)];
}
