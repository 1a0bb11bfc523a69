/** So many answers are kept: a run asks for the same few files again and again. */
const KEPT = 8;

/**
 * The same pure function of a path and a text, which keeps its last answers: a file that several readers ask for is
 * then read once. Answers must not be changed by who gets them.
 */
export function rememberingLast<A>(
  make: (path: string, text: string) => A,
): (path: string, text: string) => A {
  const answers: { readonly path: string; readonly text: string; readonly answer: A }[] = [];
  return (path, text) => {
    const known = answers.find((one) => one.text === text && one.path === path);
    if (known !== undefined) return known.answer;
    const answer = make(path, text);
    answers.unshift({ path, text, answer });
    answers.length = Math.min(answers.length, KEPT);
    return answer;
  };
}
