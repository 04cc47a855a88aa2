import { FORMS, list } from '../document.mjs';

/** A form property that carries a credential belongs to a security scheme, and to operations that take it. */
export default function* check(document) {
  const schemes = Object.keys(document.root.components?.securitySchemes ?? {});
  for (const { value, path } of document.operations()) {
    const content = document.resolve(value.requestBody)?.content ?? {};
    for (const schema of FORMS.map((type) => content[type]?.schema).filter(Boolean)) {
      for (const [property, { 'x-credential': name } = {}] of document.properties(schema)) {
        if (name === undefined) continue;
        if (!schemes.includes(name)) {
          yield {
            path: [...path, 'requestBody'],
            found: `The form's property "${property}" carries the credential "${name}", which is no security scheme.`,
            remedy: `Name one of ${list(schemes)}.`,
          };
        } else if (!isTaken(value.security ?? document.root.security ?? [], name)) {
          yield {
            path: [...path, 'security'],
            found: `The form carries the credential "${name}", and security does not say so.`,
            remedy: `Write "security: [{${name}: []}, {}]".`,
          };
        }
      }
    }
  }
}

const isTaken = (security, name) =>
  security.some((requirement) => name in requirement) &&
  security.some((requirement) => Object.keys(requirement).length === 0);
