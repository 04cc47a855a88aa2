// From JSON Pointers to lines of a YAML file, for readers who have to find the place.
import { LineCounter, isMap, isSeq, parseDocument } from 'yaml';
import { unescapeKey } from './node.mjs';

/** The line of a pointer, or of the nearest place around it that exists. */
export function linesOf(text) {
  const counter = new LineCounter();
  let contents; // read when somebody asks: most of the time nothing changed
  return (pointer) => {
    contents ??= parseDocument(text, { lineCounter: counter }).contents;
    let [node, offset] = [contents, 0];
    for (const key of pointer.split('/').slice(1).map(unescapeKey)) {
      const pair = isMap(node) && node.items.find((item) => String(item.key?.value) === key);
      const next = pair ? pair.value : isSeq(node) ? node.items[key] : undefined;
      if (!next) break;
      offset = (pair ? pair.key : next).range[0];
      node = next;
    }
    return counter.linePos(offset).line;
  };
}
