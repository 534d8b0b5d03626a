import { type ObjectEntry } from '../model/object-entry';

const NONE: readonly never[] = Object.freeze([]);

/** An analysis that looks at every object once, for many rules, and what it has to say of each by topic. */
export class ObjectPass<P> {
  private readonly found = new Map<ObjectEntry, readonly P[]>();
  /** What came of looking at an object where that failed; whoever asks about the object is told. */
  private readonly thrown = new Map<ObjectEntry, unknown>();
  private readonly byTopic = new Map<string, Set<ObjectEntry>>();

  constructor(
    private readonly entries: readonly ObjectEntry[],
    look: (entry: ObjectEntry) => readonly P[],
    topicOf: (problem: P) => string,
  ) {
    for (const entry of entries) {
      try {
        const problems = look(entry);
        if (problems.length > 0) this.keep(entry, problems, topicOf);
      } catch (error) {
        this.thrown.set(entry, error);
      }
    }
  }

  /** The objects of which there is something to say on a topic, in order; and those that could not be looked at. */
  having(topic: string): readonly ObjectEntry[] {
    const some = this.byTopic.get(topic);
    if (this.thrown.size === 0) return some === undefined ? NONE : [...some];
    return this.entries.filter((entry) => this.thrown.has(entry) || some?.has(entry));
  }

  /**
   * All that there is to say of an object.
   *
   * @throws what was thrown when it was looked at
   */
  of(entry: ObjectEntry): readonly P[] {
    if (this.thrown.has(entry)) throw this.thrown.get(entry);
    return this.found.get(entry) ?? NONE;
  }

  private keep(entry: ObjectEntry, problems: readonly P[], topicOf: (problem: P) => string): void {
    this.found.set(entry, problems);
    for (const problem of problems) {
      const topic = topicOf(problem);
      const entries = this.byTopic.get(topic);
      if (entries === undefined) this.byTopic.set(topic, new Set([entry]));
      else entries.add(entry);
    }
  }
}
