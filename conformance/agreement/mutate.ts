import { fieldIn } from '../../lib/check/schema/table';
import { textField } from '../../lib/model/json-object';
import { type Dice, type Json, type JsonMap } from './dice';
import { isMap, isUntouched, NEWEST, type Site, type Step, type TypedPlace, walkSites } from './sites';
import { anyValue, hostile, hostileText, wrongType } from './values';

/** Changes an object in place; the name of what was done and where, or undefined when it could not be done there. */
type Mutation = (d: Dice, object: JsonMap) => string | undefined;

const show = (path: readonly Step[]): string => path.join('.');

function put({ parent, step }: Site, value: Json): void {
  if (Array.isArray(parent)) parent[Number(step)] = value;
  else parent[String(step)] = value;
}

function valueOf({ parent, step }: Site): Json {
  return (Array.isArray(parent) ? parent[Number(step)] : parent[String(step)]) ?? null;
}

function remove({ parent, step }: Site): void {
  if (Array.isArray(parent)) parent.splice(Number(step), 1);
  else Reflect.deleteProperty(parent, String(step));
}

/** A mutation of one site. */
const at =
  (title: string, change: (d: Dice, site: Site, sites: readonly Site[]) => boolean): Mutation =>
  (d, object) => {
    const { sites } = walkSites(object);
    if (sites.length === 0) return undefined;
    const site = d.of(sites);
    return change(d, site, sites) ? `${title} ${show(site.path)}` : undefined;
  };

const changeValue = at('change', (d, site) => {
  put(site, hostile(d, site.shape, site.field));
  return true;
});

/** A number that is one off, a text in another case or with something before or after it. */
const nudge = at('nudge', (d, site) => {
  const value = valueOf(site);
  if (typeof value === 'number') put(site, value + d.of([-1, 1, -100, 100]));
  else if (typeof value === 'boolean') put(site, !value);
  else if (typeof value === 'string') {
    const make = d.of<(text: string) => string>([
      (text) => text.toUpperCase(),
      (text) => text.toLowerCase(),
      (text) => `${text} `,
      (text) => ` ${text}`,
      (text) => `${text}-`,
      (text) => `-${text}`,
      (text) => `${text}.`,
      (text) => `.${text}`,
      (text) => text.slice(1),
      (text) => `${text}${text}`,
      (text) => `${text}/`,
      (text) => `/${text}`,
      (text) => text.replace(/[.-]/, '_'),
    ]);
    put(site, make(value));
  } else return false;
  return true;
});

const dropValue = at('drop', (_d, site) => {
  remove(site);
  return true;
});

const nullValue = at('null', (_d, site) => {
  put(site, null);
  return true;
});

const retype = at('retype', (d, site) => {
  put(site, wrongType(d, site.shape));
  return true;
});

/** The same item again, as it is or changed in one field. */
const repeat = at('repeat', (d, site) => {
  const { parent, within } = site;
  if (within !== 'item' || !Array.isArray(parent)) return false;
  const copy = structuredClone(valueOf(site));
  if (isMap(copy) && d.yes()) {
    const key = d.of([...Object.keys(copy), '']);
    if (key === '') return false;
    Reflect.deleteProperty(copy, key);
  }
  parent.push(copy);
  return true;
});

/** The value of another site of the same field or shape: names that repeat, or that are somebody else's. */
const copy = at('copy to', (d, site, sites) => {
  const near = sites.filter(
    (other) =>
      other !== site &&
      other.field === site.field &&
      other.within === site.within &&
      other.shape.is === site.shape.is,
  );
  if (near.length === 0) return false;
  put(site, structuredClone(valueOf(d.of(near))));
  return true;
});

/** The key of a map becomes another. */
const renameKey = at('rename', (d, site) => {
  const { parent, within } = site;
  if (Array.isArray(parent) || within !== 'entry') return false;
  const value = valueOf(site);
  remove(site);
  parent[hostileText(d, 'key')] = value;
  return true;
});

/** What is one becomes many, what is many becomes none. */
const resize = at('resize', (d, site) => {
  const value = valueOf(site);
  if (Array.isArray(value)) put(site, d.yes() ? [] : [...value].reverse());
  else if (isMap(value))
    put(
      site,
      site.shape.is === 'map' && d.yes()
        ? Object.fromEntries(
            Array.from({ length: 70 }, (_, index) => [
              `k${index}`,
              d.of(Object.values(value).length > 0 ? Object.values(value) : ['1']),
            ]),
          )
        : {},
    );
  else return false;
  return true;
});

/** A field more, of those that the type has: another member of a union, an option that does not go with the rest. */
const addField: Mutation = (d, object) => {
  const { places } = walkSites(object);
  const place = d.of(places);
  return add(d, textField(object, 'kind') ?? '', place);
};

function add(d: Dice, kind: string, { path, type, value }: TypedPlace): string | undefined {
  const free = [...type.fields.keys()].filter((name) => {
    const field = fieldIn(type, name, NEWEST);
    return value[name] === undefined && field?.until === undefined && !isUntouched(kind, [...path, name]);
  });
  // What only newer releases have is in the way of everything else with the older ones.
  const old = free.filter((name) => fieldIn(type, name, NEWEST)?.since === undefined);
  const from = old.length > 0 && d.chance(0.85) ? old : free;
  if (from.length === 0) return undefined;
  const name = d.of(from);
  const field = fieldIn(type, name, NEWEST);
  if (field === undefined) return undefined;
  value[name] = d.chance(0.75) ? anyValue(d, field.shape, name) : hostile(d, field.shape, name);
  return `add ${show([...path, name])}`;
}

/** A field that there is not, or not so written. */
const misspell: Mutation = (d, object) => {
  const { places } = walkSites(object);
  const { path, value } = d.of(places);
  const known = Object.keys(value).filter(
    (name) => !isUntouched(textField(object, 'kind') ?? '', [...path, name]),
  );
  const name = known.length === 0 ? 'extra' : d.of(known);
  const wrong = d.of([
    `${name}s`,
    name.toUpperCase(),
    `${name} `,
    'extraField',
    name.slice(0, -1),
    name.toLowerCase(),
  ]);
  if (wrong === '' || value[wrong] !== undefined) return undefined;
  value[wrong] = value[name] ?? 1;
  if (d.yes()) Reflect.deleteProperty(value, name);
  return `misspell ${show([...path, name])}`;
};

const MUTATIONS: readonly (readonly [weight: number, mutate: Mutation])[] = [
  [30, changeValue],
  [10, nudge],
  [14, dropValue],
  [2, nullValue],
  [3, retype],
  [5, repeat],
  [8, copy],
  [4, renameKey],
  [3, resize],
  [18, addField],
  [2, misspell],
];
const TOTAL = MUTATIONS.reduce((sum, [weight]) => sum + weight, 0);

/** Changes an object in place, once; what was done. */
export function mutateOnce(d: Dice, object: JsonMap): string {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    let left = d.next() * TOTAL;
    const [, mutate] = MUTATIONS.find(([weight]) => (left -= weight) < 0) ?? [0, changeValue];
    const done = mutate(d, object);
    if (done !== undefined) return done;
  }
  return 'nothing';
}
