import { gunzipSync, gzipSync } from 'node:zlib';

/** The minor versions of the policy that are tried; `latest` is the last. */
export const POLICY_MINORS: readonly number[] = Array.from({ length: 37 }, (_, minor) => minor);
export const CHECKED_LEVELS = ['baseline', 'restricted'] as const;

/** What is said of one pod: by level, then by minor version; empty where the pod is taken. */
export type PodVerdicts = readonly (readonly string[])[];

/** What upstream's evaluator says of the pods that a seed makes. */
export interface PolicyRecord {
  /** The version of k8s.io/pod-security-admission. */
  readonly upstream: string;
  readonly seed: number;
  readonly verdicts: readonly PodVerdicts[];
}

interface Packed {
  readonly upstream: string;
  readonly seed: number;
  readonly texts: readonly string[];
  /** By pod and level: a minor version, the text from there on, the next minor version, ... */
  readonly runs: readonly (readonly (readonly number[])[])[];
}

/** A record as lines of base64: gzip of JSON, in which each text stands once and versions that agree are one. */
export function packPolicyRecord({ upstream, seed, verdicts }: PolicyRecord): string {
  const texts = new Map<string, number>();
  const numberOf = (text: string): number => {
    if (!texts.has(text)) texts.set(text, texts.size);
    return texts.get(text) ?? 0;
  };
  const runs = verdicts.map((levels) =>
    levels.map((minors) =>
      minors.flatMap((text, minor) =>
        minor > 0 && minors[minor - 1] === text ? [] : [minor, numberOf(text)],
      ),
    ),
  );
  const packed: Packed = { upstream, seed, texts: [...texts.keys()], runs };
  const base64 = gzipSync(JSON.stringify(packed), { level: 9 }).toString('base64');
  return base64.replace(/.{1,120}/g, '$&\n');
}

export function unpackPolicyRecord(text: string): PolicyRecord {
  const json = gunzipSync(Buffer.from(text, 'base64')).toString();
  const { upstream, seed, texts, runs } = JSON.parse(json) as Packed;
  const verdicts = runs.map((levels) =>
    levels.map((run) =>
      POLICY_MINORS.map((minor) => {
        let at = 0;
        while (at + 2 < run.length && (run[at + 2] ?? 0) <= minor) at += 2;
        return texts[run[at + 1] ?? 0] ?? '';
      }),
    ),
  );
  return { upstream, seed, verdicts };
}
