// Renders badges with badge-maker: a JSON list of its options on standard input, a JSON list of SVGs on standard output.
// The inner function is asked, not the package's front door, because only it takes a logo's width.
import { text } from 'node:stream/consumers'
import makeBadge from './node_modules/badge-maker/lib/make-badge.js'

const badges = JSON.parse(await text(process.stdin))
process.stdout.write(JSON.stringify(badges.map(badge => makeBadge(badge))))
