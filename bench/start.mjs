// npm run bench [-- options]: the check. npm run bench -- render [options]: the printing. See README.md.
await import(process.argv[2] === 'render' ? './render.mjs' : './run.mjs');
