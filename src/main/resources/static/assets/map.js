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
  for (const type of ['focusin', 'mouseover']) {
    document.addEventListener(type, (event) => mark(true, event));
  }
  for (const type of ['focusout', 'mouseout']) {
    document.addEventListener(type, (event) => mark(false, event));
  }
})();
