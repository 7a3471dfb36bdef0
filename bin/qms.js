#!/usr/bin/env node
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  process.stderr.write(`qms: needs Node.js 22.12 or newer, this is ${process.version} / 需要 Node.js 22.12 以上版本，当前是 ${process.version}\n`);
  process.exitCode = 2;
} else {
  const { enableCompileCache } = await import('node:module');
  enableCompileCache(); // the compiled validators are large; their bytecode is kept between runs
  const { main } = await import('../dist/cli.js');
  process.exitCode = await main(process.argv.slice(2));
}
