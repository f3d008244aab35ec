// Runs before the first frame, see color-scheme-first.ts. The key is Mantine's own.
(function () {
  var wanted = 'auto';
  try {
    wanted = localStorage.getItem('mantine-color-scheme-value') || wanted;
  } catch {
    // A browser that keeps no storage follows the system.
  }
  var dark = wanted === 'dark' || (wanted !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
