/**
 * Named and custom logos: found, made safe, and rasterised. What a stranger sends is checked
 * against an allow-list and written anew. Only this room knows Batik.
 */
package dev.blazon.imaging.logo;
