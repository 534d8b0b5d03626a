import { App } from 'cdk8s';
import { KUBERNETES_VERSIONS } from '../../../lib/model/kubernetes-version';
import { refuseName, WIDEST_RULES } from '../../../lib/patterns/manifest/refuse-name';

describe('refuseName', () => {
  test('throws what is wrong, all of it', () => {
    expect(() => refuseName(new App(), 'name', 'A', ['too short', 'too loud'])).toThrow(
      "App '': name is 'A', which is refused: too short; too loud",
    );
    expect(() => refuseName(new App(), 'name', 'a', [])).not.toThrow();
  });

  test('goes by the newest version, which takes the most', () => {
    expect(KUBERNETES_VERSIONS.at(-1)).toBe(WIDEST_RULES);
  });
});
