/**
 * How strong each key of some words is, and which word has it best; keys are numbers from 0. It is made once and filled
 * again for each text: clearing costs nothing.
 */
export class KeyStrengths {
  private readonly strengths: Float64Array;
  private readonly sources: string[];
  /** By key: the filling that it belongs to. */
  private readonly fillings: Int32Array;
  private filling = 1;
  private readonly filled: number[] = [];

  /** @param count how many keys there are */
  constructor(count: number) {
    this.strengths = new Float64Array(count);
    this.sources = new Array<string>(count).fill('');
    this.fillings = new Int32Array(count);
  }

  clear(): void {
    this.filling++;
    this.filled.length = 0;
  }

  /** Takes note of a key, unless it is there as strong already. */
  raise(key: number, strength: number, source: string): void {
    if (strength > this.strengthOf(key)) {
      if (this.fillings[key] !== this.filling) {
        this.fillings[key] = this.filling;
        this.filled.push(key);
      }
      this.strengths[key] = strength;
      this.sources[key] = source;
    }
  }

  /** The keys that are there. */
  all(): readonly number[] {
    return this.filled;
  }

  /** 0 for a key that is not there. */
  strengthOf(key: number): number {
    return this.fillings[key] === this.filling ? (this.strengths[key] ?? 0) : 0;
  }

  /** The word that has the key best. */
  sourceOf(key: number): string {
    return this.sources[key] ?? '';
  }

  /** Forgets the keys for which a condition does not hold. */
  keepOnly(holds: (key: number) => boolean): void {
    for (const key of this.filled) {
      if (!holds(key)) {
        this.strengths[key] = 0;
      }
    }
  }
}
