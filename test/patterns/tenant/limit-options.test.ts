import { App } from 'cdk8s';
import { limitRangeSpec } from '../../../lib/patterns/tenant/limit-options';

describe('limitRangeSpec', () => {
  test('has an entry for each type that is bounded', () => {
    expect(
      limitRangeSpec(new App(), {
        container: { default: { cpu: 1 }, defaultRequest: { cpu: '500m' }, min: { memory: '1Mi' }, max: {} },
        pod: { max: { cpu: 4 }, maxLimitRequestRatio: { memory: '2' } },
        claim: { min: { storage: '1Gi' } },
      }),
    ).toEqual({
      limits: [
        {
          type: 'Container',
          default: { cpu: 1 },
          defaultRequest: { cpu: '500m' },
          min: { memory: '1Mi' },
          max: {},
        },
        { type: 'Pod', max: { cpu: 4 }, maxLimitRequestRatio: { memory: '2' } },
        { type: 'PersistentVolumeClaim', min: { storage: '1Gi' } },
      ],
    });
    expect(limitRangeSpec(new App(), {})).toEqual({ limits: [] });
  });

  test('refuses an amount that is none where the user wrote it', () => {
    expect(() => limitRangeSpec(new App(), { claim: { max: { storage: '1GB' as '1' } } })).toThrow(
      "App '': limits.claim.max['storage'] is refused: \"1GB\" is not a quantity",
    );
  });
});
