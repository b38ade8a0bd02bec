/** The catcher: where the e-mail of the demo region ends up, to be looked at. */
@org.jspecify.annotations.NullMarked
package nl.wally.simulator.mail;
