// Arrow keys between the cells of the heat map. Without this script every cell is a plain link.
(() => {
  'use strict';

  if (window.atlasGapKeys) {
    return;
  }
  window.atlasGapKeys = true;

  const LINK = '.gap-map td a';

  const rowsOf = (table) =>
    [...table.rows].map((row) => [...row.querySelectorAll('td a')]).filter((row) => row.length > 0);

  // One cell of the table is a tab stop: the one that was last in use.
  document.addEventListener('focusin', (event) => {
    const link = event.target instanceof Element && event.target.closest(LINK);
    if (!link) {
      return;
    }
    for (const other of link.closest('table').querySelectorAll('td a')) {
      other.tabIndex = other === link ? 0 : -1;
    }
  });

  const step = (rows, row, column, event) => {
    const last = rows[row].length - 1;
    switch (event.key) {
      case 'ArrowUp':
        return [row - 1, column];
      case 'ArrowDown':
        return [row + 1, column];
      case 'ArrowLeft':
        return [row, column - 1];
      case 'ArrowRight':
        return [row, column + 1];
      case 'Home':
        return [event.ctrlKey ? 0 : row, 0];
      case 'End':
        return [event.ctrlKey ? rows.length - 1 : row, last];
      default:
        return null;
    }
  };

  document.addEventListener('keydown', (event) => {
    const link = event.target instanceof Element && event.target.closest(LINK);
    if (!link || event.altKey || event.metaKey || event.shiftKey) {
      return;
    }
    const rows = rowsOf(link.closest('table'));
    const row = rows.findIndex((links) => links.includes(link));
    const wanted = step(rows, row, rows[row].indexOf(link), event);
    if (wanted) {
      event.preventDefault();
      rows[wanted[0]]?.[wanted[1]]?.focus();
    }
  });
})();
