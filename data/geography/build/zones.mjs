// Time zones by county. United States zone limits are drawn by law along county lines almost
// everywhere (49 CFR part 71), so a table by county holds where a coarse coordinate lookup is an
// hour wrong near a limit. Zone identifiers are those of the IANA database that Java's
// ZoneId knows; where IANA keeps a separate zone for counties whose clocks once differed
// (Indiana, Kentucky, North Dakota, Michigan, Alaska), that zone is used.
//
// A county with two zones gets the one in which more of its ZIP centroids lie, because the file
// has one zone per county and a caller is likelier to be there. ZIP centroids fall on both sides in
// Gulf FL, Idaho ID, Cherry NE, McKenzie ND, Elko NV, Aleutians West AK and, since the Navajo Nation
// keeps daylight time, in Apache, Coconino and Navajo AZ. Some Alabama towns on the Georgia line
// keep Georgia's time by custom; their counties have Alabama's. README.md says how the list was made.

const EASTERN = 'America/New_York';
const CENTRAL = 'America/Chicago';
const MOUNTAIN = 'America/Denver';
const PACIFIC = 'America/Los_Angeles';

/** The zone of most counties of a state, by USPS code. */
const USUAL = {
  AK: 'America/Anchorage', AL: CENTRAL, AR: CENTRAL, AS: 'Pacific/Pago_Pago', AZ: 'America/Phoenix',
  CA: PACIFIC, CO: MOUNTAIN, CT: EASTERN, DC: EASTERN, DE: EASTERN, FL: EASTERN, GA: EASTERN,
  GU: 'Pacific/Guam', HI: 'Pacific/Honolulu', IA: CENTRAL, ID: 'America/Boise', IL: CENTRAL,
  IN: 'America/Indiana/Indianapolis', KS: CENTRAL, KY: EASTERN, LA: CENTRAL, MA: EASTERN,
  MD: EASTERN, ME: EASTERN, MI: 'America/Detroit', MN: CENTRAL, MO: CENTRAL, MP: 'Pacific/Saipan',
  MS: CENTRAL, MT: MOUNTAIN, NC: EASTERN, ND: CENTRAL, NE: CENTRAL, NH: EASTERN, NJ: EASTERN,
  NM: MOUNTAIN, NV: PACIFIC, NY: EASTERN, OH: EASTERN, OK: CENTRAL, OR: PACIFIC, PA: EASTERN,
  PR: 'America/Puerto_Rico', RI: EASTERN, SC: EASTERN, SD: CENTRAL, TN: CENTRAL, TX: CENTRAL,
  UT: MOUNTAIN, VA: EASTERN, VI: 'America/St_Thomas', VT: EASTERN, WA: PACIFIC, WI: CENTRAL,
  WV: EASTERN, WY: MOUNTAIN,
};

/** Counties outside their state's usual zone: state, zone, the atlas's short county names. */
const OTHER = [
  ['AK', 'America/Juneau', [
    'Haines', 'Hoonah-Angoon', 'Juneau', 'Skagway']],
  ['AK', 'America/Nome', [
    'Aleutians East', 'Aleutians West', 'Kusilvak', 'Nome']],
  ['AK', 'America/Sitka', [
    'Ketchikan Gateway', 'Petersburg', 'Prince of Wales-Hyder', 'Sitka', 'Wrangell']],
  ['AK', 'America/Yakutat', [
    'Yakutat']],
  ['AZ', MOUNTAIN, [
    'Apache']],
  ['FL', CENTRAL, [
    'Bay', 'Calhoun', 'Escambia', 'Holmes', 'Jackson', 'Okaloosa', 'Santa Rosa', 'Walton',
    'Washington']],
  ['ID', PACIFIC, [
    'Benewah', 'Bonner', 'Boundary', 'Clearwater', 'Idaho', 'Kootenai', 'Latah', 'Lewis',
    'Nez Perce', 'Shoshone']],
  ['IN', CENTRAL, [
    'Gibson', 'Jasper', 'LaPorte', 'Lake', 'Newton', 'Porter', 'Posey', 'Spencer', 'Vanderburgh',
    'Warrick']],
  ['IN', 'America/Indiana/Knox', [
    'Starke']],
  ['IN', 'America/Indiana/Marengo', [
    'Crawford']],
  ['IN', 'America/Indiana/Petersburg', [
    'Pike']],
  ['IN', 'America/Indiana/Tell_City', [
    'Perry']],
  ['IN', 'America/Indiana/Vevay', [
    'Switzerland']],
  ['IN', 'America/Indiana/Vincennes', [
    'Daviess', 'Dubois', 'Knox', 'Martin']],
  ['IN', 'America/Indiana/Winamac', [
    'Pulaski']],
  ['IN', 'America/Kentucky/Louisville', [
    'Clark', 'Floyd', 'Harrison']],
  ['IN', EASTERN, [
    'Dearborn', 'Ohio']],
  ['KS', MOUNTAIN, [
    'Greeley', 'Hamilton', 'Sherman', 'Wallace']],
  ['KY', CENTRAL, [
    'Adair', 'Allen', 'Ballard', 'Barren', 'Breckinridge', 'Butler', 'Caldwell', 'Calloway',
    'Carlisle', 'Christian', 'Clinton', 'Crittenden', 'Cumberland', 'Daviess', 'Edmonson',
    'Fulton', 'Graves', 'Grayson', 'Green', 'Hancock', 'Hart', 'Henderson', 'Hickman', 'Hopkins',
    'Livingston', 'Logan', 'Lyon', 'Marshall', 'McCracken', 'McLean', 'Metcalfe', 'Monroe',
    'Muhlenberg', 'Ohio', 'Russell', 'Simpson', 'Todd', 'Trigg', 'Union', 'Warren', 'Webster']],
  ['KY', 'America/Kentucky/Louisville', [
    'Jefferson']],
  ['KY', 'America/Kentucky/Monticello', [
    'Wayne']],
  ['MI', 'America/Menominee', [
    'Dickinson', 'Gogebic', 'Iron', 'Menominee']],
  ['ND', MOUNTAIN, [
    'Adams', 'Billings', 'Bowman', 'Dunn', 'Golden Valley', 'Grant', 'Hettinger', 'Slope',
    'Stark']],
  ['ND', 'America/North_Dakota/Beulah', [
    'Mercer']],
  ['ND', 'America/North_Dakota/Center', [
    'Oliver']],
  ['ND', 'America/North_Dakota/New_Salem', [
    'Morton']],
  ['NE', MOUNTAIN, [
    'Arthur', 'Banner', 'Box Butte', 'Chase', 'Cheyenne', 'Dawes', 'Deuel', 'Dundy', 'Garden',
    'Grant', 'Hooker', 'Keith', 'Kimball', 'Morrill', 'Perkins', 'Scotts Bluff', 'Sheridan',
    'Sioux']],
  ['OR', 'America/Boise', [
    'Malheur']],
  ['SD', MOUNTAIN, [
    'Bennett', 'Butte', 'Corson', 'Custer', 'Dewey', 'Fall River', 'Haakon', 'Harding',
    'Jackson', 'Lawrence', 'Meade', 'Oglala Lakota', 'Pennington', 'Perkins', 'Stanley',
    'Ziebach']],
  ['TN', EASTERN, [
    'Anderson', 'Blount', 'Bradley', 'Campbell', 'Carter', 'Claiborne', 'Cocke', 'Grainger',
    'Greene', 'Hamblen', 'Hamilton', 'Hancock', 'Hawkins', 'Jefferson', 'Johnson', 'Knox',
    'Loudon', 'McMinn', 'Meigs', 'Monroe', 'Morgan', 'Polk', 'Rhea', 'Roane', 'Scott', 'Sevier',
    'Sullivan', 'Unicoi', 'Union', 'Washington']],
  ['TX', MOUNTAIN, [
    'El Paso', 'Hudspeth']],
];

const exceptions = new Map(
  OTHER.flatMap(([usps, zone, names]) => names.map((name) => [`${usps} ${name}`, zone])));

/** The zone most of a state's counties keep. */
export function zoneOfState(usps) {
  return USUAL[usps];
}

/** The zone of a county, by its state and its short name in the atlas. */
export function zoneOfCounty(usps, shortName) {
  return exceptions.get(`${usps} ${shortName}`) ?? USUAL[usps];
}

/** Every "state county" key with its own zone; the build fails on one the atlas does not draw. */
export const exceptionKeys = [...exceptions.keys()];
