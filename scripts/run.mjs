// When: by npm, for every command in package.json.
// What: refuses an old Node with a sentence, then runs the TypeScript script of that name.
const [major] = process.versions.node.split('.')
const [name, ...rest] = process.argv.slice(2)

if (Number(major) < 24) {
  console.error(
    `Frontdesk needs Node 24 or newer; this is Node ${process.versions.node}. Run it through npm (npm start, npm test), which brings its own.`,
  )
  process.exit(1)
}

process.argv.splice(2, process.argv.length, ...rest)
await import(`./${name}.ts`)
