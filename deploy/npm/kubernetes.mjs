// What Blazon's manifests must have beyond what the schema asks. A manifest here is parsed YAML.
import { schemaComplaints } from './schema.mjs'

const SCALED = ['api-service', 'imaging-service']
/** SQLite on a volume has one writer. */
const SINGLE = ['stats-service']
/** Known by name to somebody who balances by itself, and so needs one address a node. */
const HEADLESS = ['api-service', 'imaging-service']
/** Seconds: a node drains, then answers what is under way. */
const LEAST_GRACE = 15

/** What is wrong with all manifests of a folder, one line each; nothing: all is well. */
export function kubernetesComplaints(manifests) {
  const complaints = []
  for (const manifest of manifests) {
    const name = `${manifest?.kind} ${manifest?.metadata?.name}`
    complaints.push(...schemaComplaints(manifest).map(complaint => `${name}: ${complaint}`))
  }
  // Where the schema is broken, the rest would only say so again, in worse words.
  return complaints.length > 0 ? complaints : demands(manifests)
}

function demands(manifests) {
  const of = kind => manifests.filter(manifest => manifest.kind === kind)
  const workloads = [...of('Deployment'), ...of('StatefulSet')]
  const complaints = []
  const demand = (well, complaint) => well || complaints.push(complaint)

  for (const workload of workloads) {
    const { name } = workload.metadata
    const ours = complaint => `${workload.kind} ${name}: ${complaint}`
    const { labels } = workload.spec.template.metadata
    for (const complaint of podComplaints(workload.spec.template.spec)) {
      complaints.push(ours(complaint))
    }
    demand(selects(workload.spec.selector, labels), ours('does not select its own pods'))
    demand(
      of('NetworkPolicy').some(policy => narrows(policy) && selects(policy.spec.podSelector, labels)),
      ours('no NetworkPolicy of its own'))
    if (workload.kind === 'Deployment') {
      demand(workload.spec.replicas >= 2, ours('fewer than two replicas'))
      demand(workload.spec.strategy?.rollingUpdate?.maxUnavailable === 0, ours('an update takes nodes away first'))
      demand(
        of('PodDisruptionBudget').some(budget => selects(budget.spec.selector, labels)),
        ours('no PodDisruptionBudget'))
      demand(
        workload.spec.template.spec.terminationGracePeriodSeconds >= LEAST_GRACE,
        ours('is killed before it has drained'))
    }
    if (workload.kind === 'StatefulSet') {
      demand(workload.spec.volumeClaimTemplates?.length > 0, ours('has no volume for its state'))
    }
    if (SINGLE.includes(name)) {
      demand(workload.spec.replicas === 1, ours('is not single, though its database has one writer'))
    }
    if (SCALED.includes(name)) {
      demand(of('HorizontalPodAutoscaler').some(scaler => aims(scaler, workload)), ours('no HorizontalPodAutoscaler'))
    }
  }

  const pods = workloads.map(workload => workload.spec.template)
  for (const service of of('Service')) {
    const its = complaint => `Service ${service.metadata.name}: ${complaint}`
    const behind = pods.filter(pod => selects({ matchLabels: service.spec.selector }, pod.metadata.labels))
    demand(behind.length > 0, its('nothing behind it'))
    for (const port of service.spec.ports) {
      demand(behind.every(pod => hasPort(pod.spec, port.targetPort)), its(`no port ${port.targetPort} behind it`))
    }
    demand(['ClusterIP', undefined].includes(service.spec.type), its('reachable from outside the cluster'))
    if (HEADLESS.includes(service.metadata.name)) {
      demand(service.spec.clusterIP === 'None', its('has one address for all nodes, not one a node'))
    }
  }
  for (const policy of of('NetworkPolicy').filter(narrows)) {
    demand(
      pods.some(pod => selects(policy.spec.podSelector, pod.metadata.labels)),
      `NetworkPolicy ${policy.metadata.name}: selects nothing`)
  }
  demand(of('NetworkPolicy').some(refusesAll), 'no NetworkPolicy that refuses what no other allows')
  for (const host of workloads.flatMap(addressees)) {
    demand(of('Service').some(service => service.metadata.name === host), `no Service ${host}, which a node is told of`)
  }
  return complaints
}

function podComplaints(pod) {
  const complaints = []
  const demand = (well, complaint) => well || complaints.push(complaint)
  const user = pod.securityContext ?? {}
  demand(user.runAsNonRoot === true && user.runAsUser > 0, 'may run as root')
  demand(user.seccompProfile?.type === 'RuntimeDefault', 'no seccomp profile')
  demand(pod.automountServiceAccountToken === false, 'has a token for the cluster')
  for (const container of pod.containers) {
    for (const probe of ['readinessProbe', 'livenessProbe']) {
      demand(container[probe], `no ${probe}`)
    }
    for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe']) {
      const port = (container[probe]?.httpGet ?? container[probe]?.tcpSocket)?.port
      demand(port === undefined || hasPort(pod, port), `${probe} asks port ${port}, which there is not`)
    }
    const { requests = {}, limits = {} } = container.resources ?? {}
    demand(requests.cpu, 'asks for no CPU')
    demand(requests.memory && limits.memory, 'no bound on memory')
    const security = container.securityContext ?? {}
    demand(security.readOnlyRootFilesystem === true, 'may write its image')
    demand(security.allowPrivilegeEscalation === false, 'may gain privileges')
    demand(security.capabilities?.drop?.includes('ALL'), 'keeps capabilities')
  }
  return complaints
}

function selects(selector, labels) {
  const wanted = Object.entries(selector?.matchLabels ?? {})
  return wanted.length > 0 && wanted.every(([key, value]) => labels[key] === value)
}

const narrows = policy => Object.keys(policy.spec.podSelector).length > 0
const refusesAll = policy =>
  !narrows(policy) &&
  !policy.spec.ingress &&
  ['Ingress', 'Egress'].every(direction => policy.spec.policyTypes?.includes(direction))
const aims = ({ spec: { scaleTargetRef: target } }, workload) =>
  target.kind === workload.kind && target.name === workload.metadata.name
const hasPort = (pod, port) =>
  pod.containers.some(container => container.ports?.some(({ name, containerPort }) => [name, containerPort].includes(port)))

/** The hosts that a workload is told of, by its variables and, for Varnish, its argument. */
function addressees(workload) {
  const { containers } = workload.spec.template.spec
  return containers
    .flatMap(({ env = [], args = [] }) => [
      ...env.filter(({ name }) => /_(IMAGING|REDIS|STATS)_URL$/.test(name)).map(({ value }) => new URL(value).hostname),
      ...args.map(argument => /^([a-z-]+):\d+$/.exec(argument)?.[1])
    ])
    .filter(Boolean)
}
