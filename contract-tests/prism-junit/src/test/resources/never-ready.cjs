// In place of Prism: never listens.
setInterval(() => {}, 60_000);
