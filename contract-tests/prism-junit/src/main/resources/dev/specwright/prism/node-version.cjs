// Stands in front of the rest, in the JavaScript of old days: an old Node, which cannot even read the rest, reads this.
if (parseInt(process.versions.node, 10) < 20) {
  console.error(
    'Prism needs Node 20 or newer, but ' + process.execPath + ' is ' + process.versions.node +
      '. Name a newer one with -Dspecwright.node=/path/to/node or SPECWRIGHT_NODE.'
  );
  process.exit(1);
}
