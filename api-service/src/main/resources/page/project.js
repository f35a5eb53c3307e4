// A project's page without reloading: what the reader chooses is fetched as a whole page, as without
// scripts, and its part with the numbers takes the place of the one before.
import { announce, offerCopying } from './copy.js';
import { offerValues } from './curve.js';

const COMING_MS = 4000;
const MOST_TRIES = 15;

let shown = address(location);
let newest = 0;
let tries = 0;

export function start() {
  offerValues(numbers());
  waitForNumbers();
  document.addEventListener('click', follow);
  document.addEventListener('submit', submit);
  addEventListener('popstate', () => {
    if (address(location) !== shown) show(address(location));
  });
}

function numbers() {
  return document.getElementById('numbers');
}

/** Without the place in the page: the reader is there already. */
function address({ pathname, search }) {
  return pathname + search;
}

function follow(event) {
  const link = event.target.closest('#numbers .filters a, #numbers .share th a');
  const plain = !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (!link || !plain) return;
  event.preventDefault();
  choose(address(link));
}

function submit(event) {
  const form = event.target;
  if (!form.matches('#numbers form')) return;
  event.preventDefault();
  const filledIn = [...new FormData(form)].filter(([, value]) => value.trim() !== '');
  const query = new URLSearchParams(filledIn).toString();
  choose(new URL(form.action).pathname + (query && `?${query}`));
}

async function choose(target) {
  if (await show(target)) history.pushState(null, '', target);
}

/** Shows the numbers of another address; answers whether they are there. */
async function show(target) {
  const mine = ++newest;
  numbers().setAttribute('aria-busy', 'true');
  let fresh;
  try {
    const answer = await fetch(target);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    fresh = answer.ok && page.getElementById('numbers');
  } catch {
    fresh = null; // No connection: the browser says so better than we could.
  }
  if (mine !== newest) return false; // Something else was chosen since.
  if (!fresh) {
    location.assign(target);
    return false;
  }
  shown = target;
  swap(document.adoptNode(fresh));
  return true;
}

function swap(fresh) {
  const focused = document.activeElement?.id;
  offerCopying(fresh);
  numbers().replaceWith(fresh);
  offerValues(fresh);
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  const picture = fresh.querySelector('.curve img');
  if (picture) announce(picture.alt.split(/[:;]/)[0]);
  waitForNumbers();
}

/** Numbers that are fetched for the first time take some seconds. */
function waitForNumbers() {
  if (numbers().dataset.coming && tries++ < MOST_TRIES) {
    setTimeout(() => show(shown), COMING_MS);
  }
}
