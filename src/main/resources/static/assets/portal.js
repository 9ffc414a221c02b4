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
})();
