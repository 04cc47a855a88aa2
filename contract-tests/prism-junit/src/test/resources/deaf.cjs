// In place of Prism: listens, it says, and does not end when asked to.
process.on('SIGTERM', () => {});
console.log('Prism is listening on http://127.0.0.1:9');
setInterval(() => {}, 60_000);
