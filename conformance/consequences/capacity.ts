/** What the cluster does with the examples of the rules about quotas, limits and storage, K4xx. */
import { type Observer, type Table } from './consequence';
import {
  both,
  claimPending,
  claimsBound,
  either,
  eventSays,
  jobsDone,
  OUTSIDE,
  podsOnNodes,
  podsRun,
  refused,
  still,
  taken,
  unschedulable,
  volumeIs,
} from './observers';
import { provisioned } from './provision';
import { countsAll, countsNothing } from './quotas';
import { type Scene, type Stored } from './scene';
import { available, rolledOut, rolloutStands, updated } from './rollouts';
import { claimEachClass, rollOut, rollOutUnready, runCronJobs, scaleToMaximum } from './steps';

const ATTACHES = { unobservable: 'nothing here attaches volumes to nodes' };

/** Admission refuses an object, or a pod that a controller makes of it. */
const denied = (words: RegExp): Observer => either(refused(words), eventSays('FailedCreate', words));

/** A scheduler of 1.28 leaves out nodes without the volume before it looks at any, and has few words for it. */
const VOLUME_ELSEWHERE =
  /didn't match PersistentVolume's node affinity|didn't satisfy plugin VolumeBinding|available: (?:1 node\(s\) didn't match Pod's node affinity\/selector\. )?preemption/;

export const CAPACITY: Table = {
  K401: { bad: denied(/exceeded quota: compute/), good: still(podsRun) },
  K402: { bad: denied(/exceeded quota: compute/), good: still(podsRun) },
  K403: { bad: denied(/exceeded quota: objects/), good: taken },
  K404: { bad: rolloutStands, good: rolledOut, then: rollOut(12), patience: 40_000 },
  K405: {
    bad: denied(/exceeded quota: compute/),
    good: still(podsRun),
    then: scaleToMaximum,
    standIn: 'the load',
  },
  K406: { bad: denied(/failed quota: compute: must specify/), good: still(podsRun) },
  K407: { bad: denied(/exceeded quota: compute/), good: jobsDone, then: runCronJobs },
  // The quota controller looks again every five seconds.
  K408: { bad: still(countsNothing, 8000), good: countsAll },
  K411: { bad: denied(/minimum memory usage per Container/), good: podsRun },
  K412: { bad: denied(/maximum cpu usage per (Pod|Container)/), good: podsRun },
  K413: { bad: denied(/cpu max limit to request ratio per Container/), good: podsRun },
  K414: { bad: denied(/maximum storage usage per PersistentVolumeClaim/), good: taken },
  K415: { bad: defaultsDiffer, good: defaultsAgree },
  K416: { bad: denied(/must be less than or equal to cpu limit/), good: podsRun },
  K430: {
    bad: claimPending('ProvisioningFailed', /"fsat" not found/),
    good: [claimPending('ExternalProvisioning', /ebs\.csi\.aws\.com/), OUTSIDE, OUTSIDE],
  },
  K431: {
    bad: claimPending(),
    good: [claimsBound, claimPending('ExternalProvisioning', /ebs\.csi\.aws\.com/), claimsBound],
  },
  K432: { bad: claimPending(), good: [claimsBound, OUTSIDE] },
  K433: { bad: claimPending(), good: claimsBound },
  K434: { bad: claimPending('FailedBinding', /already bound to a different claim/), good: claimsBound },
  // The rule is about chance, so chance is unkind here: the claim that any volume will do for is made first.
  K435: { bad: claimPending(), good: claimsBound, reversed: true },
  K436: { bad: volumeIs('Available'), good: [volumeIs('Bound'), OUTSIDE], then: claimEachClass },
  K437: { bad: volumeIs('Available'), good: volumeIs('Bound') },
  K438: ATTACHES,
  K439: ATTACHES,
  K440: {
    bad: provisioned(unschedulable(/ReadWriteOncePod/)),
    good: both(provisioned(podsRun), rolledOut),
    async then(scene) {
      await scene.settles(async () => (await provisioned(podsRun)(scene)) !== undefined, 5000);
      await rollOut(12, 0)(scene);
    },
    standIn: 'the provisioner of volumes',
  },
  K441: { unobservable: 'only a kubelet mounts folders of its node' },
  K450: { bad: available(3), good: available(4), then: rollOutUnready },
  K451: { bad: available(2), good: available(3), then: rollOutUnready },
  K452: {
    bad: unschedulable(/didn't have free ports/),
    good: both(podsRun, still(rolledOut)),
    then: rollOutBeside,
  },
  K453: { unobservable: 'only a kubelet waits until a probe begins' },
  K454: { bad: available(0), good: available(1), then: rollOutUnready },
  K455: { bad: still(updated(0)), good: updated(1), then: rollOutUnready },
  K456: { bad: unschedulable(/didn't have free ports/), good: podsRun },
  K470: { bad: unschedulable(/Insufficient cpu/), good: [podsRun, OUTSIDE] },
  K471: { bad: still(noDaemon), good: podsRun },
  K472: {
    bad: unschedulable(/anti-affinity/),
    good: both(podsRun, still(rolledOut)),
    then: rollOutBeside,
  },
  K473: { bad: still(podsOnNodes(2)), good: podsOnNodes(1, 1) },
  K474: { bad: unschedulable(/missing required label/), good: podsRun },
  K475: { bad: unschedulable(/didn't match pod topology spread constraints/), good: podsRun },
  K476: {
    bad: [
      unschedulable(/didn't match pod topology spread constraints/),
      unschedulable(/didn't match pod topology spread constraints/),
      eventSays('FailedScheduling', /didn't match pod topology spread constraints/),
    ],
    good: [both(podsRun, still(rolledOut)), both(podsRun, still(rolledOut)), jobsDone],
    then: rollOutBeside,
  },
  K477: { bad: unschedulable(VOLUME_ELSEWHERE), good: podsRun },
  K478: { bad: unschedulable(VOLUME_ELSEWHERE), good: podsRun },
  K479: {
    bad: unschedulable(/anti-affinity/),
    good: [podsRun, both(podsRun, still(rolledOut))],
    then: rollOutBeside,
  },
  K443: {
    bad: claimPending('ExternalProvisioning', /'hostPath'/),
    good: claimPending('ProvisioningFailed'),
    then: claimEachClass,
  },
};

/** Rolls out once all pods run, if they do: in a rollout new ones are beside the old. */
async function rollOutBeside(scene: Scene): Promise<void> {
  await scene.settles(async () => (await podsRun(scene)) !== undefined, 5000);
  await rollOut(60, 0)(scene);
}

/** The limits that the same pod gets, asked for many times. */
async function defaultsOf({ judge, namespace }: Scene): Promise<readonly string[]> {
  const limits = new Set<string>();
  for (let each = 0; each < 60; each += 1) {
    const verdict = await judge.create(
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'any', namespace },
        spec: { containers: [{ name: 'any', image: 'example.com/any:1.0.0' }] },
      },
      { dryRun: true },
    );
    if (!verdict.accepted) continue;
    const { containers } = verdict.object.spec as {
      containers: readonly { resources: { limits?: { cpu?: string } } }[];
    };
    limits.add(containers[0]?.resources.limits?.cpu ?? 'none');
  }
  return [...limits].sort();
}

async function defaultsDiffer(scene: Scene): Promise<string | undefined> {
  const limits = await defaultsOf(scene);
  return limits.length > 1
    ? `of 60 equal pods, some get the cpu limit ${limits.join(' and some ')}`
    : undefined;
}

async function defaultsAgree(scene: Scene): Promise<string | undefined> {
  const limits = await defaultsOf(scene);
  return limits.length === 1 ? `60 equal pods get the cpu limit ${limits.join()}` : undefined;
}

async function noDaemon(scene: Scene): Promise<string | undefined> {
  const [daemons] = scene.ofKind('DaemonSet');
  const stored =
    daemons &&
    (await scene.read<
      Stored & {
        readonly status?: { readonly observedGeneration?: number; readonly desiredNumberScheduled: number };
      }
    >(daemons));
  const { observedGeneration, desiredNumberScheduled } = stored?.status ?? {};
  return observedGeneration !== undefined && desiredNumberScheduled === 0
    ? 'desiredNumberScheduled is 0'
    : undefined;
}
