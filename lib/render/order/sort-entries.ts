import { type Entry } from '../entry';
import { BinaryHeap } from './binary-heap';
import { installClass } from './install-class';

/** A vertex of the order: an object, or the meeting point of all that provide a key and all that need it. */
interface Vertex {
  readonly entry: Entry | undefined;
  readonly rank: number;
  /** Who waits for this vertex, and whether only because someone said so. */
  readonly after: { vertex: Vertex; told: boolean }[];
  /** How many it still waits for: what it needs, and what it was told to follow. */
  needed: number;
  told: number;
  done: boolean;
}

/**
 * Puts objects into the order in which they are applied: what others need first, then what was told
 * (`dependsOn`), then by install class, then as given. An explicit dependency that contradicts a need gives
 * way, and so does one that closes a circle: cdk8s makes every chart depend on the charts within it, also on
 * those that live in a namespace which the outer chart makes.
 *
 * Time is linear in objects, needs and dependencies, times the logarithm of the number of objects.
 */
export function sortEntries(entries: readonly Entry[]): Entry[] {
  if (isLoose(entries)) return sortByRank(entries);
  const vertices = entries.map((entry) => vertexOf(entry));
  connectNeeds(vertices);
  connectDependencies(vertices);

  const ready = new BinaryHeap<Vertex>(byRank);
  const told = new BinaryHeap<Vertex>(byRank);
  const enqueue = (vertex: Vertex): void => {
    if (vertex.needed === 0 && vertex.told === 0) ready.push(vertex);
    else if (vertex.needed === 0 && vertex.entry) told.push(vertex);
  };
  for (const vertex of vertices) enqueue(vertex);

  const sorted: Entry[] = [];
  for (let next = ready.pop() ?? told.pop(); next; next = ready.pop() ?? told.pop()) {
    const open = [next];
    for (let vertex = open.pop(); vertex; vertex = open.pop()) {
      if (vertex.done) continue;
      vertex.done = true;
      if (vertex.entry) sorted.push(vertex.entry);
      for (const { vertex: waiting, told: onlyTold } of vertex.after) {
        if (onlyTold) waiting.told--;
        else waiting.needed--;
        // A meeting point takes no place of its own.
        if (!waiting.entry && waiting.needed === 0 && waiting.told === 0) open.push(waiting);
        else enqueue(waiting);
      }
    }
  }
  return sorted;
}

/** Whether nothing is said of the order, and nothing provides what another could need: as in most files. */
function isLoose(entries: readonly Entry[]): boolean {
  return entries.every(({ provides, dependsOn }) => provides.length === 0 && dependsOn.length === 0);
}

function sortByRank(entries: readonly Entry[]): Entry[] {
  return entries
    .map((entry) => ({ entry, rank: rankOf(entry) }))
    .sort((a, b) => a.rank - b.rank || a.entry.index - b.entry.index)
    .map(({ entry }) => entry);
}

function rankOf({ ref }: Entry): number {
  return installClass(ref.group, ref.kind);
}

function vertexOf(entry?: Entry): Vertex {
  const rank = entry ? rankOf(entry) : 0;
  return { entry, rank, after: [], needed: 0, told: 0, done: false };
}

function byRank(a: Vertex, b: Vertex): number {
  return a.rank - b.rank || (a.entry?.index ?? 0) - (b.entry?.index ?? 0);
}

function connect(first: Vertex, then: Vertex, told: boolean): void {
  first.after.push({ vertex: then, told });
  if (told) then.told++;
  else then.needed++;
}

function connectNeeds(vertices: readonly Vertex[]): void {
  const points = new Map<string, Vertex>();
  for (const vertex of vertices) {
    if (!vertex.entry) continue;
    for (const key of vertex.entry.provides) connect(vertex, pointOf(points, key), false);
  }
  if (points.size === 0) return;
  for (const vertex of vertices) {
    if (!vertex.entry) continue;
    for (const key of vertex.entry.needs) {
      const point = points.get(key);
      if (point) connect(point, vertex, false);
    }
  }
}

function connectDependencies(vertices: readonly Vertex[]): void {
  const points = new Map<string, Vertex>();
  for (const vertex of vertices) {
    for (const path of vertex.entry?.dependsOn ?? []) connect(pointOf(points, path), vertex, true);
  }
  if (points.size === 0) return;
  for (const vertex of vertices) {
    if (!vertex.entry) continue;
    const { path } = vertex.entry.ref;
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
      const scope = path.slice(0, end);
      const point = points.get(scope);
      // What depends on a scope that it lives in follows the rest of that scope.
      if (point && !vertex.entry.dependsOn.includes(scope)) connect(vertex, point, true);
    }
  }
}

function pointOf(points: Map<string, Vertex>, key: string): Vertex {
  const known = points.get(key);
  if (known) return known;
  const point = vertexOf();
  points.set(key, point);
  return point;
}
