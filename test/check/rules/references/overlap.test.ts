import { webWorkload } from '../../../../lib/check/rules/references/example/web-workload';
import { checkManifests } from '../../manifests';

const found = (text: string) =>
  checkManifests(text)
    .filter(({ code }) => /^K37[56]/.test(code))
    .map(({ code, severity, title }) => `${code} ${severity} ${title}`);

describe('workloads whose selectors overlap', () => {
  const blue = webWorkload({ name: 'blue' });

  test('are told of once where they select each other, at the later one', () => {
    expect(found(blue + webWorkload({ name: 'green' }))).toEqual([
      'K375 warning Deployment `shop/green` and Deployment `shop/blue` have the same selector',
    ]);
  });

  test('are told of at the one that selects more', () => {
    const narrow = webWorkload({ name: 'canary', labels: 'app: web, track: canary' });
    const one = 'K375 warning Deployment `shop/blue` selects the pods of Deployment `shop/canary` too';
    expect(found(blue + narrow)).toEqual([one]);
    expect(found(narrow + blue)).toEqual([one]);
  });

  test('are another matter where they are one object, or in two namespaces', () => {
    expect(found(blue + blue)).toEqual([]);
    expect(found(blue + webWorkload({ name: 'green' }).replace('shop', 'team'))).toEqual([]);
  });

  test('are no matter where the other finds its pods by no selector', () => {
    expect(found(blue + webWorkload({ kind: 'Job', name: 'green' }))).toEqual([]);
  });

  test('say which label tells them apart', () => {
    const labels = (version: string): string => `app: web, version: ${version}`;
    const [finding] = checkManifests(
      webWorkload({ name: 'blue', selector: 'app: web', labels: labels('v1') }) +
        webWorkload({ name: 'green', selector: 'app: web', labels: labels('v2') }),
    ).filter(({ code }) => code === 'K375');
    expect(finding?.help[0]).toBe('add `version: v2`, which its pods have, to the selector');
  });
});

describe('a Pod made by hand', () => {
  const pod = webWorkload({ kind: 'Pod', name: 'by-hand' });

  test('is taken over by a ReplicaSet, and deleted where there are too many', () => {
    expect(found(pod + webWorkload({ kind: 'ReplicaSet' }))).toEqual([
      'K376 warning ReplicaSet `shop/web` takes over Pod `shop/by-hand`, made by hand',
    ]);
    const two = pod + webWorkload({ kind: 'Pod', name: 'another' });
    expect(found(two + webWorkload({ kind: 'ReplicaSet' }))).toEqual([
      'K376 error ReplicaSet `shop/web` takes over Pod `shop/by-hand` and 1 more, made by hand',
    ]);
  });

  test('is left alone by a Deployment, and by a StatefulSet unless it has the name of one of its pods', () => {
    expect(found(pod + webWorkload())).toEqual([]);
    const set = webWorkload({ kind: 'StatefulSet', spec: 'serviceName: web' });
    expect(found(pod + set)).toEqual([]);
    expect(found(webWorkload({ kind: 'Pod', name: 'web-0' }) + set)).toHaveLength(1);
  });

  test('that has an owner is left alone', () => {
    const owned = pod.replace(
      '  labels:',
      '  ownerReferences: [{ apiVersion: v1, kind: ConfigMap, name: a, uid: b }]\n  labels:',
    );
    expect(found(owned + webWorkload({ kind: 'ReplicaSet' }))).toEqual([]);
  });
});
