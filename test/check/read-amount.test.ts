import { readAmount } from '../../lib/check/read-amount';

it('reads text and numbers as the server does', () => {
  expect([' 1Gi ', 2, '500m', '1e3'].map((value) => readAmount(value)?.toString())).toEqual([
    '1Gi',
    '2',
    '500m',
    '1e3',
  ]);
});

it('leaves out what is none, and what is beyond all measure', () => {
  expect([null, true, 'a lot', '1e999999', '1e-999999'].map(readAmount)).toEqual(Array(5).fill(undefined));
});
