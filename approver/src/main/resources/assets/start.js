// Loaded before the page shows, so that what needs JavaScript does not flash.
document.documentElement.classList.add('js');
