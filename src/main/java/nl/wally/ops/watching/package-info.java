/** The doors of whoever runs the server: probes and the version for everybody, health and metrics on a port of their own. */
@org.jspecify.annotations.NullMarked
package nl.wally.ops.watching;
