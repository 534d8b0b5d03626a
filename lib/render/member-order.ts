import { type JsonObject } from '../model/json-value';
import { KeyForm } from './key-form';

/**
 * What is known of the objects that have the same keys, set in the same order: a node for each key on
 * the way from {@link root}. Manifests are made of a few hundred shapes, so that ordering the members
 * of an object mostly means to walk along its keys.
 */
class Shape {
  private readonly next = new Map<string, Shape>();
  /** What followed last, which is what follows next more often than not. */
  private lastKey = '';
  private last: Shape | undefined;
  private orders: Partial<Record<'customary' | 'free', readonly KeyForm[]>> = {};

  constructor(private readonly forms: readonly KeyForm[]) {}

  follow(key: string): Shape {
    if (key === this.lastKey && this.last !== undefined) return this.last;
    let shape = this.next.get(key);
    if (shape === undefined) {
      shape = new Shape([...this.forms, keyFormOf(key)]);
      this.next.set(key, shape);
      rememberedKeys += shape.forms.length;
    }
    this.lastKey = key;
    this.last = shape;
    return shape;
  }

  customaryOrder(): readonly KeyForm[] {
    return (this.orders.customary ??= this.forms.toSorted((a, b) => a.rank - b.rank || byCodeUnit(a, b)));
  }

  freeOrder(): readonly KeyForm[] {
    return (this.orders.free ??= this.forms.toSorted(byCodeUnit));
  }
}

const byCodeUnit = (a: KeyForm, b: KeyForm): number => (a.key < b.key ? -1 : 1);

/** Keys that people make up, in data and labels, could fill the memory; then all is forgotten. */
const MAX_REMEMBERED_KEYS = 20_000;
/** An object with more keys is a table of data, whose like does not come again. */
const LARGEST_SHAPE = 40;

let rememberedKeys = 0;
let root = new Shape([]);
const keyForms = new Map<string, KeyForm>();

function keyFormOf(key: string): KeyForm {
  let form = keyForms.get(key);
  if (form === undefined) {
    form = new KeyForm(key);
    keyForms.set(key, form);
    rememberedKeys++;
  }
  return form;
}

/**
 * The keys of the object in the order in which they are written; `freeKeys` says that people chose
 * them. Members that are undefined are among them.
 */
export function orderMembers(object: JsonObject, freeKeys: boolean): readonly KeyForm[] {
  const keys = Object.keys(object);
  if (rememberedKeys > MAX_REMEMBERED_KEYS) {
    rememberedKeys = 0;
    root = new Shape([]);
    keyForms.clear();
  }
  let shape = root;
  if (keys.length > LARGEST_SHAPE) shape = new Shape(keys.map((key) => new KeyForm(key)));
  else for (const key of keys) shape = shape.follow(key);
  return freeKeys ? shape.freeOrder() : shape.customaryOrder();
}
