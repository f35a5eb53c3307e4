/**
 * Where facts are kept beyond this process's memory: Redis or files, and the codecs that write
 * them. What is damaged or of another schema reads as nothing. Only this room knows Redis.
 */
package dev.blazon.api.lookup.store;
