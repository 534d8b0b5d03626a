import { applyPatch, patchedFields } from '../../../lib/patterns/manifest/patch';

describe('applyPatch', () => {
  // The examples of RFC 7386, appendix A.
  test.each([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [
      ['a', 'b'],
      ['c', 'd'],
      ['c', 'd'],
    ],
    [{ a: 'b' }, ['c'], ['c']],
    [{ a: 'foo' }, 'bar', 'bar'],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [[1, 2], { a: 'b', c: null }, { a: 'b' }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('%j with %j is %j', (target, patch, result) => {
    expect(applyPatch(target, patch)).toEqual(result);
  });

  test('keeps numbers, keys with slashes, and both of its arguments', () => {
    const target = { limits: { cpu: 1 } };
    const patch = { limits: { 'nvidia.com/gpu': 1 }, maxSurge: 3, __proto__: undefined };
    expect(applyPatch(target, patch)).toEqual({ limits: { cpu: 1, 'nvidia.com/gpu': 1 }, maxSurge: 3 });
    expect(target).toEqual({ limits: { cpu: 1 } });
    expect(patch.limits).toEqual({ 'nvidia.com/gpu': 1 });
  });

  test('takes a field that is undefined for one that is not there', () => {
    expect(applyPatch({ a: 1 }, { a: undefined })).toEqual({ a: 1 });
  });
});

describe('patchedFields', () => {
  test('picks fields after the patch', () => {
    expect(patchedFields(['a', 'c'], { a: { b: 1 }, d: 1 }, { a: { b: 2 }, c: 3 })).toEqual({
      a: { b: 2 },
      c: 3,
    });
    expect(patchedFields(['a'], { a: 1 }, undefined)).toEqual({ a: 1 });
  });
});
