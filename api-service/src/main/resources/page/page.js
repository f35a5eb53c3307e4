// What the page does where scripts run; all of it can be done without, only less quickly.
import { reportErrors } from './errors.js';
import { offerCopying } from './copy.js';
import { refreshLive } from './live.js';

reportErrors();
offerCopying(document);
refreshLive();
