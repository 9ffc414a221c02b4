// A checklist being filled in. What somebody chooses or types is reported to the server as it is
// given, and kept in this tab until the server says that it is saved: a lost connection, an expired
// session or a restart of the server loses nothing. What a colleague answers meanwhile is shown
// unless this person is at that very place.
(() => {
  'use strict';

  if (window.atlasResponse) {
    return;
  }

  const PAUSE = 800;
  const PATIENCE = 4000;

  const formOf = (element) => element.closest('.response-form');
  const placeOf = (element) => element.closest('[data-place]');
  const name = (place, kind) => `${kind} ${place}`;

  // ---- what is not saved yet ----

  const storage = (form) => `atlas.response ${form.dataset.sheet}`;

  const kept = (form) => {
    try {
      return JSON.parse(sessionStorage.getItem(storage(form)) ?? '{}');
    } catch {
      return {};
    }
  };

  const keep = (form, change) => {
    const all = kept(form);
    change(all);
    try {
      if (Object.keys(all).length === 0) {
        sessionStorage.removeItem(storage(form));
      } else {
        sessionStorage.setItem(storage(form), JSON.stringify(all));
      }
    } catch {
      // A full or forbidden store takes away the net, not the work.
    }
  };

  // ---- waiting for the server ----

  const waiting = new Map();

  const showWaiting = (form) => {
    let note = form.querySelector(':scope > .response-waiting');
    if (!note) {
      note = document.createElement('div');
      note.className = 'response-waiting';
      note.setAttribute('role', 'alert');
      form.append(note);
    }
    note.textContent = form.dataset.waiting;
  };

  const wait = (form, key) => {
    if (!waiting.has(key)) {
      waiting.set(
        key,
        setTimeout(() => showWaiting(form), PATIENCE),
      );
    }
  };

  const done = (form, key) => {
    clearTimeout(waiting.get(key));
    waiting.delete(key);
    if (waiting.size === 0) {
      form.querySelector(':scope > .response-waiting')?.remove();
    }
  };

  // ---- coming back ----

  // The first time a form appears in this page, what is still kept was typed in an earlier visit
  // that a lost session, a restart or a closed lid ended. The person is told, and is back where
  // they were.
  const visited = new Set();

  // A page that is just being loaded gets its screen a little later, and what is not there yet
  // cannot be focused.
  const whenShown = (form, work, tries = 300) => {
    if (form.isConnected && form.getClientRects().length > 0) {
      work();
    } else if (tries > 0) {
      requestAnimationFrame(() => whenShown(form, work, tries - 1));
    }
  };

  const goTo = (form, code, kind) => {
    const target =
      form.querySelector(`[data-place="${CSS.escape(code)}"]`) ??
      form.querySelector(`[data-item="${CSS.escape(code)}"]`);
    const text = kind && field(form, code, kind);
    const control =
      text ?? target?.querySelector('input[type=radio]:checked, input, textarea') ?? target;
    (target?.closest('.item') ?? target)?.scrollIntoView({ block: 'nearest' });
    control?.focus();
    if (text) {
      text.setSelectionRange(text.value.length, text.value.length);
    }
  };

  const comeBack = (form, details) => {
    if (visited.has(form.dataset.sheet)) {
      return;
    }
    visited.add(form.dataset.sheet);
    if (details.length === 0) {
      return;
    }
    const note = document.createElement('div');
    note.className = 'response-back';
    note.setAttribute('role', 'status');
    form.prepend(note);
    note.textContent = form.dataset.back;
    const last = details.reduce((one, other) => ((other.at ?? 0) > (one.at ?? 0) ? other : one));
    whenShown(form, () => goTo(form, last.place, last.kind));
  };

  const isBack = (form) => {
    const note = form.querySelector(':scope > .response-back');
    if (note && Object.keys(kept(form)).length === 0) {
      note.textContent = form.dataset.backSaved;
    }
  };

  // ---- saying something ----

  const field = (form, place, kind) =>
    form.querySelector(`[data-place="${CSS.escape(place)}"] textarea[data-kind="${kind}"]`);

  // How far this device's clock is ahead of the server's, so that words that arrive late can be
  // told from later ones.
  const ahead = new WeakMap();

  const say = (form, detail) => {
    wait(form, name(detail.place, detail.kind));
    const at = String((detail.at ?? Date.now()) - (ahead.get(form) ?? 0));
    form.dispatchEvent(new CustomEvent('atlas-answer', { detail: { ...detail, at } }));
  };

  /** Says something that is not typed, and keeps it until it is saved. */
  const sayAt = (place, kind, saw, value) => {
    const form = formOf(place);
    const detail = { place: place.dataset.place, kind, saw, now: value, at: Date.now() };
    keep(form, (all) => {
      all[name(detail.place, kind)] = detail;
    });
    say(form, detail);
  };

  // What the person saw at a field before the first key since it was last in step.
  const saw = new WeakMap();

  const timers = new WeakMap();

  const send = (text) => {
    clearTimeout(timers.get(text));
    timers.delete(text);
    const form = formOf(text);
    const place = placeOf(text)?.dataset.place;
    if (!form || place === undefined) {
      return;
    }
    const detail = kept(form)[name(place, text.dataset.kind)];
    if (detail && detail.now !== text.atlasSent) {
      text.atlasSent = detail.now;
      say(form, detail);
    }
  };

  document.addEventListener('focusin', (event) => {
    const text = event.target;
    if (text instanceof HTMLTextAreaElement && formOf(text) && !saw.has(text)) {
      saw.set(text, text.value);
    }
  });

  document.addEventListener('input', (event) => {
    const text = event.target;
    if (!(text instanceof HTMLTextAreaElement) || !formOf(text) || !text.dataset.kind) {
      return;
    }
    const { kind } = text.dataset;
    const { place } = placeOf(text).dataset;
    keep(formOf(text), (all) => {
      const before = all[name(place, kind)];
      all[name(place, kind)] = {
        place,
        kind,
        saw: before?.saw ?? saw.get(text) ?? text.defaultValue,
        now: text.value,
        at: Date.now(),
      };
    });
    clearTimeout(timers.get(text));
    timers.set(
      text,
      setTimeout(() => send(text), PAUSE),
    );
  });

  document.addEventListener('focusout', (event) => {
    if (event.target instanceof HTMLTextAreaElement && formOf(event.target)) {
      send(event.target);
    }
  });

  // Whatever leads away from a text sends it first.
  addEventListener('pagehide', () => {
    for (const text of document.querySelectorAll('.response-form textarea[data-kind]')) {
      send(text);
    }
  });

  const choose = (place, value) => {
    // What was chosen a moment ago and is still on its way is what the person sees.
    const before = kept(formOf(place))[name(place.dataset.place, 'choice')];
    sayAt(place, 'choice', before?.now ?? place.dataset.choice ?? '', value);
  };

  document.addEventListener('change', (event) => {
    const radio = event.target;
    if (radio instanceof HTMLInputElement && radio.type === 'radio' && formOf(radio)) {
      choose(placeOf(radio), radio.value);
    }
  });

  document.addEventListener('click', (event) => {
    const button =
      event.target instanceof Element && event.target.closest('.response-form button[data-act]');
    if (!button) {
      return;
    }
    const form = formOf(button);
    const place = placeOf(button);
    switch (button.dataset.act) {
      case 'note': {
        const open = button.getAttribute('aria-expanded') !== 'true';
        button.setAttribute('aria-expanded', String(open));
        const part = place.querySelector('.place-note');
        part.hidden = !open;
        if (open) {
          part.querySelector('textarea').focus();
        }
        break;
      }
      case 'clear':
        for (const radio of place.querySelectorAll('input[type=radio]')) {
          radio.checked = false;
        }
        choose(place, '');
        place.querySelector('input[type=radio]')?.focus();
        break;
      case 'later': {
        const putOff = String(button.getAttribute('aria-pressed') !== 'true');
        button.setAttribute('aria-pressed', putOff);
        sayAt(place, 'later', '', putOff);
        break;
      }
      case 'confirm':
        sayAt(place, 'confirm', '', 'true');
        break;
      default:
        form.dispatchEvent(
          new CustomEvent('atlas-act', {
            detail: { act: button.dataset.act, place: place?.dataset.place ?? '' },
          }),
        );
    }
  });

  // ---- what the server says ----

  const check = (place, value) => {
    place.dataset.choice = value;
    for (const radio of place.querySelectorAll('input[type=radio]')) {
      radio.checked = radio.value === value;
    }
  };

  window.atlasResponse = {
    /** Says again what an earlier visit of this person could not save. */
    begin(form) {
      if (ahead.has(form)) {
        return;
      }
      ahead.set(form, Date.now() - Number(form.dataset.clock));
      // In the order in which it was said: an answer ends putting off.
      const details = Object.values(kept(form)).sort((one, other) => one.at - other.at);
      for (const detail of details) {
        const place = form.querySelector(`[data-place="${CSS.escape(detail.place)}"]`);
        const text = field(form, detail.place, detail.kind);
        if (text) {
          text.value = detail.now;
          text.atlasSent = detail.now;
          if (detail.kind === 'note') {
            text.closest('.place-note').hidden = false;
            place.querySelector('button[data-act=note]')?.setAttribute('aria-expanded', 'true');
          }
        } else if (place && detail.kind === 'choice') {
          check(place, detail.now);
        } else if (place && detail.kind === 'later') {
          place.querySelector('button[data-act=later]')?.setAttribute('aria-pressed', detail.now);
        }
        say(form, detail);
      }
      comeBack(form, details);
    },

    /** Saved; what was typed since is kept and seen as begun from what is now saved. */
    settled(form, place, kind, sent) {
      const key = name(place, kind);
      done(form, key);
      keep(form, (all) => {
        if (all[key]?.now === sent) {
          delete all[key];
        } else if (all[key]) {
          all[key].saw = sent;
        }
      });
      if (kept(form)[key]) {
        wait(form, key);
      }
      isBack(form);
      const text = field(form, place, kind);
      if (text) {
        saw.set(text, sent);
      }
      if (kind === 'choice') {
        const at = form.querySelector(`[data-place="${CSS.escape(place)}"]`);
        if (at) {
          at.dataset.choice = sent;
        }
      }
    },

    /** Not saved, and the person was told why: what was typed stays in the field and in this tab. */
    refused(form, place, kind) {
      done(form, name(place, kind));
      const text = field(form, place, kind);
      if (text) {
        delete text.atlasSent;
      }
    },

    /** A colleague's word. Where this person is typing, his own stays; the server tells him. */
    arrived(form, place, kind, value) {
      if (kept(form)[name(place, kind)]) {
        return;
      }
      if (kind === 'choice') {
        const at = form.querySelector(`[data-place="${CSS.escape(place)}"]`);
        if (at) {
          check(at, value);
        }
        return;
      }
      const text = field(form, place, kind);
      if (text) {
        text.value = value;
        delete text.atlasSent;
        saw.set(text, value);
        if (kind === 'note' && value) {
          text.closest('.place-note').hidden = false;
        }
      }
    },

    /** Nothing is kept any more of what could not be saved. */
    forget(form, place, kind) {
      keep(form, (all) => delete all[name(place, kind)]);
    },

    /** Takes the person to a place, or to an item. */
    goTo(form, code) {
      whenShown(form, () => goTo(form, code));
    },
  };

  for (const form of document.querySelectorAll('.response-form[data-sheet]')) {
    window.atlasResponse.begin(form);
  }
})();
