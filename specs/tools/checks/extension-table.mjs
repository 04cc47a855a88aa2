// The table "Extensions" of README.md: the only list of extensions, so it is read, not repeated.

/** The rows as `{name, forms, places}`; a form is what may stand after the colon. */
export function extensionTable(markdown) {
  const section = /^## Extensions\n([\s\S]*?)(?=^##? )/m.exec(`${markdown}\n## `)?.[1] ?? '';
  const rows = [...section.matchAll(/^\| (`x-.*?) \| (.*?) \|/gm)].map(([, name, places]) => row(name, places));
  if (rows.length === 0) throw new Error('README.md has no table of extensions under the heading "## Extensions".');
  return rows;
}

function row(cell, places) {
  const codes = [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code);
  const [, name, form] = /^(x-[\w-]+)(?::\s*(.*))?$/.exec(codes[0]);
  return {
    name,
    forms: [form, ...codes.slice(1)].filter(Boolean),
    places: places
      .split(/\s*,\s*(?![^[]*\])/)
      .map(plainPlace)
      .filter(Boolean),
  };
}

/** "integer schema with `enum: [0, 1]`" is an integer schema; what its enum is, another rule tells. */
const plainPlace = (text) =>
  text
    .replace(/^or\b/, '')
    .replace(/`[^`]*`/g, '')
    .replace(/\bwith\s*$/, '')
    .trim();

/** Why `value` is none of the forms, or nothing. */
export function formProblem(forms, value) {
  if (forms.length === 0 || forms.some((form) => fits(form, value))) return undefined;
  return `is ${JSON.stringify(value)}`;
}

function fits(form, value) {
  if (form === 'true' || form === 'false') return String(value) === form && typeof value === 'boolean';
  if (/^[A-Z]+$/.test(form)) return typeof value === 'string' && value.trim() !== '';
  const members = /^\{(.*)\}$/
    .exec(form)?.[1]
    .split(',')
    .map((member) => member.split(':')[0].trim());
  if (!members) throw new Error(`README.md, table of extensions: cannot read the form "${form}".`);
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).every((key) => key.startsWith('x-') || members.includes(key))
  );
}
