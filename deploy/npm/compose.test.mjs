// Each demand on docker-compose.yml is seen to fail on a file that is broken in one place.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { composeComplaints } from './compose.mjs'
import { readCompose } from './yaml.mjs'

const file = new URL('../../docker-compose.yml', import.meta.url).pathname
const dockerfile = readFileSync(new URL('../../Dockerfile', import.meta.url), 'utf8')

function broken(breakIt, images = dockerfile) {
  // Merged parts are shared between services; a copy is not.
  const compose = JSON.parse(JSON.stringify(readCompose(file)))
  breakIt(compose.services)
  return composeComplaints(compose, images)
}

test('docker-compose.yml is well', () => assert.deepEqual(broken(() => {}), []))

for (const [complaint, breakIt] of [
  ['redis: no health check', services => delete services.redis.healthcheck],
  ['redis: no health check', services => (services.redis.healthcheck.disable = true)],
  ['redis: not started again when it dies', services => delete services.redis.restart],
  ['redis: not started again when it dies', services => (services.redis.restart = 'no')],
  ['api-service: no bound on memory', services => delete services['api-service'].mem_limit],
  ['api-service: no bound on CPU', services => delete services['api-service'].cpus],
  ['api-service: no bound on processes', services => delete services['api-service'].pids_limit],
  ['api-service: may write its image', services => (services['api-service'].read_only = false)],
  ['redis: runs as root', services => delete services.redis.user],
  ['redis: runs as root', services => (services.redis.user = '0:0')],
  ['varnish: runs as root', services => (services.varnish.user = 'root')],
  ['redis: keeps capabilities', services => delete services.redis.cap_drop],
  ['redis: keeps capabilities', services => (services.redis.cap_add = ['NET_ADMIN'])],
  ['redis: may gain privileges', services => delete services.redis.security_opt],
  ['redis: is privileged', services => (services.redis.privileged = true)],
  ["redis: shares the host's namespaces", services => (services.redis.network_mode = 'host')],
  ['redis: has a public port', services => (services.redis.ports = ['6379:6379'])],
  ['varnish: has 2 public ports, not one', services => services.varnish.ports.push('8081:8081')],
  ['api-service: has a name of its own, so that it cannot be scaled', services => (services['api-service'].container_name = 'api')],
  ["redis: mounts the host's files", services => services.redis.volumes.push('/var/run/docker.sock:/docker.sock')],
  ['varnish: the Dockerfile has no stage vernish', services => (services.varnish.build.target = 'vernish')]
]) {
  test(complaint, () => assert.ok(broken(breakIt).includes(complaint), `${broken(breakIt)}`))
}

for (const [complaint, instruction] of [
  ['api-service: runs as root', /^USER blazon$/gm],
  ['imaging-service: runs as root', /^USER blazon$/gm],
  ['stats-service: runs as root', /^USER blazon$/gm],
  ['varnish: runs as root', /^USER vcache$/m],
  ['api-service: no health check', /^HEALTHCHECK .*\\\n.*$/gm],
  ['varnish: no health check', /^HEALTHCHECK .*\\\n.*$/gm]
]) {
  test(`${complaint}, by the Dockerfile`, () =>
    assert.ok(broken(() => {}, dockerfile.replace(instruction, '')).includes(complaint)))
}
