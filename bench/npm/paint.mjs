// Paints the texts of a file with the peers' painters, and prints one JSON line a painter:
//
//   node paint.mjs SAMPLES FONT ROUNDS MILLISECONDS
//
// SAMPLES: what Java's Samples wrote, [{label, message, color, svg}] (svg: our picture of it, for resvg).
// FONT: the font for resvg, without which it would paint no text, and win.
// A round is so many milliseconds long; one more goes before them, to warm up.
import { readFileSync } from 'node:fs'
import { makeBadge } from 'badge-maker'
import { badgen } from 'badgen'
import { Resvg } from '@resvg/resvg-js'

const [file, fontFile, rounds, milliseconds] = process.argv.slice(2)
const samples = JSON.parse(readFileSync(file, 'utf8'))
const font = { loadSystemFonts: false, defaultFontFamily: 'DejaVu Sans', fontFiles: [fontFile] }

// badgen knows colours by other names; it gets the same as hex digits.
const hex = { brightgreen: '4b0', blue: '007ec6', orange: 'ea7233', red: 'dd4343', yellow: 'd8b800', lightgrey: '939393' }

const painters = []
for (const style of ['flat', 'flat-square', 'plastic', 'for-the-badge', 'social']) {
  painters.push(['badge-maker', style, s => makeBadge({ label: s.label, message: s.message, color: s.color, style })])
}
for (const style of ['classic', 'flat']) {
  painters.push(['badgen', style, s => badgen({ label: s.label, status: s.message, color: hex[s.color], style })])
}
for (const scale of [1, 2]) {
  painters.push(['resvg-js', `PNG ${scale}x`, s => new Resvg(s.svg, { font, fitTo: { mode: 'zoom', value: scale } }).render().asPng()])
}

for (const [painter, style, paint] of painters) {
  let next = 0
  const round = () => {
    const start = performance.now()
    let pictures = 0
    let elapsed
    do {
      // The clock is read once in a while only: reading it costs as much as a fast painter's picture.
      for (let i = 0; i < 16; i++) paint(samples[next++ % samples.length])
      pictures += 16
      elapsed = performance.now() - start
    } while (elapsed < Number(milliseconds))
    return (pictures / elapsed) * 1000
  }
  round()
  const rates = Array.from({ length: Number(rounds) }, round)
  const some = samples.slice(0, 500)
  const bytes = some.reduce((sum, s) => sum + Buffer.byteLength(paint(s)), 0) / some.length
  console.log(JSON.stringify({ painter, style, rates, bytes }))
}
