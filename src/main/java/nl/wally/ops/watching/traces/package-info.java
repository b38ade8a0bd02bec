/** Traces of OpenTelemetry, where the operator names a collector; without one nothing of it exists. */
@org.jspecify.annotations.NullMarked
package nl.wally.ops.watching.traces;
