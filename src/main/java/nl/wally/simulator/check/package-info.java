/** The conformance check for integrators: what a client of the demo region must show, what it sent, and what was right. */
@org.jspecify.annotations.NullMarked
package nl.wally.simulator.check;
