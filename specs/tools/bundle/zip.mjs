import { zipSync } from 'fflate';

/**
 * A zip of `files` (path to text or bytes). The same files give the same bytes, whatever the order, day, zone or
 * version of Node: fflate compresses by itself, while Node's zlib differs between versions.
 */
export function zip(files) {
  const sorted = [...files].sort(([left], [right]) => (left < right ? -1 : 1));
  const entries = sorted.map(([path, content]) => [path, new Uint8Array(Buffer.from(content))]);
  // The earliest time that a zip can hold. Its times have no zone, so the local one is meant.
  const mtime = new Date(1980, 0, 1);
  return Buffer.from(zipSync(Object.fromEntries(entries), { level: 9, mtime }));
}
