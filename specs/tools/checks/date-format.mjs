// The patterns of x-date-format: a part of what java.time understands, so that both read the same.
const FIELDS = {
  yyyy: '(?<year>[0-9]{4})',
  MM: '(?<month>[0-9]{2})',
  dd: '(?<day>[0-9]{2})',
  HH: '(?<hour>[0-9]{2})',
  mm: '(?<minute>[0-9]{2})',
  ss: '(?<second>[0-9]{2})',
  SSS: '[0-9]{3}',
  xx: '[+-](?<offsetHour>[0-9]{2})(?<offsetMinute>[0-9]{2})',
  xxx: '[+-](?<offsetHour>[0-9]{2}):(?<offsetMinute>[0-9]{2})',
};
const DATE = ['yyyy', 'MM', 'dd'];
const TIME = ['HH', 'mm'];
const PARTS = /'[^']+'|([A-Za-z])\1*|./g;

/** What is wrong with a pattern, or nothing. */
export function patternProblem(pattern) {
  const fields = [];
  for (const [part, letter] of pattern.matchAll(PARTS)) {
    if (/['[\]{}#]/.test(part[0]) && part.length === 1) return `has ${part}, which has a meaning of its own`;
    if (!letter) continue;
    if (!Object.hasOwn(FIELDS, part)) return `has "${part}", which is none of ${Object.keys(FIELDS).join(', ')}`;
    fields.push(part);
  }
  const has = (field) => fields.includes(field);
  if (new Set(fields.map((field) => field[0])).size < fields.length) return 'has a field twice';
  const [date, time] = [DATE, TIME].map((all) => all.some(has) && all.every(has));
  const parts = [...(date ? DATE : []), ...(time ? [...TIME, 'ss', 'SSS'] : []), ...(date && time ? ['xx', 'xxx'] : [])];
  const stray = fields.find((field) => !parts.includes(field));
  if (stray) return `has "${stray}" without the rest of a date, of a time, or of both`;
  if (has('SSS') && !has('ss')) return 'has "SSS" without "ss"';
  return fields.length === 0 ? 'has no field' : undefined;
}

/** Whether `text` is a date or time of the form `pattern`, and one that exists. */
export function fitsPattern(pattern, text) {
  const parts = [...pattern.matchAll(PARTS)].map(([part, letter]) => (letter ? FIELDS[part] : literal(part)));
  const found = new RegExp(`^${parts.join('')}$`, 'u').exec(text)?.groups;
  return found !== undefined && exists(found);
}

const literal = (part) => part.replace(/^'(.+)'$/, '$1').replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

function exists({ year, month, day, hour = 0, minute = 0, second = 0, offsetHour = 0, offsetMinute = 0 }) {
  if (hour > 23 || minute > 59 || second > 59 || offsetHour > 18 || offsetMinute > 59) return false;
  if (year === undefined) return true;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.valueOf()) && date.getUTCDate() === Number(day);
}
