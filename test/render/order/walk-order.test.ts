import { compareWalkOrder } from '../../../lib/render/order/walk-order';

describe('compareWalkOrder', () => {
  it('descends into a folder where its name stands among the files', () => {
    const walked = ['00-shared.yaml', 'a/x.yaml', 'a/z/y.yaml', 'a-b.yaml', 'a.yaml', 'b.yaml', 'zz/a.yaml'];
    expect([...walked].reverse().sort(compareWalkOrder)).toEqual(walked);
  });
});
