import { App } from 'cdk8s';
import { Construct } from 'constructs';
import { PropertyError } from '../../lib/patterns/property-error';

describe('PropertyError', () => {
  test('names construct, property, problem and fix', () => {
    class Shop extends Construct {}
    const shop = new Shop(new Construct(new App(), 'area'), 'shop');
    const error = new PropertyError(shop, 'replicas', 'is -1', 'write 0 or more');
    expect(error.message).toBe("Shop 'area/shop': replicas is -1; write 0 or more");
    expect(error).toMatchObject({ name: 'PropertyError', construct: shop, property: 'replicas' });
    expect(new PropertyError(shop, 'replicas', 'is -1').message).toBe("Shop 'area/shop': replicas is -1");
  });
});
