// Renders badges with badge-maker: a JSON list of its options on standard input, a JSON list of SVGs on standard output.
// It calls an inner function, not the package's public one, because only the inner one accepts a logo's width.
import { text } from 'node:stream/consumers'
import makeBadge from './node_modules/badge-maker/lib/make-badge.js'

const badges = JSON.parse(await text(process.stdin))
process.stdout.write(JSON.stringify(badges.map(badge => makeBadge(badge))))
