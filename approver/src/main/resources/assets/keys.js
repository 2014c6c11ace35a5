// Single keys for people who decide all day. Each key clicks what carries it, so a key can do nothing a button can't.
(() => {
  const STORED = 'imprimatur.single-keys';
  const isOn = () => localStorage.getItem(STORED) !== 'off';
  const isTyping = target =>
    target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox]):not([type=radio])');

  function move(step) {
    const rows = [...document.querySelectorAll('[data-row]')];
    if (rows.length === 0) return false;
    const at = rows.findIndex(row => row.closest('li').contains(document.activeElement));
    const to = at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + step, 0), rows.length - 1);
    rows[to].focus();
    rows[to].closest('li').scrollIntoView({ block: 'nearest' });
    return true;
  }

  function submitAndNext(panel) {
    if (!panel.querySelector('form').reportValidity()) return;
    panel.querySelectorAll('[data-then]').forEach(box => { box.checked = true; });
    panel.querySelector('[data-submit]').click();
  }

  function press(key) {
    const open = document.querySelector('details[name=decide][open]:has([data-submit])');
    if (key === 'n' && open) {
      submitAndNext(open);
      return true;
    }
    const target = [...document.querySelectorAll('[data-key]')].find(each => each.dataset.key === key);
    if (!target) return false;
    if (target.matches('input')) {
      target.closest('details')?.setAttribute('open', '');
      target.focus();
    }
    target.click();
    const panel = target.closest('details[name=decide]');
    if (panel) ready(panel);
    return true;
  }

  document.addEventListener('keydown', event => {
    const panel = event.target.closest('details[name=decide]:has([data-submit])');
    if (panel && event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.repeat) return submitAndNext(panel);
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === 'Escape') return closePanels();
    if (!isOn() || isTyping(event.target) || document.querySelector('dialog[open]')) return;
    const done = event.key === 'j' ? move(1) : event.key === 'k' ? move(-1) : press(event.key);
    if (done) event.preventDefault();
  });

  function closePanels() {
    document.querySelectorAll('details[name=decide][open]').forEach(panel => {
      panel.open = false;
      panel.querySelector('summary').focus();
    });
  }

  // An opened panel is ready to be typed into, or confirmed with Enter; at once, since the next key may be text.
  function ready(panel) {
    if (panel.open) panel.querySelector('[data-first]').focus({ preventScroll: true });
  }
  document.querySelectorAll('details[name=decide]').forEach(panel =>
    panel.addEventListener('toggle', () => {
      if (!panel.contains(document.activeElement) || document.activeElement.matches('summary')) ready(panel);
    }));

  document.querySelectorAll('[data-opens]').forEach(button =>
    button.addEventListener('click', () => document.getElementById(button.dataset.opens).showModal()));

  const single = document.getElementById('single-keys');
  if (single) {
    single.checked = isOn();
    single.addEventListener('change', () => localStorage.setItem(STORED, single.checked ? 'on' : 'off'));
  }

  // A bar that is wider than its window shows where one is.
  document.querySelectorAll('nav:has([aria-current])').forEach(bar => {
    const here = bar.querySelector('[aria-current]');
    bar.scrollLeft = here.offsetLeft - bar.offsetLeft + (here.offsetWidth - bar.clientWidth) / 2;
  });

  // What came of the last act is where reading goes on.
  const news = document.querySelector('[data-focus]');
  if (news) news.focus();

  // A form is sent once, however often its button is pressed.
  document.addEventListener('submit', event => {
    if (event.target.method !== 'post') return;
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = 'yes';
  });
  window.addEventListener('pageshow', () =>
    document.querySelectorAll('form[data-sent]').forEach(form => delete form.dataset.sent));
})();
