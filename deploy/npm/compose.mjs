// What docker-compose.yml must have, and the images that it builds: what no schema asks.

const PUBLIC = 'varnish'

/**
 * What is wrong, one line each; nothing: all is well.
 *
 * @param compose docker-compose.yml, parsed
 * @param dockerfile the Dockerfile's text
 */
export function composeComplaints(compose, dockerfile) {
  const complaints = []
  for (const [name, service] of Object.entries(compose.services)) {
    const image = service.build ? stage(dockerfile, service.build.target) : {}
    const demand = (well, complaint) => well || complaints.push(`${name}: ${complaint}`)
    demand(service.image || image.exists, `the Dockerfile has no stage ${service.build?.target}`)
    demand((service.healthcheck?.test ?? image.healthcheck) && !service.healthcheck?.disable, 'no health check')
    demand(['unless-stopped', 'always'].includes(service.restart), 'not started again when it dies')
    demand(service.mem_limit, 'no bound on memory')
    demand(service.cpus > 0, 'no bound on CPU')
    demand(service.pids_limit > 0, 'no bound on processes')
    demand(service.read_only === true, 'may write its image')
    demand(!/^(root|0)?(:|$)/.test(service.user ?? image.user ?? ''), 'runs as root')
    demand(service.cap_drop?.includes('ALL') && !service.cap_add, 'keeps capabilities')
    demand(service.security_opt?.includes('no-new-privileges:true'), 'may gain privileges')
    demand(!service.privileged, 'is privileged')
    demand(!service.network_mode && !service.pid && !service.ipc, "shares the host's namespaces")
    demand(name === PUBLIC || !service.ports, 'has a public port')
    demand(!service.container_name, 'has a name of its own, so that it cannot be scaled')
    demand(!service.volumes?.some(volume => /^[./~]/.test(volume.source ?? volume)), "mounts the host's files")
  }
  const ports = compose.services[PUBLIC]?.ports ?? []
  if (ports.length !== 1) {
    complaints.push(`${PUBLIC}: has ${ports.length} public ports, not one`)
  }
  return complaints
}

/** What a stage of a Dockerfile says of its image, with what it inherits from earlier stages. */
function stage(dockerfile, target) {
  const stages = new Map()
  let current = {}
  for (const line of dockerfile.replaceAll('\\\n', ' ').split('\n')) {
    const [instruction, ...rest] = line.trim().split(/\s+/)
    if (instruction === 'FROM') {
      current = { ...stages.get(rest[0]), exists: true }
      stages.set(rest[2], current)
    } else if (instruction === 'USER') {
      current.user = rest[0]
    } else if (instruction === 'HEALTHCHECK') {
      current.healthcheck = rest[0] === 'NONE' ? undefined : rest.join(' ')
    }
  }
  return stages.get(target) ?? {}
}
