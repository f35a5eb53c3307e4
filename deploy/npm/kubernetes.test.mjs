// Each demand on the manifests is seen to fail on manifests that are broken in one place.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kubernetesComplaints } from './kubernetes.mjs'
import { readManifests } from './yaml.mjs'

const folder = new URL('../kubernetes', import.meta.url).pathname

/** A broken copy of the manifests: `find(kind, name)` gives one, `drop(kind, name)` takes one away. */
function broken(breakIt) {
  const manifests = readManifests(folder)
  const index = (kind, name) => manifests.findIndex(each => each.kind === kind && each.metadata.name === name)
  breakIt({
    find: (kind, name) => manifests[index(kind, name)],
    pod: name => manifests[index('Deployment', name)].spec.template.spec,
    container: name => manifests[index('Deployment', name)].spec.template.spec.containers[0],
    drop: (kind, name) => manifests.splice(index(kind, name), 1)
  })
  return kubernetesComplaints(manifests)
}

test('the manifests are well', () => assert.deepEqual(kubernetesComplaints(readManifests(folder)), []))

const api = 'Deployment api-service: '
for (const [complaint, breakIt] of [
  // the schema
  [`${api}/spec/replica is not in the schema`, m => (m.find('Deployment', 'api-service').spec.replica = 2)],
  [
    `${api}/spec/template/spec/containers/0/readynessProbe is not in the schema`,
    m => (m.container('api-service').readynessProbe = {})
  ],
  [
    `${api}/spec/template/spec/containers/0/readinessProbe/httpGet/pth is not in the schema`,
    m => (m.container('api-service').readinessProbe.httpGet.pth = '/readyz')
  ],
  [`${api}data/spec/replicas must be integer`, m => (m.find('Deployment', 'api-service').spec.replicas = 'two')],
  [
    `${api}data/spec must have required property selector`,
    m => delete m.find('Deployment', 'api-service').spec.selector
  ],
  ['Servise blazon: there is no Servise in v1', m => (m.find('Service', 'blazon').kind = 'Servise')],
  ['Service blazon: there is no apiVersion v7', m => (m.find('Service', 'blazon').apiVersion = 'v7')],
  // what there must be
  [`${api}no readinessProbe`, m => delete m.container('api-service').readinessProbe],
  [`${api}no livenessProbe`, m => delete m.container('api-service').livenessProbe],
  [`${api}readinessProbe asks port adnim, which there is not`, m => (m.container('api-service').readinessProbe.httpGet.port = 'adnim')],
  [`${api}asks for no CPU`, m => delete m.container('api-service').resources.requests.cpu],
  [`${api}no bound on memory`, m => delete m.container('api-service').resources.limits],
  [`${api}may write its image`, m => delete m.container('api-service').securityContext.readOnlyRootFilesystem],
  [`${api}may gain privileges`, m => delete m.container('api-service').securityContext.allowPrivilegeEscalation],
  [`${api}keeps capabilities`, m => delete m.container('api-service').securityContext.capabilities],
  [`${api}may run as root`, m => (m.pod('api-service').securityContext.runAsUser = 0)],
  [`${api}no seccomp profile`, m => delete m.pod('api-service').securityContext.seccompProfile],
  [`${api}has a token for the cluster`, m => delete m.pod('api-service').automountServiceAccountToken],
  [`${api}is killed before it has drained`, m => (m.pod('api-service').terminationGracePeriodSeconds = 5)],
  [`${api}fewer than two replicas`, m => (m.find('Deployment', 'api-service').spec.replicas = 1)],
  [`${api}an update takes nodes away first`, m => delete m.find('Deployment', 'api-service').spec.strategy],
  [`${api}no PodDisruptionBudget`, m => m.drop('PodDisruptionBudget', 'api-service')],
  [`${api}no HorizontalPodAutoscaler`, m => m.drop('HorizontalPodAutoscaler', 'api-service')],
  [`${api}no NetworkPolicy of its own`, m => m.drop('NetworkPolicy', 'api-service')],
  [
    'no NetworkPolicy that refuses what no other allows',
    m => m.drop('NetworkPolicy', 'nobody')
  ],
  [
    `${api}does not select its own pods`,
    m => (m.find('Deployment', 'api-service').spec.selector.matchLabels.app = 'other')
  ],
  [
    'NetworkPolicy redis: selects nothing',
    m => (m.find('NetworkPolicy', 'redis').spec.podSelector.matchLabels.app = 'rediss')
  ],
  ['Service redis: nothing behind it', m => (m.find('Service', 'redis').spec.selector.app = 'rediss')],
  ['Service redis: no port rediss behind it', m => (m.find('Service', 'redis').spec.ports[0].targetPort = 'rediss')],
  [
    'Service redis: reachable from outside the cluster',
    m => (m.find('Service', 'redis').spec.type = 'NodePort')
  ],
  [
    'Service imaging-service: has one address for all nodes, not one a node',
    m => delete m.find('Service', 'imaging-service').spec.clusterIP
  ],
  [
    'StatefulSet stats-service: has no volume for its state',
    m => delete m.find('StatefulSet', 'stats-service').spec.volumeClaimTemplates
  ],
  [
    'StatefulSet stats-service: is not single, though its database has one writer',
    m => (m.find('StatefulSet', 'stats-service').spec.replicas = 2)
  ],
  ['no Service stats-service, which a node is told of', m => m.drop('Service', 'stats-service')],
  ['no Service redis, which a node is told of', m => m.drop('Service', 'redis')],
  ['no Service api-service, which a node is told of', m => m.drop('Service', 'api-service')]
]) {
  test(complaint, () => assert.ok(broken(breakIt).includes(complaint), `${broken(breakIt)}`))
}
