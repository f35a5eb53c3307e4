/**
 * The disk cache of pictures: bytes under a key, with a time to live and a maximum size. Everything
 * about cache files and damaged, full or shared disks belongs here. It knows nothing of badges,
 * layouts or painters, and none of these may know it.
 */
package dev.blazon.imaging.cache;
