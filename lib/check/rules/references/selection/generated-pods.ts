import { groupBy } from '../../../../model/group-by';
import { type PodSource } from '../../../../model/object-set';
import { oncePer } from '../../../../model/once-per';
import { generatingKinds, isGeneratedByName, mayGenerateLabel } from './generated-labels';

/** Some pods, by the labels that their controllers may give them. */
class GeneratedPods {
  private readonly labelled = new Map<string, ReadonlyMap<string | undefined, readonly PodSource[]>>();
  private readonly generating = new Map<string, readonly PodSource[]>();
  private readonly found = new Map<string, readonly PodSource[]>();
  private byName: ReadonlyMap<string, readonly PodSource[]> | undefined;

  constructor(private readonly pods: readonly PodSource[]) {}

  /** Those that have a label with one of these values, or may get it. The same list for the same question. */
  meeting(key: string, values: readonly string[]): readonly PodSource[] {
    const at = JSON.stringify([key, values]);
    let found = this.found.get(at);
    if (found === undefined) {
      found = this.find(key, values);
      this.found.set(at, found);
    }
    return found;
  }

  private find(key: string, values: readonly string[]): readonly PodSource[] {
    const own = values.flatMap((value) => this.having(key).get(value) ?? []);
    const made = isGeneratedByName(key)
      ? values.flatMap((value) => this.madeFor(key, value))
      : values.length === 0
        ? []
        : this.generators(key);
    if (own.length === 0 && !isGeneratedByName(key)) return made;
    return [...new Set([...own, ...made])].sort((a, b) => a.entry.position - b.entry.position);
  }

  private having(key: string): ReadonlyMap<string | undefined, readonly PodSource[]> {
    let known = this.labelled.get(key);
    if (known === undefined) {
      const some = this.pods.filter(({ template }) => Object.hasOwn(template.labels, key));
      known = groupBy(some, ({ template }) => template.labels[key]);
      this.labelled.set(key, known);
    }
    return known;
  }

  private generators(key: string): readonly PodSource[] {
    let known = this.generating.get(key);
    if (known === undefined) {
      const kinds = generatingKinds(key);
      known = this.pods.filter(({ entry }) => kinds.includes(entry.kind));
      this.generating.set(key, known);
    }
    return known;
  }

  /** Of a label that begins with the name of what it comes of: that name ends before some `-`, or is all of it. */
  private madeFor(key: string, value: string): readonly PodSource[] {
    this.byName ??= groupBy(this.pods, ({ entry }) => entry.name);
    const names = [value];
    for (let at = value.indexOf('-'); at !== -1; at = value.indexOf('-', at + 1))
      names.push(value.slice(0, at));
    return names
      .flatMap((name) => this.byName?.get(name) ?? [])
      .filter((pod) => mayGenerateLabel(pod, key, value));
  }
}

/** Made once for a list of pods. */
export const generatedPods = oncePer((pods: readonly PodSource[]) => new GeneratedPods(pods));
