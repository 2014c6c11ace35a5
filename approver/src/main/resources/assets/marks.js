// A mark, in a text or on a picture, and its finding light up together, and a mark says why at the place where one reads.
(() => {
  const marks = [...document.querySelectorAll('.mark, .box')];
  const sightings = [...document.querySelectorAll('.sighting')];
  if (marks.length === 0) return;

  const numbers = mark => mark.dataset.findings.split(' ');
  const light = wanted => {
    marks.forEach(mark => mark.classList.toggle('lit', numbers(mark).some(number => wanted.includes(number))));
    sightings.forEach(each => each.classList.toggle('lit', wanted.includes(each.dataset.finding)));
  };

  const peek = document.createElement('div');
  peek.id = 'peek';
  peek.className = 'peek';
  peek.hidden = true;
  document.body.append(peek);

  function show(mark) {
    light(numbers(mark));
    peek.replaceChildren(...numbers(mark).map(line));
    peek.hidden = false;
    const at = (mark.querySelector('a') ?? mark).getClientRects()[0];
    const left = Math.min(Math.max(at.left, 12), document.documentElement.clientWidth - peek.offsetWidth - 12);
    const above = at.top - peek.offsetHeight - 8;
    peek.style.left = `${left}px`;
    peek.style.top = `${above > 8 ? above : at.bottom + 8}px`;
  }

  function line(number) {
    const home = document.getElementById(`finding-${number}`);
    const row = document.createElement('p');
    const rule = home.closest('.reason').querySelector('h3').textContent;
    const title = document.createElement('strong');
    title.textContent = `${number} ${rule}: `;
    row.append(title, document.getElementById(`why-${number}`).textContent);
    return row;
  }

  function hide() {
    peek.hidden = true;
    light([]);
  }

  for (const mark of marks) {
    mark.addEventListener('mouseenter', () => show(mark));
    mark.addEventListener('focusin', () => show(mark));
    mark.addEventListener('mouseleave', hide);
    mark.addEventListener('focusout', hide);
  }
  for (const each of sightings) {
    each.addEventListener('mouseenter', () => light([each.dataset.finding]));
    each.addEventListener('mouseleave', () => light([]));
    each.addEventListener('focusin', () => light([each.dataset.finding]));
    each.addEventListener('focusout', () => light([]));
  }
  document.addEventListener('keydown', event => { if (event.key === 'Escape') hide(); });
  document.addEventListener('scroll', () => { peek.hidden = true; }, { passive: true, capture: true });
})();
