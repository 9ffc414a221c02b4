// The way out: covers the page on the device at once, then replaces it with a harmless one.
// Loaded in the head without defer, so that going back to a page somebody left stays covered
// from its first frame. Works without a server and without this file (then it is a plain link).
(() => {
  'use strict';

  const LEFT = 'atlas-left';
  const PRESSES = 3;
  const WITHIN_MS = 5000;

  const control = () => document.querySelector('a.leave');

  // Storage can be switched off in the browser; leaving must work all the same.
  const remembered = () => {
    try {
      return sessionStorage.getItem(LEFT);
    } catch {
      return null;
    }
  };
  const remember = (target) => {
    try {
      if (target === null) {
        sessionStorage.removeItem(LEFT);
      } else {
        sessionStorage.setItem(LEFT, target);
      }
    } catch {
      // Nothing to do: only Back is less well covered.
    }
  };

  const cover = (words) => {
    const root = document.documentElement;
    root.classList.add('leaving');
    root.style.setProperty('background', 'Canvas', 'important');
    const hideBody = () => {
      if (document.body) {
        document.body.style.setProperty('display', 'none', 'important');
      }
    };
    hideBody();
    document.addEventListener('DOMContentLoaded', hideBody);
    if (words) {
      const said = document.createElement('div');
      said.setAttribute('role', 'alert');
      said.textContent = words;
      root.append(said);
    }
  };

  const leave = (target) => {
    if (!/^https?:\/\//.test(target)) {
      return;
    }
    const words = control()?.dataset.leaving ?? '';
    cover(words);
    document.title = new URL(target).hostname;
    remember(target);
    location.replace(target);
  };

  // Back or Reload after leaving leads out again; an address typed or a link followed does not.
  const arrived = performance.getEntriesByType('navigation')[0]?.type ?? 'navigate';
  if (remembered() !== null) {
    if (arrived === 'navigate') {
      remember(null);
    } else {
      cover('');
      leave(remembered());
    }
  }
  addEventListener('pageshow', (event) => {
    const target = remembered();
    if (event.persisted && target !== null) {
      leave(target);
    }
  });

  // In the capture phase: nothing on the page may get the click first.
  document.addEventListener(
    'click',
    (event) => {
      const link = event.composedPath().find((e) => e instanceof Element && e.matches('a.leave'));
      if (link) {
        event.preventDefault();
        event.stopImmediatePropagation();
        leave(link.href);
      }
    },
    true,
  );

  let presses = 0;
  let combined = false;
  let timer = 0;

  const say = (words) => {
    const place = document.querySelector('.leave-said');
    if (place) {
      place.textContent = words;
    }
  };
  const forget = (words) => {
    clearTimeout(timer);
    if (presses > 0) {
      presses = 0;
      say(words);
    }
  };

  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Shift') {
        combined = event.shiftKey;
        forget('');
      }
    },
    true,
  );
  addEventListener(
    'pointerdown',
    (event) => {
      combined = event.shiftKey;
      forget('');
    },
    true,
  );
  addEventListener(
    'keyup',
    (event) => {
      const link = control();
      if (event.key !== 'Shift' || !link) {
        return;
      }
      if (combined) {
        combined = false;
        return;
      }
      clearTimeout(timer);
      presses += 1;
      if (presses >= PRESSES) {
        leave(link.href);
        return;
      }
      say(presses === 1 ? link.dataset.twoMore : link.dataset.oneMore);
      timer = setTimeout(() => forget(link.dataset.expired), WITHIN_MS);
    },
    true,
  );
})();
