import { list } from '../document.mjs';
import { answersOf } from './envelope-exists.mjs';

const MEMBERS = {
  offset: ['style', 'parameter', 'limit', 'items', 'size'],
  cursor: ['style', 'parameter', 'limit', 'next', 'items', 'size'],
};
const NEEDED = { offset: ['parameter'], cursor: ['parameter', 'next'] };

/** What x-pagination names is there: parameters of the operation, members of its answer. */
export default function* check(document) {
  for (const operation of document.operations()) {
    const pagination = operation.value['x-pagination'];
    if (pagination === undefined) continue;
    for (const problem of problems(document, operation, pagination))
      yield { path: [...operation.path, 'x-pagination'], ...problem };
  }
}

function* problems(document, { value, parameters }, pagination) {
  const { style, size } = pagination;
  if (!MEMBERS[style]) {
    yield { found: `The style is ${JSON.stringify(style)}.`, remedy: `Write one of ${list(Object.keys(MEMBERS))}.` };
    return;
  }
  for (const member of Object.keys(pagination)) {
    if (!MEMBERS[style].includes(member))
      yield { found: `Style ${style} has no "${member}".`, remedy: `Use ${list(MEMBERS[style])}.` };
  }
  for (const member of NEEDED[style]) {
    if (pagination[member] === undefined) yield { found: `Style ${style} needs "${member}".`, remedy: 'Add it.' };
  }
  const names = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  for (const member of ['parameter', 'limit']) {
    const name = pagination[member];
    if (name !== undefined && !names.includes(name)) {
      yield { found: `There is no query parameter "${name}" (${member}).`, remedy: `Name one of ${list(names)}.` };
    }
  }
  if (size !== undefined && !(Number.isInteger(size) && size > 0)) {
    yield { found: `The size is ${JSON.stringify(size)}.`, remedy: 'Write the number of rows of a full page.' };
  }
  for (const answer of answersOf(document, value)) yield* answerProblems(document, value, pagination, answer);
}

function* answerProblems(document, operation, { items, next }, answer) {
  const envelope = operation['x-envelope']?.data;
  const inner = envelope ? document.property(answer, envelope) : answer;
  if (!inner) return; // envelope-exists tells
  const members = document.properties(inner).map(([name]) => name);
  if (next !== undefined && !members.includes(next)) {
    yield { found: `The answer has no member "${next}" (next).`, remedy: `Name one of ${list(members)}.` };
  }
  const rows = items === undefined ? inner : document.property(inner, items);
  if (!rows) yield { found: `The answer has no member "${items}" (items).`, remedy: `Name one of ${list(members)}.` };
  else if (!document.parts(rows).some(({ type }) => type === 'array')) {
    const what = items === undefined ? 'The answer' : `The member "${items}"`;
    yield { found: `${what} is no list.`, remedy: 'Name the member with the rows as "items".' };
  }
}
