// Reads every manifest of a folder, and holds it to the schema of its kind: node validate.mjs FOLDER
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import * as yaml from 'js-yaml'

const require = createRequire(import.meta.url)
const [folder] = process.argv.slice(2)
let count = 0
for (const file of readdirSync(folder).filter(name => name.endsWith('.yaml'))) {
  for (const manifest of yaml.loadAll(readFileSync(join(folder, file), 'utf8'))) {
    const kinds = require(`kubernetes-models/${manifest.apiVersion}`)
    try {
      new kinds[manifest.kind](manifest).validate()
    } catch (error) {
      console.error(`${file}: ${manifest.kind} ${manifest.metadata?.name}: ${error.message}`)
      process.exitCode = 1
    }
    count++
  }
}
if (count === 0) {
  console.error(`${folder}: no manifest`)
  process.exitCode = 1
}
