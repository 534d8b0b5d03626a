/** What the cluster does with the examples of the rules about changes, K7xx: what was there before is applied first. */
import { type ApiObject } from '../api';
import { type Observer, type Table } from './consequence';
import { both, count, podsRun, refused, still, taken } from './observers';
import { bindClaims, provisioned } from './provision';
import { type Scene, type Stored } from './scene';

const PROVISIONER = 'the provisioner of volumes';

const READABLE = { unobservable: 'all works: it is about who can read it' };

export const RENDERING: Table = {
  K701: {
    bad: refused(/immutable|Forbidden|may not change|can not be less/i),
    good: taken,
    meanwhile: bindClaims,
    standIn: PROVISIONER,
  },
  K702: {
    bad: refused(/only dynamically provisioned pvc can be resized/),
    good: taken,
    meanwhile: bindClaims,
    standIn: PROVISIONER,
  },
  K703: { bad: refused(/must appear in spec\.versions|storedVersions/), good: taken },
  K704: {
    bad: dataReleased,
    good: still(dataKept),
    meanwhile: bindClaims,
    prune: true,
    standIn: PROVISIONER,
  },
  K705: {
    bad: bystanderGone,
    good: still(bystanderThere),
    async meanwhile(scene) {
      await scene.create(bystander(scene));
    },
    prune: true,
  },
  K706: {
    bad: bystanderGone,
    good: still(bystanderThere),
    async meanwhile(scene) {
      const { apiVersion, kind } = widget(scene);
      const isServed = async (): Promise<boolean> =>
        (await scene.judge.path(apiVersion, kind, scene.namespace)) !== undefined;
      await scene.settles(isServed, 10_000);
      await scene.create(widget(scene));
    },
    prune: true,
  },
  K707: {
    bad: [still(podsAndClaims(1, 3)), podsAndClaims(2, 2)],
    good: provisioned(podsAndClaims(3, 3)),
    async meanwhile(scene) {
      const wanted = (scene.before.find(({ kind }) => kind === 'StatefulSet')?.spec as { replicas: number })
        .replicas;
      const run = provisioned(podsAndClaims(wanted, wanted));
      await scene.settles(async () => (await run(scene)) !== undefined, 20_000);
    },
    standIn: PROVISIONER,
  },
  K708: { bad: both(deployments(2), podsRun), good: both(deployments(1), podsRun) },
  K709: { bad: refused(/cannot use generate name with apply/), good: taken, apply: true },
  K711: READABLE,
  K712: READABLE,
  K713: READABLE,
};

/** What somebody else has put there: a ConfigMap, or a Widget where the example defines those. */
function bystander(scene: Scene): ApiObject {
  const isDefined = scene.before.some(({ kind }) => kind === 'CustomResourceDefinition');
  return isDefined
    ? widget(scene)
    : {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'bystander', namespace: scene.namespaces.get('shop') ?? '' },
      };
}

function widget({ namespace }: Scene): ApiObject {
  return { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'bystander', namespace } };
}

async function bystanderGone(scene: Scene): Promise<string | undefined> {
  const object = bystander(scene);
  if (scene.refusals.length > 0 || (await scene.read(object)) !== undefined) return undefined;
  return `a ${object.kind} that somebody else made is gone`;
}

async function bystanderThere(scene: Scene): Promise<string | undefined> {
  const object = bystander(scene);
  return (await scene.read(object)) === undefined
    ? undefined
    : `a ${object.kind} that somebody else made is there`;
}

/** The phase of the volume that was made for the claim. */
async function volumePhase({ judge, namespace }: Scene): Promise<string | undefined> {
  const { body } = await judge.get(`/api/v1/persistentvolumes/${namespace}-data`);
  return (body as { status?: { phase?: string } }).status?.phase;
}

async function dataReleased(scene: Scene): Promise<string | undefined> {
  const phase = await volumePhase(scene);
  const claims = await scene.list('api/v1', 'persistentvolumeclaims');
  return claims.length === 0 && phase !== 'Bound'
    ? `the claim is gone, its volume of the policy Delete is ${phase ?? 'gone'}`
    : undefined;
}

async function dataKept(scene: Scene): Promise<string | undefined> {
  return (await volumePhase(scene)) === 'Bound' ? 'the volume is Bound' : undefined;
}

function podsAndClaims(pods: number, claims: number): Observer {
  return async (scene) => {
    const running = await scene.list('api/v1', 'pods');
    const bound = await scene.list<Stored & { readonly status?: { readonly phase?: string } }>(
      'api/v1',
      'persistentvolumeclaims',
    );
    const isSo = running.length === pods && bound.length === claims && (await podsRun(scene)) !== undefined;
    return isSo ? `${count(pods, 'pod')}, ${count(claims, 'claim')}` : undefined;
  };
}

function deployments(number: number): Observer {
  return async (scene) => {
    const names = (await scene.list('apis/apps/v1', 'deployments')).map(({ metadata }) => metadata.name);
    return names.length === number ? `there is ${names.join(' and ')}` : undefined;
  };
}
