// The interactive layer: the page is complete without it. It redraws each chart with Vega from the same released
// rows, shows a figure under the pointer, and reads the points out one by one with the arrow keys.
import { expressionInterpreter } from '/assets/vega-interpreter.js';

const { vega } = globalThis;

for (const drawings of document.querySelectorAll('.drawings[data-chart]')) {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    void enliven(drawings);
  });
  observer.observe(drawings);
}

async function enliven(drawings) {
  const response = await fetch(drawings.dataset.chart);
  if (!response.ok) return;
  const { variants, points } = await response.json();
  // Widths are measured when a chart is laid out: in another font the names on the axes would be cut.
  await document.fonts.ready;
  const stage = element('div', 'stage');
  const tip = element('p', 'tip');
  tip.hidden = true;
  const spoken = element('p', 'vh');
  spoken.setAttribute('aria-live', 'polite');
  const views = [];
  for (const [name, spec] of Object.entries(variants)) {
    const still = drawings.querySelector(`svg.${name}`);
    const layer = element('div', `live ${name}`);
    const view = new vega.View(vega.parse(spec, null, { ast: true }), {
      expr: expressionInterpreter,
      renderer: 'svg',
      container: layer,
      hover: false,
    });
    view.tooltip((_handler, event, _item, text) => {
      if (text) show(event.clientX, event.clientY, String(text));
      else tip.hidden = true;
    });
    await view.runAsync();
    const drawn = layer.querySelector('svg');
    drawn.classList.add('chart', name);
    for (const mark of drawn.querySelectorAll('[role]'))
      for (const name of ['role', 'aria-roledescription', 'aria-label', 'aria-hidden'])
        mark.removeAttribute(name);
    drawn.setAttribute('role', 'img');
    drawn.setAttribute('aria-label', still.getAttribute('aria-label'));
    views.push({ view, layer });
    still.replaceWith(layer);
  }
  stage.append(tip, spoken);
  drawings.append(stage);
  drawings.classList.add('is-live');
  readable();

  function show(x, y, text) {
    const box = drawings.getBoundingClientRect();
    tip.textContent = text;
    tip.hidden = false;
    const left = Math.min(Math.max(0, x - box.left + 12), Math.max(0, box.width - tip.offsetWidth));
    tip.style.left = `${left}px`;
    tip.style.top = `${Math.max(0, y - box.top - tip.offsetHeight - 12)}px`;
  }

  function readable() {
    let at = -1;
    drawings.tabIndex = 0;
    drawings.setAttribute('role', 'group');
    drawings.setAttribute('aria-label', drawings.closest('figure').querySelector('h2').textContent);
    drawings.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (event.key === 'Escape') {
        at = -1;
        tip.hidden = true;
        return;
      }
      if (step === undefined || points.length === 0) return;
      event.preventDefault();
      at = (at + step + points.length) % points.length;
      spoken.textContent = points[at].tip;
      const place = placeOf(points[at]);
      if (place) show(place.x, place.y, points[at].tip);
    });
    drawings.addEventListener('blur', () => {
      tip.hidden = true;
    });
  }

  function placeOf(point) {
    const current = views.find(({ layer }) => layer.offsetParent !== null);
    const mark = current?.layer.querySelectorAll('[data-tip]');
    const found = [...(mark ?? [])].find((one) => one.dataset.tip === point.tip);
    const box = (found ?? drawings).getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + Math.min(box.height / 2, 40) };
  }
}

function element(name, className) {
  const made = document.createElement(name);
  made.className = className;
  return made;
}
