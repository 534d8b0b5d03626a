import { App } from 'cdk8s';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { check } from '../../lib/check/check';
import { type Diagnostic } from '../../lib/diagnostics/diagnostic';
import { renderText } from '../../lib/diagnostics/text/render-text';
import { allow } from '../../lib/source/allow';
import { allowancesIn } from '../../lib/source/allowances';
import { recordSources } from '../../lib/source/record-sources';
import { collect } from '../../lib/synth/collect';
import { toObjectSet } from '../../lib/synth/to-object-set';
import { Ops } from './examples/charts/ops';
import { Shop } from './examples/charts/shop';
import { createApi } from './examples/charts/team-a';
import { createTenant } from './examples/charts/tenants';

/** As the root of a project. */
const ROOT = join(__dirname, 'examples');
const readSource = (file: string): string | undefined =>
  existsSync(join(ROOT, file)) ? readFileSync(join(ROOT, file), 'utf8') : undefined;

function checkApp(build: (app: App) => void): {
  readonly text: string;
  readonly found: readonly Diagnostic[];
} {
  const stop = recordSources();
  try {
    const app = new App();
    build(app);
    const set = toObjectSet([collect(app)], ROOT);
    // Of each chart only its mistake is looked at.
    const severities = { K606: 'off', K608: 'off' } as const;
    const found = check(set, { allowances: allowancesIn(app), severities });
    return { found, text: renderText({ diagnostics: found, objects: set.size }, { readSource }) };
  } finally {
    stop();
  }
}

/** The findings by which the format of diagnostics was designed, on charts as people write them. */
describe('charts with a mistake each', () => {
  it('K214: a schedule of six fields', () => {
    expect(checkApp((app) => new Ops(app)).text).toMatchSnapshot();
  });

  it('K301 and K305: a selector that is misspelled, and the port of the container', () => {
    expect(checkApp((app) => new Shop(app)).text).toMatchSnapshot();
  });

  it('K321 and K412: a resource by its singular, and more CPUs than the tenant permits', () => {
    expect(checkApp((app) => createApi(createTenant(app))).text).toMatchSnapshot();
  });

  it('are accepted where they are allowed', () => {
    const { found } = checkApp((app) => {
      const shop = new Shop(app);
      allow(shop, 'K301', 'an operator makes the pods of cart');
      allow(shop.node.findChild('ingress'), 'K305', 'the controller takes the targetPort');
      allow(new Ops(app), 'K301', 'there is no Service here');
    });
    expect(found.map(({ code, title }) => `${code} ${title}`)).toEqual([
      'K214 CronJob `ops/backup` has a schedule of six fields',
      'K002 the allowance of K301 at `ops` silences nothing',
    ]);
  });
});
