// Serves several documents with strict checks in one process, since each start of Node takes its time.
//   node prisms.mjs SERVER PRISM DOCUMENT...
// SERVER is the program that serves one. Prints an address for each document; ends with its standard input.
import { pathToFileURL } from 'node:url';

process.stdin.on('end', () => process.exit()).resume();
const [server, prism, ...documents] = process.argv.slice(2);
for (const document of documents) {
  process.argv.splice(2, Infinity, prism, 'mock', '-p', '0', '--errors', document);
  // A module runs once for each address that it is imported from.
  await import(`${pathToFileURL(server)}?${document}`);
}
