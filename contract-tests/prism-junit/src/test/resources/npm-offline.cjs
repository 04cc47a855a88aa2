// In place of npm: without a network.
require('fs').writeFileSync('half', '');
console.log('npm error no network');
console.error('npm error really');
process.exitCode = 3;
