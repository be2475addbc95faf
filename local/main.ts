import './runtime.mjs';

// Only then: an old Node cannot even load what follows.
const { terminal } = await import('./command-line.ts');
const { main } = await import('./start.ts');
// Whatever this process makes, as SQLite’s files beside the data file, is for its own user alone.
process.umask(0o077);
const code = await main(process.argv.slice(2), terminal);
// What was opened before a start failed would keep the process.
if (code !== 0) process.exit(code);
