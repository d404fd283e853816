#!/usr/bin/env node
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `leaksift needs Node 22.18 or newer; this is ${process.versions.node}. In a checkout, start it with: npx leaksift\n`,
  )
  process.exit(1)
}
// A checkout runs its sources as they are; Node refuses to strip types below node_modules, so a published package runs its build.
const published = import.meta.url.includes('/node_modules/')
await import(published ? '../dist/cli/start.js' : '../src/cli/start.ts')
