// Reads the deployment files as their tools do: YAML 1.1, which knows merge keys, and takes a bare `no` for false.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { YAML11_SCHEMA, load, loadAll } from 'js-yaml'

export function readManifests(folder) {
  return readdirSync(folder)
    .filter(name => name.endsWith('.yaml'))
    .flatMap(name => loadAll(readFileSync(join(folder, name), 'utf8'), { schema: YAML11_SCHEMA }))
}

export function readCompose(file) {
  return load(readFileSync(file, 'utf8'), { schema: YAML11_SCHEMA })
}
