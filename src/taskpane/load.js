// The one script inside the page. Internet Explorer's engine (Office 2016, 2019) runs it too, so it keeps to ES5; there it
// loads nothing and shows what to do instead.
(function () {
  function show(id) {
    document.getElementById('root').style.display = 'none';
    document.getElementById(id).removeAttribute('hidden');
  }
  function load(address) {
    var script = document.createElement('script');
    script.src = address;
    script.async = false;
    script.onerror = function () {
      document.getElementById('missing-file').appendChild(document.createTextNode(address));
      show('incomplete');
    };
    document.body.appendChild(script);
  }
  if (/Trident|MSIE/.test(navigator.userAgent)) return show('old-office');
  // The newest of the built-in functions we use.
  if (!Array.prototype.findLastIndex) return show('old-browser');
  document.body.getAttribute('data-scripts').split(' ').forEach(load);
})();
