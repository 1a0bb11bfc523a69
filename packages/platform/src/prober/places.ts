/** So many may do something at the same time; the others wait in order. */
export interface Places {
  /** Waits for a free place; disposing it frees it again. */
  take(): Promise<Disposable>;
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
  return {
    async take() {
      if (free > 0) free -= 1;
      else await new Promise<void>((go) => waiting.push(go));
      return place;
    },
  };
}
