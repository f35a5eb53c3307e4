// Buttons that copy the text of the element they name.

const SAID_MS = 1600;

/** Shows the copy buttons below a node; without scripts they stay hidden. */
export function offerCopying(root) {
  for (const button of root.querySelectorAll('button[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', () => copy(button));
  }
}

async function copy(button) {
  const source = document.getElementById(button.dataset.copy);
  let copied = true;
  try {
    await navigator.clipboard.writeText(source.textContent);
  } catch {
    copied = copyBySelecting(source); // No clipboard on plain http, except on localhost.
  }
  say(button, copied ? 'Copied' : 'Press Ctrl+C');
}

function copyBySelecting(source) {
  getSelection().selectAllChildren(source);
  return document.execCommand('copy');
}

function say(button, words) {
  const before = button.textContent;
  if (button.dataset.said) return;
  button.dataset.said = 'yes';
  button.textContent = words;
  announce(words);
  setTimeout(() => {
    button.textContent = before;
    delete button.dataset.said;
  }, SAID_MS);
}

/** Says something to readers who do not see the page. */
export function announce(words) {
  let live = document.getElementById('announcer');
  if (!live) {
    live = document.createElement('p');
    live.id = 'announcer';
    live.className = 'unseen';
    live.setAttribute('role', 'status');
    document.body.append(live);
  }
  live.textContent = words;
}
