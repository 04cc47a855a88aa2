// Texts of the form that `x-date-format` gives, a part of the patterns of java.time.
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
const PARTS = /'[^']+'|([A-Za-z])\1*|./g;

/** Returns a function that says whether a text is a date or time of this form, and one that exists. */
export function dateFormat(pattern) {
  const parts = [...pattern.matchAll(PARTS)].map(([part, letter]) => (letter ? fieldOf(part) : literal(part)));
  const form = new RegExp(`^${parts.join('')}$`, 'u');
  return (text) => {
    const found = form.exec(text);
    return found !== null && exists(found.groups ?? {});
  };
}

function fieldOf(part) {
  if (!Object.hasOwn(FIELDS, part)) throw new Error(`x-date-format has "${part}"; known are ${Object.keys(FIELDS).join(', ')}`);
  return FIELDS[part];
}

const literal = (part) => part.replace(/^'(.+)'$/, '$1').replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

function exists({ year, month, day, hour = 0, minute = 0, second = 0, offsetHour = 0, offsetMinute = 0 }) {
  if (hour > 23 || minute > 59 || second > 59 || offsetHour > 18 || offsetMinute > 59) return false;
  if (year === undefined) return true;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.valueOf()) && date.getUTCDate() === Number(day);
}
