// The keys of a field that proposes what may be meant (ARIA combobox with a listbox). The server
// makes the list; walking through it happens here, so that no key waits for the network.
(() => {
  'use strict';

  if (window.atlasSuggest) {
    return;
  }
  window.atlasSuggest = true;

  const PAUSE = 120;
  const timers = new WeakMap();

  const rootOf = (target) => (target instanceof Element ? target.closest('.suggest-field') : null);
  const inputOf = (root) => root.querySelector('input');
  const listOf = (root) => root.querySelector('[role=listbox]');
  const optionsOf = (root) => [...listOf(root).children];
  const isOpen = (root) => !root.hasAttribute('data-closed') && optionsOf(root).length > 0;
  const activeOf = (root) => listOf(root).querySelector('[aria-selected=true]');

  const mark = (root, option) => {
    optionsOf(root).forEach((one) => one.setAttribute('aria-selected', String(one === option)));
    const input = inputOf(root);
    if (option) {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  };

  const tell = (root) => {
    inputOf(root).setAttribute('aria-expanded', String(isOpen(root)));
    if (!activeOf(root)) {
      inputOf(root).removeAttribute('aria-activedescendant');
    }
  };

  const close = (root) => {
    clearTimeout(timers.get(root));
    root.setAttribute('data-closed', '');
    mark(root, null);
    tell(root);
  };

  const prepare = (root) => {
    const input = inputOf(root);
    if (!input || input.getAttribute('role') === 'combobox') {
      return;
    }
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-haspopup', 'listbox');
    input.setAttribute('aria-controls', listOf(root).id);
    input.setAttribute('autocomplete', 'off');
    new MutationObserver(() => tell(root)).observe(listOf(root), { childList: true });
    tell(root);
  };

  document.addEventListener('focusin', (event) => {
    const root = rootOf(event.target);
    if (root) {
      prepare(root);
    }
  });

  document.addEventListener('focusout', (event) => {
    const root = rootOf(event.target);
    if (root && rootOf(event.relatedTarget) !== root) {
      close(root);
    }
  });

  document.addEventListener('input', (event) => {
    const root = rootOf(event.target);
    if (!root || event.target !== inputOf(root)) {
      return;
    }
    prepare(root);
    root.removeAttribute('data-closed');
    clearTimeout(timers.get(root));
    const text = event.target.value;
    timers.set(
      root,
      setTimeout(
        () => root.dispatchEvent(new CustomEvent('atlas-type', { detail: { text } })),
        PAUSE,
      ),
    );
  });

  // Before the field itself: Enter would search for the letters typed, Escape would delete them.
  document.addEventListener(
    'keydown',
    (event) => {
      const root = rootOf(event.target);
      if (!root || event.target !== inputOf(root)) {
        return;
      }
      const options = isOpen(root) ? optionsOf(root) : [];
      const at = options.indexOf(activeOf(root));
      if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && optionsOf(root).length > 0) {
        event.preventDefault();
        root.removeAttribute('data-closed');
        const all = optionsOf(root);
        const step = event.key === 'ArrowDown' ? 1 : -1;
        const next = at < 0 && step < 0 ? all.length - 1 : (at + step + all.length) % all.length;
        mark(root, all[next]);
        tell(root);
      } else if (event.key === 'Enter' && at >= 0) {
        event.preventDefault();
        event.stopImmediatePropagation();
        options[at].click();
        close(root);
      } else if (event.key === 'Enter') {
        close(root);
      } else if (event.key === 'Escape' && options.length > 0) {
        event.preventDefault();
        event.stopImmediatePropagation();
        close(root);
      }
    },
    true,
  );

  // Pressing on an option must not take the focus away, or the list would close under the pointer.
  document.addEventListener('mousedown', (event) => {
    const root = rootOf(event.target);
    if (root && listOf(root).contains(event.target)) {
      event.preventDefault();
    }
  });
})();
