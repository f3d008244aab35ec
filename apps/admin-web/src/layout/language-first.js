// Runs before anything is painted, see language-first.ts. Whoever reads has chosen, or the host has, or the browser says.
(function () {
  var root = document.documentElement;
  var asked = [root.dataset.language].concat(navigator.languages || []);
  try {
    asked.unshift(localStorage.getItem('mailroom-language'));
  } catch {
    // A browser that keeps no storage keeps no choice.
  }
  var known = asked.map(function (tag) {
    return /^(en|de)\b/i.exec(tag || '');
  });
  var found = known.filter(Boolean)[0];
  root.lang = found ? found[1].toLowerCase() : 'en';
  // What the first page says, asked for now and not when its script has been read.
  var words = document.currentScript.dataset[root.lang] || '';
  words.split(' ').forEach(function (file) {
    var link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = file;
    if (file) document.head.append(link);
  });
})();
