// Notes on a call sheet: kept in this browser, never sent. Without this script the sheet has a line to write on.
(() => {
  'use strict';

  if (window.atlasCallSheet) {
    return;
  }
  window.atlasCallSheet = true;

  const STORED = 'atlas.call-sheet.notes';
  const LONGEST = 1000;

  let remembers = true;
  let notes = {};
  const read = () => {
    try {
      const stored = JSON.parse(window.localStorage.getItem(STORED) || '{}');
      notes = stored !== null && typeof stored === 'object' ? stored : {};
    } catch {
      notes = {};
      remembers = false;
    }
  };
  const write = () => {
    try {
      if (Object.keys(notes).length === 0) {
        window.localStorage.removeItem(STORED);
      } else {
        window.localStorage.setItem(STORED, JSON.stringify(notes));
      }
    } catch {
      remembers = false;
    }
  };

  // What no note may hold: numbers as on identity papers, and dates somebody may have been born on.
  const NUMBERS = /(?<![\d-])(?:\d{3}([-. ]?)\d{2}\1\d{4}|[Aa][-# ]?\d{8,9})(?![\d-])/;
  const BIRTH = /\b(?:d\.?o\.?b|date of birth|birth ?da(?:te|y)|born on|nacid[oa]|naci[oó]|fecha de nacimiento|curp)(?![a-záéíóú])/i;
  const DATE = /(?<!\d)(?:\d{1,2}[/.-]\d{1,2}[/.-](\d{4}|\d{2})|(\d{4})-\d{2}-\d{2})(?!\d)/g;
  const isPast = (digits) => {
    const year = Number(digits);
    const now = new Date().getFullYear();
    return digits.length === 2 ? year !== now % 100 && year !== (now + 1) % 100 : year >= 1900 && year < now;
  };
  const looksPersonal = (text) =>
    NUMBERS.test(text) || BIRTH.test(text) || [...text.matchAll(DATE)].some((found) => isPast(found[1] ?? found[2]));

  const element = (name, className) => {
    const made = document.createElement(name);
    made.className = className;
    return made;
  };

  const dress = (box, words) => {
    if (box.dataset.dressed) {
      return;
    }
    box.dataset.dressed = 'yes';
    const key = box.dataset.note;
    const named = document.getElementById(`t-${key}`);
    const label = element('label', 'note-label');
    const field = document.createElement('textarea');
    field.id = `note-${key}`;
    field.maxLength = LONGEST;
    field.rows = 2;
    field.autocomplete = 'off';
    field.spellcheck = false;
    label.htmlFor = field.id;
    const name = named ? (named.querySelector('a') || named).textContent : '';
    label.textContent = words.dataset.label.replace('{0}', name);
    const warning = element('p', 'note-warning');
    warning.setAttribute('role', 'status');
    const printed = element('p', 'note-printed');
    const show = () => {
      printed.textContent = field.value;
      box.classList.toggle('written', field.value.trim() !== '');
      warning.textContent = looksPersonal(field.value)
        ? words.dataset.warning
        : remembers
          ? ''
          : words.dataset.forgetful;
    };
    field.value = typeof notes[key] === 'string' ? notes[key] : '';
    field.addEventListener('input', () => {
      read();
      if (field.value.trim() === '') {
        delete notes[key];
      } else {
        notes[key] = field.value;
      }
      write();
      show();
    });
    box.append(label, field, warning, printed);
    show();
  };

  const start = () => {
    const words = document.querySelector('[data-notes]');
    if (!words || words.dataset.started) {
      return;
    }
    words.dataset.started = 'yes';
    read();
    write();
    for (const box of document.querySelectorAll('[data-note]')) {
      dress(box, words);
    }
    for (const shown of document.querySelectorAll('[data-with-script], [data-print]')) {
      shown.hidden = false;
    }
    for (const plain of document.querySelectorAll('[data-no-script]')) {
      plain.hidden = true;
    }
  };

  const forget = () => {
    notes = {};
    write();
    for (const field of document.querySelectorAll('[data-note] textarea')) {
      field.value = '';
      field.dispatchEvent(new Event('input'));
    }
    const said = document.querySelector('[data-said]');
    if (said) {
      said.textContent = document.querySelector('[data-notes]').dataset.deleted;
    }
  };

  const copy = async (button) => {
    const said = document.querySelector('[data-copy-said]');
    const link = document.querySelector('[data-link]');
    try {
      await navigator.clipboard.writeText(link ? link.href : window.location.href);
      said.textContent = button.dataset.copied;
    } catch {
      said.textContent = button.dataset.not;
    }
  };

  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element && event.target.closest('[data-print], [data-forget], [data-copy]');
    if (!button) {
      return;
    }
    if (button.matches('[data-print]')) {
      window.print();
    } else if (button.matches('[data-forget]')) {
      forget();
    } else {
      copy(button);
    }
  });

  // The portal draws its sheet after this script has come, and again after each change.
  window.atlasCallSheetStart = () => {
    for (const words of document.querySelectorAll('[data-notes]')) {
      delete words.dataset.started;
    }
    start();
  };
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', start);
  } else {
    start();
  }
})();
