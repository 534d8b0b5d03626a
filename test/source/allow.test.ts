import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';

import { allow } from '../../lib/source/allow';
import { allowancesIn, allowancesOf } from '../../lib/source/allowances';

function tree() {
  const app = new App();
  const shop = new Chart(app, 'shop');
  const other = new Chart(app, 'other');
  const cart = new Construct(shop, 'cart');
  return { app, shop, other, cart };
}

it('holds for the construct and what is below it, and for nothing beside', () => {
  const { app, shop, other, cart } = tree();
  allow(shop, 'K301', 'the operator makes these pods');
  const codes = (construct: Construct) => allowancesOf(construct).map((allowance) => allowance.code);
  expect(codes(cart)).toEqual(['K301']);
  expect(codes(shop)).toEqual(['K301']);
  expect(codes(other)).toEqual([]);
  expect(codes(app)).toEqual([]);
});

it('lists those of outer scopes first, and each scope in the order it was given', () => {
  const { app, shop, cart } = tree();
  allow(cart, 'K412', 'inner');
  allow(shop, 'K301', 'middle');
  allow(app, 'K601', 'outer');
  allow(cart, 'K101', 'inner too');
  expect(allowancesOf(cart).map((allowance) => allowance.reason)).toEqual([
    'outer',
    'middle',
    'inner',
    'inner too',
  ]);
  expect(allowancesIn(app).map((allowance) => allowance.reason)).toEqual([
    'outer',
    'middle',
    'inner',
    'inner too',
  ]);
});

it('gives everyone the same frozen object, with an id of its own', () => {
  const { app, shop, cart } = tree();
  allow(shop, 'K301', 'once');
  allow(shop, 'K301', 'twice');
  allow(cart, 'K301', 'thrice');
  const all = allowancesIn(app);
  expect(all.map((allowance) => allowance.id)).toEqual(['shop#K301', 'shop#K301.2', 'shop/cart#K301']);
  expect(allowancesOf(cart)[0]).toBe(all[0]);
  expect(allowancesOf(cart)[2]).toBe(all[2]);
  expect(all.every((allowance) => Object.isFrozen(allowance))).toBe(true);
});

it('knows the line that allowed it, whether sources are recorded or not', () => {
  const { shop } = tree();
  const line = Number(/:(\d+):\d+\)?$/.exec(new Error().stack?.split('\n')[1] ?? '')?.[1]) + 1;
  allow(shop, 'K301', 'here');
  const span = allowancesOf(shop)[0]?.span;
  expect(span).toMatchObject({ file: 'test/source/allow.test.ts', line });
});

it('names the subtree by its construct path', () => {
  const { app, cart } = tree();
  allow(cart, 'K301', 'here');
  allow(app, 'K302', 'everywhere');
  expect(allowancesOf(cart).map((allowance) => allowance.path)).toEqual(['', 'shop/cart']);
});

it.each(['', '   ', '\n'])('refuses the empty reason %j and names the place', (reason) => {
  const { app, cart } = tree();
  expect(() => allow(cart, 'K301', reason)).toThrow("allow(shop/cart, 'K301'): reason is empty");
  expect(() => allow(app, 'K301', reason)).toThrow("allow(the app, 'K301'): reason is empty");
  expect(allowancesIn(app)).toEqual([]);
});

it.each(['', 'k301', 'K', 'K301 ', 'selector', '301'])('refuses %j, which is no rule code', (code) => {
  const { cart } = tree();
  expect(() => allow(cart, code, 'because')).toThrow(`code ${JSON.stringify(code)} is no rule code`);
});

it.each(['K301', 'ACME7', 'ACME-007', 'X1'])('takes %j', (code) => {
  const { cart } = tree();
  allow(cart, code, 'because');
  expect(allowancesOf(cart)).toHaveLength(1);
});

it('refuses what is no text, as JavaScript callers pass it', () => {
  const { cart } = tree();
  const untyped = allow as (...args: unknown[]) => void;
  expect(() => untyped(cart, 'K301')).toThrow(/reason is empty/);
  expect(() => untyped(cart, 301, 'because')).toThrow(/code 301 is no rule code/);
});
