// Holds one Kubernetes manifest to the schema of its kind, field by field.
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** What is wrong with a manifest, one line each; nothing: all is well. */
export function schemaComplaints(manifest) {
  const { apiVersion, kind } = manifest ?? {}
  let Model
  try {
    Model = require(`kubernetes-models/${apiVersion}`)[kind]
  } catch {
    return [`there is no apiVersion ${apiVersion}`]
  }
  if (!Model) {
    return [`there is no ${kind} in ${apiVersion}`]
  }
  const watched = watch(manifest)
  try {
    Model.prototype.validate.call(watched.value)
  } catch (error) {
    return [error.message]
  }
  return watched.unread().map(path => `${path} is not in the schema`)
}

/**
 * The schemas of the API allow fields that they do not name, which would let every typo pass. So we look over the
 * validator's shoulder: it reads each field that its schema names, and never one that it does not.
 */
function watch(value, path = '') {
  if (typeof value !== 'object' || value === null) {
    return { value, unread: () => [] }
  }
  const children = new Map(Object.keys(value).map(key => [key, watch(value[key], `${path}/${key}`)]))
  const read = new Set()
  return {
    value: new Proxy(value, {
      get(target, key) {
        read.add(key)
        return children.get(key)?.value ?? target[key]
      }
    }),
    unread: () => [...children].flatMap(([key, child]) => (read.has(key) ? child.unread() : [`${path}/${key}`]))
  }
}
