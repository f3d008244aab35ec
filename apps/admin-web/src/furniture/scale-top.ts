/** The least of 2, 4, 10, 20, 40, 100… that is not below `most`: where the scale of a chart ends, and half of it is whole. */
export function scaleTop(most: number): number {
  let size = 1;
  for (;;) {
    for (const step of [2, 4, 10]) if (step * size >= most) return step * size;
    size *= 10;
  }
}
