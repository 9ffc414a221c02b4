// Small comforts of the portal that must not wait for the server.
(() => {
  'use strict';

  const editable = (element) =>
    element instanceof HTMLElement &&
    (element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName));

  const shown = (element) => element.getClientRects().length > 0;

  // "/" goes to the search field of the view, else to the one at the top of the page.
  addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.composedPath().some(editable)) {
      return;
    }
    const fields = [...document.querySelectorAll('#content [data-search], [data-search]')];
    const field = fields.find((f) => f.closest('#content') && shown(f)) ?? fields.find(shown);
    if (field) {
      event.preventDefault();
      field.focus();
    }
  });

  // The address of the page has a base, so a plain "#content" would lead home.
  document.addEventListener(
    'click',
    (event) => {
      if (event.target instanceof Element && event.target.closest('.skip-link')) {
        event.preventDefault();
        event.stopImmediatePropagation();
        document.getElementById('content')?.focus();
      }
    },
    true,
  );

  // ---- leaving while something is not saved ----

  const isKept = (part) =>
    ['atlas.sheet', 'atlas.response'].some(
      (kind) => sessionStorage.getItem(`${kind} ${part.dataset.sheet}`) !== null,
    );

  // An ended session reloads the page by itself; what is kept is there after it, and asking would
  // only hold the person on a page that no longer answers.
  let byItself = false;
  window.navigation?.addEventListener('navigate', (event) => {
    byItself = !event.userInitiated && !event.destination.sameDocument;
  });

  addEventListener('beforeunload', (event) => {
    let waits = false;
    try {
      waits = [...document.querySelectorAll('[data-sheet]')].some(isKept);
    } catch {
      // Without a store nothing is kept.
    }
    if (waits && !byItself) {
      event.preventDefault();
    }
  });
})();
