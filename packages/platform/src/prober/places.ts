/** So many may do something at the same time; the others wait in order. */
export interface Places {
  /** Waits for a free place; disposing it frees it again. */
  take(): Promise<Disposable>;
  /** A place that is free now; undefined where none is. */
  tryTake(): Disposable | undefined;
}

/** Makes places, all free. */
export function places(count: number): Places {
  let free = count;
  const waiting: (() => void)[] = [];
  const place: Disposable = {
    [Symbol.dispose]() {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    },
  };
  const tryTake = (): Disposable | undefined => {
    if (free === 0) return undefined;
    free -= 1;
    return place;
  };
  return {
    tryTake,
    async take() {
      const now = tryTake();
      if (now === undefined) await new Promise<void>((go) => waiting.push(go));
      return place;
    },
  };
}
