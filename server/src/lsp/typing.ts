/** Knows whether somebody types. */
export class Typing {
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Whether a key was pressed a moment ago. */
  get goesOn(): boolean {
    return this.timer !== undefined;
  }

  /** A key was pressed. */
  typed(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = undefined;
    }, NEXT_KEY);
  }
}

/** In so many milliseconds somebody who types presses another key. */
const NEXT_KEY = 300;
