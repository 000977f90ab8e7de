/**
 * How strong each key of some words is, and which word has it best; keys are numbers from 0. It is made once and filled
 * again for each text.
 */
export class KeyStrengths {
  /** 0 for a key that is not there. */
  private readonly strengths: Float64Array;
  private readonly sources: string[];
  private readonly filled: number[] = [];

  /** @param count how many keys there are */
  constructor(count: number) {
    this.strengths = new Float64Array(count);
    this.sources = new Array<string>(count).fill('');
  }

  clear(): void {
    for (const key of this.filled) {
      this.strengths[key] = 0;
    }
    this.filled.length = 0;
  }

  /** Takes note of a key, unless it is there as strong already. */
  raise(key: number, strength: number, source: string): void {
    const present = this.strengthOf(key);
    if (strength > present) {
      if (present === 0) {
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
    return this.strengths[key] ?? 0;
  }

  /** The word that has the key best. */
  sourceOf(key: number): string {
    return this.sources[key] ?? '';
  }

  /** Forgets the strengths of keys for which a condition does not hold. */
  keepOnly(holds: (key: number) => boolean): void {
    for (const key of this.filled) {
      if (!holds(key)) {
        this.strengths[key] = 0;
      }
    }
  }
}
