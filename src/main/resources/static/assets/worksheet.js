// The answer tables of a county's assessment. Moving between answers costs no round trip; what is
// done is reported to the server as one event, and stays marked and kept in this tab until the
// server has dealt with it, so that a lost connection or an expired session loses nothing.
(() => {
  'use strict';

  if (window.atlasWorksheet) {
    return;
  }

  const PATIENCE = 4000;
  // What leaves the row as it is, and the focus on its button.
  const STAYING = new Set(['said', 'invite', 'menu']);

  const sheetOf = (element) => element.closest('.worksheet');
  const needOf = (element) => element.closest('[data-need]')?.dataset.need ?? '';
  const rowOf = (element) => element.closest('tr[data-provider]');
  const stops = (row) =>
    [...row.querySelectorAll('[data-nav]')].filter((stop) => stop.getClientRects().length > 0);

  // ---- what is not saved yet, kept per sheet and person in this tab ----

  const PREFIX = 'atlas.sheet ';

  const storage = (sheet) => PREFIX + sheet.dataset.sheet;

  const keptAs = (key) => {
    try {
      return JSON.parse(sessionStorage.getItem(key) ?? '{}');
    } catch {
      return {};
    }
  };

  const kept = (sheet) => keptAs(storage(sheet));

  const keepAs = (key, change) => {
    const all = keptAs(key);
    change(all);
    try {
      if (Object.keys(all).length === 0) {
        sessionStorage.removeItem(key);
      } else {
        sessionStorage.setItem(key, JSON.stringify(all));
      }
    } catch {
      // A full or forbidden store takes away the net, not the work.
    }
  };

  const keep = (sheet, change) => keepAs(storage(sheet), change);

  const BLANK = {
    act: 'answer',
    need: '',
    provider: '',
    question: '',
    answer: '',
    text: '',
    seen: '',
    said: '',
    at: '',
    key: '',
    id: '',
    sheet: '',
  };

  const send = (sheet, act, detail) => {
    sheet.dispatchEvent(
      new CustomEvent('atlas-sheet', { detail: { ...BLANK, ...detail, ...(act && { act }) } }),
    );
  };

  // How far this device's clock is ahead of the server's, so that words that arrive late can be
  // told from later ones.
  const ahead = new WeakMap();

  const now = (sheet) => String(Date.now() - (ahead.get(sheet) ?? 0));

  // ---- waiting for the server ----

  const waiting = new Map();

  const showWaiting = (sheet) => {
    let note = sheet.querySelector(':scope > .sheet-waiting');
    if (!note) {
      note = document.createElement('div');
      note.className = 'sheet-waiting';
      note.setAttribute('role', 'alert');
      sheet.append(note);
    }
    note.textContent = sheet.dataset.waiting;
  };

  const hideWaiting = (sheet) => {
    sheet.querySelector(':scope > .sheet-waiting')?.remove();
  };

  const wait = (sheet, name) => {
    if (!waiting.has(name)) {
      waiting.set(
        name,
        setTimeout(() => showWaiting(sheet), PATIENCE),
      );
    }
  };

  const done = (sheet, name) => {
    clearTimeout(waiting.get(name));
    waiting.delete(name);
    if (waiting.size === 0) {
      hideWaiting(sheet);
    }
  };

  // ---- saying something ----

  // A later word about the same thing takes an earlier one's place.
  const keyOf = ({ act, need, provider, question }) => {
    switch (act) {
      case 'answer':
        return `${need} ${provider} ${question}`;
      case 'confirmAll':
      case 'allUnchanged':
        return `${need}  *${act}`;
      default:
        return provider ? `${need} ${provider} *${act}` : `${need}  *finding`;
    }
  };

  const cellOf = (sheet, { need, provider, question }) =>
    sheet.querySelector(
      `[data-need="${need}"] tr[data-provider="${provider}"] td[data-question="${question}"]`,
    );

  // What was said in this page, also where nothing can be kept.
  const underway = new Map();

  /** Says something that must not be lost: kept until the server has dealt with it. */
  const perform = (sheet, detail, button = false) => {
    const key = keyOf(detail);
    const id = `${Date.now()} ${Math.random().toString(36).slice(2)}`;
    const whole = { ...BLANK, ...detail, at: now(sheet), key, id };
    keep(sheet, (all) => {
      // The order is the one in which things were said.
      delete all[key];
      all[key] = whole;
    });
    underway.set(key, { ...whole, button });
    wait(sheet, key);
    send(sheet, detail.act, whole);
  };

  const answer = (cell, value) => {
    cell.dataset.pending = value || 'NONE';
    perform(sheetOf(cell), {
      act: 'answer',
      need: needOf(cell),
      provider: rowOf(cell).dataset.provider,
      question: cell.dataset.question,
      answer: value,
      said: cell.dataset.said ?? '',
    });
  };

  const rowAct = (row, act) => {
    const sheet = sheetOf(row);
    const button = row.querySelector(`[data-act="${act}"]`);
    const detail = { act, need: needOf(row), provider: row.dataset.provider };
    switch (act) {
      case 'menu':
        button.setAttribute('aria-expanded', String(button.getAttribute('aria-expanded') !== 'true'));
        break;
      // Asking who said what changes nothing, and what is tried again is kept already.
      case 'said':
      case 'invite':
      case 'retry':
        send(sheet, act, detail);
        break;
      default:
        perform(sheet, { ...detail, seen: button?.dataset.seen ?? '' });
    }
  };

  /** Something about a need as a whole. */
  const needAct = (sheet, need, act, more = {}, button = false) => {
    const section = sheet.querySelector(`.need[data-need="${need}"]`);
    perform(sheet, { act, need, said: section?.dataset.said ?? '', ...more }, button);
  };

  // Of a need as a whole: what was found of it, or else all of its providers.
  const unchanged = (sheet, section) => {
    const { need } = section.dataset;
    const all = section.querySelector('[data-need-act="allUnchanged"]');
    const own = section.querySelector('[data-need-act="unchanged"]');
    if (all?.getClientRects().length > 0 && !(own?.getClientRects().length > 0)) {
      needAct(sheet, need, 'allUnchanged', { seen: all.dataset.seen ?? '' });
    } else {
      needAct(sheet, need, 'unchanged');
    }
  };

  const OFFERED = { nobody: 'takeBack', notApplicable: 'takeBack', takeBack: 'nobody' };

  // The button of what was just said is gone; the keyboard goes on beside it.
  const goOn = (sheet, { need, act }) => {
    // A dialog gives the focus back first, or keeps it while it has something to say.
    setTimeout(() => {
      const section = sheet.querySelector(`.need[data-need="${need}"]`);
      const next = section?.querySelector(`[data-need-act="${OFFERED[act]}"]`);
      const shown =
        next?.getClientRects().length > 0 ? next : section?.querySelector('.need-toggle');
      if (!document.querySelector('vaadin-dialog[opened]')) {
        shown?.focus();
      }
    });
  };

  document.addEventListener('click', (event) => {
    const button =
      event.target instanceof Element && event.target.closest('[data-need-act]');
    // The dialogs of a sheet stand beside it.
    const sheet = button && (sheetOf(button) ?? document.querySelector('.worksheet[data-keys-yes]'));
    if (!sheet) {
      return;
    }
    const act = button.dataset.needAct;
    const need = button.dataset.of ?? needOf(button);
    if (act === 'forget') {
      window.atlasWorksheet.forget(sheet.dataset.sheet, `${need}  *finding`);
      return;
    }
    const text =
      act === 'notApplicable'
        ? (document.querySelector('#not-applicable-reason textarea')?.value ?? '')
        : '';
    needAct(sheet, need, act, { text, seen: button.dataset.seen ?? '' }, true);
  });

  // ---- moving ----

  const go = (stop) => {
    if (!stop) {
      return false;
    }
    const table = stop.closest('table');
    if (table) {
      for (const other of table.querySelectorAll('[data-nav][tabindex="0"]')) {
        other.tabIndex = -1;
      }
      stop.tabIndex = 0;
    }
    stop.focus({ preventScroll: true });
    stop.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    return true;
  };

  const inRow = (row, column) => {
    const all = stops(row);
    return (
      all.find((stop) => Number(stop.dataset.nav) === column) ??
      all.findLast((stop) => Number(stop.dataset.nav) < column) ??
      all[0]
    );
  };

  const toggles = (sheet) => [...sheet.querySelectorAll('.need-toggle')];

  const sideways = (stop, step) => {
    const all = stops(rowOf(stop));
    return go(all[all.indexOf(stop) + step]);
  };

  const upOrDown = (stop, step) => {
    const rows = [...stop.closest('tbody').querySelectorAll('tr[data-provider]')];
    const next = rows[rows.indexOf(rowOf(stop)) + step];
    if (next) {
      return go(inRow(next, Number(stop.dataset.nav)));
    }
    const own = stop.closest('.need').querySelector('.need-toggle');
    if (step < 0) {
      const earlier = stop.closest('.need').querySelector('.need-earlier');
      return go(earlier?.getClientRects().length > 0 ? earlier : own);
    }
    const more = stop.closest('.need').querySelector('.need-more:not(.need-earlier)');
    const all = toggles(sheetOf(stop));
    return go(more?.getClientRects().length > 0 ? more : all[all.indexOf(own) + 1]);
  };

  const fromToggle = (toggle, step) => {
    const all = toggles(sheetOf(toggle));
    if (step > 0 && toggle.getAttribute('aria-expanded') === 'true') {
      const earlier = toggle.closest('.need').querySelector('.need-earlier');
      if (earlier?.getClientRects().length > 0) {
        return go(earlier);
      }
      const row = toggle.closest('.need').querySelector('tr[data-provider]');
      if (row && stops(row).length > 0) {
        return go(inRow(row, 1));
      }
    }
    const next = all[all.indexOf(toggle) + step];
    if (step < 0 && next?.getAttribute('aria-expanded') === 'true') {
      const rows = [...next.closest('.need').querySelectorAll('tr[data-provider]')];
      if (rows.length > 0 && stops(rows.at(-1)).length > 0) {
        return go(inRow(rows.at(-1), 1));
      }
    }
    return go(next);
  };

  // ---- keys ----

  const letters = (sheet, letter) => {
    if (sheet.dataset.keysYes.includes(letter)) {
      return 'YES';
    }
    if (sheet.dataset.keysNo.includes(letter)) {
      return 'NO';
    }
    return sheet.dataset.keysUnknown.includes(letter) ? 'UNKNOWN' : null;
  };

  const insideCell = (event, button, cell) => {
    const all = [...cell.querySelectorAll('button')];
    switch (event.key) {
      case 'Escape':
        return go(cell);
      case 'ArrowLeft':
      case 'ArrowRight': {
        const step = event.key === 'ArrowRight' ? 1 : -1;
        all[(all.indexOf(button) + step + all.length) % all.length].focus();
        return true;
      }
      case 'ArrowUp':
      case 'ArrowDown':
        return upOrDown(cell, event.key === 'ArrowDown' ? 1 : -1);
      default:
        return answerKey(event, cell);
    }
  };

  const answerKey = (event, stop) => {
    const sheet = sheetOf(stop);
    const row = rowOf(stop);
    if (event.key === 'Delete' || event.key === 'Backspace') {
      if (stop.dataset.question) {
        answer(stop, '');
        return true;
      }
      return false;
    }
    if (event.key.length !== 1) {
      return false;
    }
    const letter = event.key.toLowerCase();
    if (letter === 'c') {
      rowAct(row, 'confirm');
      return true;
    }
    if (letter === 'u' || letter === '=') {
      rowAct(row, 'unchanged');
      return true;
    }
    if (letter === 'i') {
      rowAct(row, 'said');
      return true;
    }
    if (letter === '0') {
      needAct(sheet, needOf(stop), 'nobody');
      return true;
    }
    const said = stop.dataset.question && letters(sheet, letter);
    if (said) {
      answer(stop, said);
      return true;
    }
    return false;
  };

  const onStop = (event, stop) => {
    switch (event.key) {
      case 'ArrowLeft':
        return sideways(stop, -1);
      case 'ArrowRight':
        return sideways(stop, 1);
      case 'ArrowUp':
        return upOrDown(stop, -1);
      case 'ArrowDown':
        return upOrDown(stop, 1);
      case 'Home':
        return go(stops(rowOf(stop))[0]);
      case 'End':
        return go(stops(rowOf(stop)).at(-1));
      case 'Enter':
      case ' ': {
        if (!stop.dataset.question) {
          return false;
        }
        const button =
          stop.querySelector('button[aria-pressed="true"]') ??
          stop.querySelector('button.suggested') ??
          stop.querySelector('button');
        button.focus();
        return true;
      }
      default:
        return answerKey(event, stop);
    }
  };

  const handle = (event, target) => {
    const sheet = sheetOf(target);
    if (event.key === '?') {
      send(sheet, 'keys', {});
      return true;
    }
    if (target.classList.contains('need-more')) {
      const own = target.closest('.need').querySelector('.need-toggle');
      const all = toggles(sheet);
      const rows = target.closest('.need').querySelectorAll('tr[data-provider]');
      const before = target.classList.contains('need-earlier');
      switch (event.key) {
        case 'ArrowUp':
          return go(before ? own : inRow([...rows].at(-1), 1));
        case 'ArrowDown':
          return go(before ? inRow(rows[0], 1) : all[all.indexOf(own) + 1]);
        default:
          return false;
      }
    }
    if (target.classList.contains('need-toggle')) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        return fromToggle(target, event.key === 'ArrowDown' ? 1 : -1);
      }
      const open = target.getAttribute('aria-expanded') === 'true';
      if (event.key === '0' && open) {
        needAct(sheet, needOf(target), 'nobody');
        return true;
      }
      if ((event.key === '=' || event.key.toLowerCase() === 'u') && open) {
        unchanged(sheet, target.closest('.need'));
        return true;
      }
      return false;
    }
    if (target.matches('td[data-question] button')) {
      return insideCell(event, target, target.closest('td'));
    }
    return target.matches('[data-nav]') ? onStop(event, target) : false;
  };

  document.addEventListener('keydown', (event) => {
    const target = event.target;
    if (
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      event.defaultPrevented ||
      !(target instanceof Element) ||
      !target.matches('.worksheet :is(.need-toggle, .need-more, [data-nav], td[data-question] button)') ||
      !sheetOf(target).dataset.keysYes
    ) {
      return;
    }
    if (handle(event, target)) {
      event.preventDefault();
    }
  });

  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element && event.target.closest('.worksheet button');
    const row = button && rowOf(button);
    if (!row) {
      return;
    }
    if (button.dataset.act) {
      rowAct(row, button.dataset.act);
      // The button disappears once it has done its work.
      if (!STAYING.has(button.dataset.act)) {
        go(inRow(row, 1));
      }
    } else if (button.dataset.answer) {
      const cell = button.closest('td');
      // What is not saved is said again, not taken back.
      const again =
        button.getAttribute('aria-pressed') === 'true' &&
        !cell.dataset.pending &&
        !cell.classList.contains('unsaved');
      answer(cell, again ? '' : button.dataset.answer);
      go(cell);
    }
  });

  // Whatever of a table gets focus is where Tab comes back to.
  document.addEventListener('focusin', (event) => {
    const stop = event.target;
    if (stop instanceof Element && stop.matches('.worksheet table [data-nav]')) {
      for (const other of stop.closest('table').querySelectorAll('[data-nav][tabindex="0"]')) {
        other.tabIndex = -1;
      }
      stop.tabIndex = 0;
    }
  });

  // ---- narratives ----

  document.addEventListener('input', (event) => {
    const narrative =
      event.target instanceof Element && event.target.closest('.worksheet .narrative');
    if (!narrative) {
      return;
    }
    const { topic, version } = narrative.dataset;
    const sheet = sheetOf(narrative);
    const field = narrative.querySelector('textarea');
    keep(sheet, (all) => {
      all[`text ${topic}`] = { topic, version, text: field.value };
    });
  });

  const begun = new WeakSet();

  const keptSheets = () => {
    try {
      return Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));
    } catch {
      return [];
    }
  };

  // Said again where it was said; elsewhere the server says what is kept and for which cycle.
  const takeUp = (sheet, of, here, key, detail) => {
    if (!here) {
      const text = detail.topic && { act: 'text', question: detail.topic, text: detail.text };
      send(sheet, '', { ...detail, ...text, key, sheet: of });
    } else if (detail.topic) {
      sheet.dispatchEvent(new CustomEvent('atlas-draft', { detail }));
    } else {
      const cell = cellOf(sheet, detail);
      if (cell) {
        cell.dataset.pending = detail.answer || 'NONE';
      }
      underway.set(key, detail);
      wait(sheet, key);
      send(sheet, '', { ...detail, key });
    }
  };

  window.atlasWorksheet = {
    /** Takes up what an earlier visit of this person could not save, on whatever sheet. */
    begin(sheet) {
      if (begun.has(sheet)) {
        return;
      }
      begun.add(sheet);
      ahead.set(sheet, Date.now() - Number(sheet.dataset.clock));
      const [shown, person] = sheet.dataset.sheet.split(' ');
      for (const stored of keptSheets()) {
        const [of, who] = stored.slice(PREFIX.length).split(' ');
        if (who === person) {
          const here = of === shown && sheet.dataset.keysYes !== undefined;
          for (const [key, detail] of Object.entries(keptAs(stored))) {
            takeUp(sheet, of, here, key, detail);
          }
        }
      }
    },

    /** Dealt with for good; a newer word under the same key that is still on its way stays. */
    settled(sheet, key, id) {
      const said = kept(sheet)[key] ?? underway.get(key);
      if (said && (said.id ?? '') !== id) {
        return;
      }
      const button = underway.get(key)?.button;
      done(sheet, key);
      underway.delete(key);
      keep(sheet, (all) => delete all[key]);
      if (said) {
        cellOf(sheet, said)?.removeAttribute('data-pending');
      }
      if (button) {
        goOn(sheet, said);
      }
    },

    /** Not saved, and shown so: it stays in this tab and is tried again when the sheet opens. */
    refused(sheet, key, id) {
      const said = kept(sheet)[key] ?? underway.get(key);
      if (said && (said.id ?? '') !== id) {
        return;
      }
      done(sheet, key);
      underway.delete(key);
      if (said) {
        cellOf(sheet, said)?.removeAttribute('data-pending');
      }
    },

    /** The person needs it no more, whichever cycle and person it is kept under. */
    forget(stored, key) {
      const sheet = document.querySelector('.worksheet[data-sheet]');
      if (sheet) {
        done(sheet, key);
      }
      underway.delete(key);
      keepAs(PREFIX + stored, (all) => delete all[key]);
    },

    /** A narrative of that length was saved; what was typed since is kept with its new version. */
    written(sheet, topic, length) {
      const name = `text ${topic}`;
      const version = sheet.querySelector(`[data-topic="${topic}"]`)?.dataset.version;
      keep(sheet, (all) => {
        if (all[name]?.text.length === length) {
          delete all[name];
        } else if (all[name]) {
          all[name].version = version;
        }
      });
    },
  };

  for (const sheet of document.querySelectorAll('.worksheet[data-sheet]')) {
    window.atlasWorksheet.begin(sheet);
  }
})();
