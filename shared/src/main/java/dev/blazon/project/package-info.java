/** Names of projects (PEP 503), the key that all services agree on. */
package dev.blazon.project;
