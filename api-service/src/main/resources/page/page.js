// The entry point of the scripts. The pages work without them, only less conveniently.
import { reportErrors } from './errors.js';
import { offerCopying } from './copy.js';
import { refreshLive } from './live.js';

reportErrors();
offerCopying(document);
refreshLive();
// Other pages have no use for it.
if (document.getElementById('numbers')) import('./project.js').then((project) => project.start());
