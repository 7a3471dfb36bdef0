#!/usr/bin/env node
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  process.stderr.write(`qms: needs Node.js 22.12 or newer, this is ${process.version} / 需要 Node.js 22.12 以上版本，当前是 ${process.version}\n`);
  process.exitCode = 2;
} else {
  // Required, not imported: an import of node:fs loads all of its streams and promises too.
  const { start } = process.getBuiltinModule('node:module').createRequire(import.meta.url)('../dist/start.cjs');
  process.exitCode = await start(process.argv.slice(2));
}
