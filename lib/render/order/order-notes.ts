import { type Entry } from '../entry';
import { type RenderProblem } from '../render-problem';
import { DEFINES } from './needs';
import { servedWebhooks } from './served-webhooks';

interface SortedFile {
  readonly path: string;
  readonly entries: readonly Entry[];
}

interface Place {
  readonly entry: Entry;
  readonly file: string;
  readonly at: number;
}

/**
 * What a person should know before `kubectl apply -R` of these files, which are given in the order it reads
 * them: custom resources that stand beside their definition, and needs that names out of the ordinary (a
 * chart called `00-a` or `zzz`) sort the wrong way.
 */
export function orderNotes(files: readonly SortedFile[]): RenderProblem[] {
  const places: Place[] = [];
  for (const { path, entries } of files) {
    for (const entry of entries) places.push({ entry, file: path, at: places.length });
  }
  const providers = new Map<string, Place[]>();
  for (const place of places) {
    for (const key of place.entry.provides) {
      const known = providers.get(key);
      if (known) known.push(place);
      else providers.set(key, [place]);
    }
  }
  const notes = webhookNotes(places);
  const defined = new Set<Place>();
  for (const place of places) {
    for (const key of place.entry.needs) {
      for (const provider of providers.get(key) ?? []) {
        if (key.startsWith(DEFINES)) defined.add(provider);
        else if (provider.at > place.at) notes.push(lateNote(place, provider));
      }
    }
  }
  return [...(defined.size > 0 ? [twoRunsNote([...defined])] : []), ...notes];
}

function webhookNotes(places: readonly Place[]): RenderProblem[] {
  const isServed = servedWebhooks(places.map((place) => place.entry));
  const webhook = places.find((place) => isServed(place.entry));
  // No webhook is asked about objects of this group (apiserver, pkg/admission/plugin/webhook/predicates/
  // rules/rules.go, IsExemptAdmissionConfigurationResource).
  const isAsked = ({ entry }: Place): boolean => entry.ref.group !== 'admissionregistration.k8s.io';
  const late = webhook && places.filter((place) => place.at > webhook.at && isAsked(place));
  if (!late || late.length === 0) return [];
  const files = [...new Set([webhook, ...late].map(({ file }) => file))];
  return [
    {
      title: `\`${webhook.file}\` sorts before other files, and holds a webhook that can refuse them until its pods run`,
      objects: [webhook, ...late.slice(0, 4)].map(({ entry }) => entry.ref),
      files,
      help: 'names that start with `zz` sort after the webhooks: choose another, or apply twice',
    },
  ];
}

function twoRunsNote(definitions: readonly Place[]): RenderProblem {
  const files = [...new Set(definitions.map(({ file }) => file))];
  const names = definitions.map(({ entry }) => `crd/${entry.ref.name}`).join(' ');
  const first = files.map((file) => `-f ${file}`).join(' ');
  return {
    title: 'one run of kubectl cannot create both custom resources and their definitions',
    objects: definitions.map(({ entry }) => entry.ref),
    files,
    help:
      `on a cluster without these definitions, in the output folder: \`kubectl apply ${first}\`, ` +
      `\`kubectl wait --for=condition=Established ${names}\`, then \`kubectl apply -R -f .\`; ` +
      'Argo CD and Flux wait by themselves',
  };
}

function lateNote(place: Place, provider: Place): RenderProblem {
  return {
    title: `\`${place.file}\` sorts before \`${provider.file}\`, which holds what it needs`,
    objects: [place.entry.ref, provider.entry.ref],
    files: [place.file, provider.file],
    help: 'names that start with `00` sort before the files that are applied first: choose another, or apply twice',
  };
}
