// Forms whose result is refreshed while they are filled in. The server renders it, as without
// scripts; this script only fetches it sooner and replaces the parts that data-live names.
import { offerCopying } from './copy.js';

const PAUSE_MS = 180;

export function refreshLive() {
  for (const form of document.querySelectorAll('form[data-live]')) {
    let timer;
    form.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => refresh(form), PAUSE_MS);
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      refresh(form);
    });
    form.addEventListener('click', (event) => fill(form, event));
  }
}

function fill(form, event) {
  const link = event.target.closest('a[data-fill]');
  if (!link) return;
  event.preventDefault();
  form.elements[link.dataset.fill].value = link.dataset.value;
  refresh(form);
}

let newest = 0;

async function refresh(form) {
  const mine = ++newest;
  const filledIn = [...new FormData(form)].filter(([, value]) => value !== '');
  const address = `${form.getAttribute('action')}?${new URLSearchParams(filledIn)}`;
  const answer = await fetch(address);
  const text = await answer.text();
  if (mine !== newest || !answer.ok) return; // Typed on since, or no answer to show.
  history.replaceState(null, '', address);
  const page = new DOMParser().parseFromString(text, 'text/html');
  for (const id of form.dataset.live.split(' ')) {
    swap(document.getElementById(id), page.getElementById(id));
  }
}

function swap(old, fresh) {
  offerCopying(fresh);
  if (!old.isEqualNode(fresh)) old.replaceWith(fresh);
}
