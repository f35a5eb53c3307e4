// The values of a chart under the pointer, or at the place that the arrow keys choose. The chart stays
// the picture that it is; the values come from the API, when somebody first wants them.

const MOST_LINES = 5;
const JUMP = 7;
const DAY_MS = 86400000;

/** Offers the values of the charts below a node. */
export function offerValues(root) {
  for (const figure of root.querySelectorAll('figure.curve')) offer(figure);
}

function offer(figure) {
  const plot = figure.querySelector('.plot');
  const slider = element('div', 'slider');
  Object.entries({
    role: 'slider',
    tabindex: '0',
    'aria-label': 'Values of the chart',
    'aria-valuemin': '0',
    'aria-valuemax': '0',
    'aria-valuenow': '0',
    'aria-valuetext': 'Arrow keys show the values',
  }).forEach(([name, value]) => slider.setAttribute(name, value));
  const view = { figure, plot, slider, picture: plot.querySelector('img'), at: -1 };
  const once = () => (view.loading ??= load(view).catch(() => slider.remove()));
  slider.addEventListener('pointermove', async (event) => {
    await once();
    if (view.values) mark(view, nearest(view, event));
  });
  slider.addEventListener('pointerleave', () => {
    if (document.activeElement !== slider) hide(view);
  });
  slider.addEventListener('focus', once);
  slider.addEventListener('blur', () => hide(view));
  slider.addEventListener('keydown', (event) => key(view, event, once));
  plot.append(slider);
}

async function load(view) {
  const [picture, total, lines] = await Promise.all([
    fetch(view.picture.currentSrc || view.picture.src).then(text),
    fetch(view.figure.dataset.total).then(json),
    view.figure.dataset.lines ? fetch(view.figure.dataset.lines).then(json) : null,
  ]);
  // Read as text: parsing it as a document would apply its styles, which the policy of the page forbids.
  const width = picture.match(/viewBox="0 0 ([\d.]+)/);
  const area = picture.match(/data-x="([\d.]+)"[^>]*data-width="([\d.]+)"/);
  if (!width || !area || !total.dates.length) throw new Error('nothing to point at');
  view.left = area[1] / width[1];
  view.width = area[2] / width[1];
  view.values = values(view.figure.dataset.by, total, lines);
  view.interval = total.interval;
  view.slider.setAttribute('aria-valuemax', view.values.length - 1);
}

async function text(answer) {
  if (!answer.ok) throw new Error(answer.status);
  return answer.text();
}

async function json(answer) {
  return JSON.parse(await text(answer));
}

/** For each time its total and the numbers of the largest lines. */
function values(by, total, lines) {
  const places = new Map(lines?.dates.map((date, i) => [date, i]));
  const largest = [...(lines?.series ?? [])].sort((a, b) => b.total - a.total).slice(0, MOST_LINES);
  return total.dates.map((date, i) => ({
    date,
    total: total.series.reduce((sum, line) => sum + line.downloads[i], 0),
    lines: largest.map((line) => [line[by] ?? 'unknown', line.downloads[places.get(date)] ?? 0]),
  }));
}

/** Where a time stands, from 0 to 1: as in the chart, by days and not by points. */
function place(view, i) {
  const first = Date.parse(view.values[0].date);
  const last = Date.parse(view.values.at(-1).date);
  return last === first ? 0 : (Date.parse(view.values[i].date) - first) / (last - first);
}

function nearest(view, event) {
  const box = view.plot.getBoundingClientRect();
  const wanted = ((event.clientX - box.left) / box.width - view.left) / view.width;
  let best = 0;
  for (let i = 1; i < view.values.length; i++) {
    if (Math.abs(place(view, i) - wanted) < Math.abs(place(view, best) - wanted)) best = i;
  }
  return best;
}

async function key(view, event, once) {
  const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -JUMP, PageUp: JUMP }[event.key];
  if (event.key === 'Escape') return hide(view);
  if (!step && event.key !== 'Home' && event.key !== 'End') return;
  event.preventDefault();
  await once();
  if (!view.values) return;
  const last = view.values.length - 1;
  const from = view.at < 0 ? last + 1 : view.at;
  const to = event.key === 'Home' ? 0 : event.key === 'End' ? last : from + step;
  mark(view, Math.min(last, Math.max(0, to)));
}

function mark(view, i) {
  if (view.at === i && view.marker) return;
  view.at = i;
  const value = view.values[i];
  const when = name(value.date, view.interval);
  const rows = [...value.lines];
  view.marker ??= view.plot.appendChild(element('div', 'marker'));
  view.readout ??= view.plot.appendChild(element('div', 'readout'));
  const x = view.left + place(view, i) * view.width;
  view.marker.style.left = `${100 * x}%`;
  view.readout.classList.toggle('before', x > 0.5);
  view.readout.style.left = `${100 * x}%`;
  view.readout.replaceChildren(element('strong', '', when), list([['Downloads', value.total], ...rows]));
  view.slider.setAttribute('aria-valuenow', i);
  view.slider.setAttribute(
    'aria-valuetext',
    [`${when}: ${number(value.total)} downloads`, ...rows.map(([line, n]) => `${line} ${number(n)}`)].join(', '),
  );
}

function hide(view) {
  view.marker?.remove();
  view.readout?.remove();
  view.marker = view.readout = undefined;
  view.at = -1;
}

function list(rows) {
  const all = element('dl', '');
  for (const [line, n] of rows) all.append(element('dt', '', line), element('dd', '', number(n)));
  return all;
}

function number(n) {
  return n.toLocaleString('en');
}

function name(date, interval) {
  const day = new Date(Date.parse(date));
  const utc = { timeZone: 'UTC', year: 'numeric', month: 'long' };
  if (interval === 'month') return day.toLocaleDateString('en-GB', utc);
  const from = day.toLocaleDateString('en-GB', { ...utc, day: 'numeric' });
  if (interval !== 'week') return `${day.toLocaleDateString('en-GB', { timeZone: 'UTC', weekday: 'long' })}, ${from}`;
  const last = new Date(day.getTime() + 6 * DAY_MS);
  return `${from} to ${last.toLocaleDateString('en-GB', { ...utc, day: 'numeric' })}`;
}

function element(tag, classes, content) {
  const made = document.createElement(tag);
  if (classes) made.className = classes;
  if (content !== undefined) made.textContent = content;
  return made;
}
