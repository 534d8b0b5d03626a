import { type Control } from '../control';
import { podVolumes } from '../pod-volumes';
import { joinQuoted } from '../wording';

/** Upstream: `CheckHostPathVolumes`, k8s.io/pod-security-admission/policy/check_hostPathVolumes.go. */
export const hostPathVolumes: Control = {
  id: 'hostPathVolumes',
  level: 'baseline',
  revisions: [
    {
      since: 0,
      check(_metadata, spec) {
        const found = podVolumes(spec).filter(({ sources }) => sources.includes('hostPath'));
        if (found.length === 0) return undefined;
        const names = found.map(({ name }) => name);
        return {
          reason: 'hostPath volumes',
          detail: `${names.length === 1 ? 'volume' : 'volumes'} ${joinQuoted(names)}`,
          violations: found.map(({ pointer }) => ({ pointer: `${pointer}/hostPath` })),
        };
      },
    },
  ],
};
