// Reports script errors to the server: the message and its place, nothing about the user.

const MOST = 5;

let sent = 0;

export function reportErrors() {
  addEventListener('error', (event) => report(event.message, event.filename, event.lineno));
  addEventListener('unhandledrejection', (event) => report(String(event.reason), '', 0));
}

function report(message, source, line) {
  if (sent++ >= MOST) return;
  const body = JSON.stringify({
    message: String(message).slice(0, 300),
    source: String(source).slice(0, 300),
    line,
    page: location.pathname,
  });
  navigator.sendBeacon('/api/client-errors', body);
}
