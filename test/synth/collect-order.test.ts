import { App } from 'cdk8s';
import fc from 'fast-check';

import { collect } from '../../lib/synth/collect';
import { appPlans, buildPlan } from './random-app';
import { asFiles, stockSynth, type Yield } from './stock-synth';

type Outcome = Yield | 'cycle' | 'no chart';

function outcome(run: () => Yield): Outcome {
  try {
    return run();
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (message.startsWith('Dependency cycle detected')) return 'cycle';
    if (/cannot find a parent chart|is in no chart/.test(message)) return 'no chart';
    throw error;
  }
}

test('random trees yield the files of App.synth, or fail for the same reason', () => {
  const seen = { cycle: 0, 'no chart': 0, numbered: 0, plain: 0 };
  fc.assert(
    fc.property(appPlans(), (plan) => {
      const app = new App();
      buildPlan(app, plan);
      const ours = outcome(() => asFiles(collect(app)));
      const stock = outcome(() => stockSynth((other) => buildPlan(other, plan)));
      expect(ours).toEqual(stock);
      const again = outcome(() => asFiles(collect(app)));
      expect(again).toEqual(ours);
      if (typeof ours === 'string') seen[ours]++;
      else seen[Object.keys(ours.files).some((name) => name.startsWith('0000-')) ? 'numbered' : 'plain']++;
    }),
    { numRuns: Number(process.env['COLLECT_RUNS'] ?? 300), ...(process.env['COLLECT_SEED'] ? { seed: Number(process.env['COLLECT_SEED']) } : {}) },
  );
  console.log(seen);
});
