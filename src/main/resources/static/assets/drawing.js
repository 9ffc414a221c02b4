// What stands in an element comes from the server as one text. A later text is taken over piece by
// piece, so that focus, what is typed and what somebody opened stay where they are.
(() => {
  'use strict';

  if ('atlasHtml' in HTMLElement.prototype) {
    return;
  }

  // What the other scripts set: where Tab comes back to, what is opened, what is on its way.
  const BROWSERS = new Set(['aria-expanded', 'data-pending', 'tabindex']);

  const drawn = new WeakMap();

  const takeAttributes = (stands, comes) => {
    for (const { name } of [...stands.attributes]) {
      if (!BROWSERS.has(name) && !comes.hasAttribute(name)) {
        stands.removeAttribute(name);
      }
    }
    for (const { name, value } of comes.attributes) {
      if (!BROWSERS.has(name) && stands.getAttribute(name) !== value) {
        stands.setAttribute(name, value);
      }
    }
  };

  const takeOver = (stands, comes) => {
    if (stands.nodeType !== comes.nodeType || stands.nodeName !== comes.nodeName) {
      stands.replaceWith(comes);
    } else if (!(stands instanceof Element)) {
      if (stands.data !== comes.data) {
        stands.data = comes.data;
      }
    } else if (!stands.hasAttribute('data-own')) {
      takeAttributes(stands, comes);
      takeContent(stands, comes);
    }
  };

  const takeContent = (stands, comes) => {
    const before = [...stands.childNodes];
    const after = [...comes.childNodes];
    for (const [i, node] of after.entries()) {
      if (i < before.length) {
        takeOver(before[i], node);
      } else {
        stands.append(node);
      }
    }
    for (const node of before.slice(after.length)) {
      node.remove();
    }
  };

  Object.defineProperty(HTMLElement.prototype, 'atlasHtml', {
    configurable: true,
    get() {
      return drawn.get(this);
    },
    set(html) {
      // A cell is only read as one within a row.
      const comes = document.createElement(this.localName);
      comes.innerHTML = html;
      if (drawn.has(this)) {
        takeContent(this, comes);
      } else {
        this.replaceChildren(...comes.childNodes);
      }
      drawn.set(this, html);
    },
  });
})();
