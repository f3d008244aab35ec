// How a process of a bench answers over IPC.

/** Says that it is ready, does what it is asked, one thing after the other, and goes when the bench goes. */
export function atYourService(work, greeting = null) {
  process.on('message', ({ name, input }) => {
    void (async () => {
      try {
        process.send({ answer: await work[name](input) });
      } catch (error) {
        process.send({ problem: error.message });
      }
    })();
  });
  process.on('disconnect', () => process.exit(0));
  process.send({ answer: greeting });
}
