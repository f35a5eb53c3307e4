// node check.mjs kubernetes FOLDER | schema FOLDER | compose FILE DOCKERFILE: says what is wrong, and then ends with status 1.
import { readFileSync } from 'node:fs'
import { composeComplaints } from './compose.mjs'
import { kubernetesComplaints } from './kubernetes.mjs'
import { schemaComplaints } from './schema.mjs'
import { readCompose, readManifests } from './yaml.mjs'

const checks = {
  kubernetes: folder => kubernetesComplaints(readManifests(folder)),
  schema: folder => readManifests(folder).flatMap(schemaComplaints),
  compose: (file, dockerfile) => composeComplaints(readCompose(file), readFileSync(dockerfile, 'utf8'))
}
const [what, ...paths] = process.argv.slice(2)
const complaints = checks[what](...paths)
complaints.forEach(complaint => console.error(complaint))
process.exitCode = complaints.length > 0 ? 1 : 0
