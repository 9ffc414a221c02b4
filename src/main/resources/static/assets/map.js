// Shows on the map which place of the list has the focus, and the other way round. Without this script the numbers
// are plain links between the two.
(() => {
  'use strict';

  if (window.atlasMap) {
    return;
  }
  window.atlasMap = true;

  const mark = (on, event) => {
    const target = event.target instanceof Element ? event.target : null;
    const item = target && target.closest('.map-list > li[id^="place-"]');
    const pin = target && target.closest('.atlas-map .pin');
    const number = item ? item.id.slice('place-'.length) : pin ? pin.id.slice('pin-'.length) : null;
    if (number !== null) {
      for (const other of [`place-${number}`, `pin-${number}`]) {
        document.getElementById(other)?.classList.toggle('now', on);
      }
    }
  };

  // The portal has another base address, so that a plain #link would leave the screen there.
  document.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element && event.target.closest('.atlas-map .pin, .map-list a.number');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) {
        return;
      }
      const target = document.getElementById(link.getAttribute('href').slice(1));
      if (!target) {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      for (const other of document.querySelectorAll('.map-list > li.chosen, .atlas-map .pin.chosen')) {
        other.classList.remove('chosen');
      }
      target.classList.add('chosen');
      target.scrollIntoView({ block: 'nearest' });
      if (target.matches('li')) {
        target.querySelector('a.number').focus();
      }
    },
    true,
  );
  for (const type of ['focusin', 'mouseover']) {
    document.addEventListener(type, (event) => mark(true, event));
  }
  for (const type of ['focusout', 'mouseout']) {
    document.addEventListener(type, (event) => mark(false, event));
  }
})();
