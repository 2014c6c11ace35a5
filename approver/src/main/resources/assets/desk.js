// What makes deciding quick and safe: the time left to take something back, how many are ticked, and who else looks.
(() => {
  document.querySelectorAll('[data-undo]').forEach(bar => {
    const until = performance.now() + Number(bar.dataset.undo) * 1000;
    const left = bar.querySelector('[data-left]');
    const tick = setInterval(() => {
      const seconds = Math.ceil((until - performance.now()) / 1000);
      if (seconds > 0) {
        left.textContent = seconds;
      } else {
        clearInterval(tick);
        bar.remove();
      }
    }, 500);
  });

  const ticked = document.querySelector('[data-ticked]');
  if (ticked) {
    const boxes = [...document.querySelectorAll('input[name=item]')];
    const count = () => { ticked.textContent = `${boxes.filter(box => box.checked).length} of ${boxes.length} ticked`; };
    boxes.forEach(box => box.addEventListener('change', count));
    count();
  }

  const page = document.querySelector('[data-presence]');
  if (!page) return;

  const BEAT = 20_000;
  const AWAY_AFTER = 5 * 60_000;
  let acted = performance.now();
  const named = () => crypto.getRandomValues(new Uint32Array(4)).join('-');
  let name = named();
  const body = looking => new URLSearchParams({ _csrf: page.dataset.csrf, page: name, looking });
  const isHere = () => document.visibilityState === 'visible' && performance.now() - acted < AWAY_AFTER;
  const say = () => {
    if (isHere()) fetch(page.dataset.presence, { method: 'POST', body: body(true) }).catch(() => {});
  };
  for (const kind of ['pointermove', 'keydown', 'scroll', 'touchstart']) {
    document.addEventListener(kind, () => { acted = performance.now(); }, { passive: true });
  }
  document.addEventListener('visibilitychange', say);
  window.addEventListener('pagehide', () => navigator.sendBeacon(page.dataset.presence, body(false)));
  window.addEventListener('pageshow', shown => {
    if (shown.persisted) {
      name = named();
      say();
    }
  });
  setInterval(say, BEAT);
  say();
})();
