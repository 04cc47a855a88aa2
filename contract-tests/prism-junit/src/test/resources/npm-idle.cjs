// In place of npm: ends well, and has installed nothing.
console.log('npm warn dry run');
