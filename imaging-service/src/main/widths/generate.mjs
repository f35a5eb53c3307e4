// Makes widths.bin from the tables of npm's anafanafo. Use and format: README.md in this folder.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'

const [tables, target] = process.argv.slice(2)
if (!target) {
  console.error('usage: node generate.mjs ANAFANAFO_DATA_FOLDER TARGET_FILE')
  process.exit(2)
}

const FONTS = [
  'verdana-11px-normal',
  'verdana-10px-normal',
  'verdana-10px-bold',
  'helvetica-11px-bold',
]
const CODE_POINTS = 0x110000
const UNKNOWN = 0

function widthsOf(font) {
  const widths = new Uint16Array(CODE_POINTS).fill(UNKNOWN)
  for (const [first, last, width] of JSON.parse(readFileSync(join(tables, `${font}.json`)))) {
    widths.fill(Math.round(width * 100) + 1, first, last + 1)
  }
  // Control characters have no width, even if the tables give one.
  widths.fill(1, 0, 32)
  widths[127] = 1
  return widths
}

const fonts = FONTS.map(widthsOf)
const tuples = new Map()
const runs = []
let open
for (let codePoint = 0; codePoint < CODE_POINTS; codePoint++) {
  const key = fonts.map(widths => widths[codePoint]).join()
  if (open?.key === key) {
    open.length++
    continue
  }
  if (!tuples.has(key)) tuples.set(key, tuples.size)
  open = { key, length: 1 }
  runs.push(open)
}

const bytes = []
function varint(value) {
  for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128)
  bytes.push(value)
}
function column(values) {
  for (const value of values) bytes.push(value & 255)
  for (const value of values) bytes.push(value >> 8)
}

varint(runs.length)
varint(tuples.size)
for (const run of runs) varint(run.length)
column(runs.map(run => tuples.get(run.key)))
const widths = [...tuples.keys()].map(key => key.split(',').map(Number))
for (let font = 0; font < FONTS.length; font++) column(widths.map(tuple => tuple[font]))

const packed = deflateSync(Buffer.from(bytes), { level: 9 })
writeFileSync(target, packed)
console.log(`${runs.length} runs, ${tuples.size} tuples, ${packed.length} bytes`)
