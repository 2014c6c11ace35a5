// Says whether the list is live, and keeps the reader's place when the row under it goes.
(() => {
  const say = (state, word) => document.querySelectorAll('[data-live]').forEach(line => {
    line.dataset.live = state;
    line.querySelector('[data-live-word]').textContent = word;
  });
  document.addEventListener('htmx:sseOpen', () => say('on', 'Live'));
  document.addEventListener('htmx:sseError', () => say('off', 'Reconnecting'));

  let place = -1;
  const rows = () => [...document.querySelectorAll('[data-row]')];
  document.addEventListener('focusin', event => {
    place = rows().findIndex(row => row.closest('li').contains(event.target));
  });
  document.addEventListener('htmx:sseMessage', () => {
    if (place < 0 || document.activeElement !== document.body) return;
    const left = rows();
    if (left.length > 0) left[Math.min(place, left.length - 1)].focus();
  });
})();
