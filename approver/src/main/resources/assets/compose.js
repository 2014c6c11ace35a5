// The composer: says in which zone the reader is, offers what the chosen platforms need, uploads what was chosen, and says so
// when saving fails.
(() => {
  const form = document.getElementById('compose');
  if (!form) return;
  form.querySelector('[data-zone]').value = Intl.DateTimeFormat().resolvedOptions().timeZone || '';

  const upload = form.querySelector('[data-upload]');
  form.querySelector('[data-picture]').addEventListener('change', event => {
    event.stopPropagation();
    if (event.target.files.length > 0) form.requestSubmit(upload);
  });
  form.querySelectorAll('[data-quiet]').forEach(box =>
    ['input', 'change'].forEach(kind => box.addEventListener(kind, event => event.stopPropagation())));

  // Another text is offered for the platforms that are chosen; for all while none is.
  const accounts = [...form.querySelectorAll('[data-of]')];
  const fields = [...form.querySelectorAll('.variant-field')];
  const narrow = () => {
    const chosen = accounts.filter(box => box.checked).map(box => box.dataset.of);
    fields.forEach(field => {
      field.hidden = chosen.length > 0 && !chosen.includes(field.dataset.platform) && !field.querySelector('textarea').value;
    });
  };
  accounts.forEach(box => box.addEventListener('change', narrow));
  if (accounts.length > 0) narrow();

  const grow = area => {
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight + 4}px`;
  };
  form.querySelectorAll('[data-grows]').forEach(area => {
    grow(area);
    area.addEventListener('input', () => grow(area));
  });

  // Every saving of this window is a later turn, so that one that was overtaken on its way changes nothing.
  const turn = form.querySelector('[data-turn]');
  const next = () => { turn.value = Number(turn.value) + 1; };
  form.addEventListener('submit', next);
  document.addEventListener('htmx:configRequest', event => {
    if (!event.detail.path.endsWith('/live')) return;
    next();
    event.detail.parameters.turn = turn.value;
  });

  // What was handed in is not saved once more.
  document.addEventListener('htmx:beforeRequest', event => {
    if (form.dataset.sent) event.preventDefault();
  });

  const saved = () => document.getElementById('saved');

  // Who signed in again in another tab has another token: this page takes it, and saves what was written meanwhile.
  const renew = async () => {
    const answer = await fetch(form.getAttribute('action'));
    if (!answer.ok || answer.redirected) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('#compose [name=_csrf]');
    if (!fresh || fresh.value === form.querySelector('[name=_csrf]').value) return;
    document.querySelectorAll('[name=_csrf]').forEach(field => { field.value = fresh.value; });
    form.dispatchEvent(new Event('input', { bubbles: true }));
  };

  document.addEventListener('htmx:responseError', event => {
    if (event.detail.xhr.status === 403) renew().catch(() => {});
    saved().textContent = event.detail.xhr.status === 401
      ? 'Your session has ended. What was saved last is kept: sign in in another tab, then write on here.'
      : 'Not saved just now. Keep this page open; it tries again as you write.';
  });
  document.addEventListener('htmx:sendError', () => {
    saved().textContent = 'Not saved: the server does not answer. Keep this page open; it tries again as you write.';
  });
})();
