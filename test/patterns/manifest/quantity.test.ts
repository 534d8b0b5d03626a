import { App } from 'cdk8s';
import { Quantity } from '../../../lib/model/quantity';
import { wireQuantity } from '../../../lib/patterns/manifest/quantity';

describe('wireQuantity', () => {
  test('keeps what the user wrote', () => {
    expect(['1.50Gi', 2, Quantity.parse('1024Ki')].map((each) => wireQuantity(each as '1', 'q'))).toEqual([
      '1.50Gi',
      2,
      '1Mi',
    ]);
  });

  test('names the construct where there is one', () => {
    expect(() => wireQuantity(-1, 'size')).toThrow(/^size: -1 is below zero/);
    expect(() => wireQuantity(-1, 'size', new App())).toThrow("App '': size is refused: -1 is below zero");
  });
});
