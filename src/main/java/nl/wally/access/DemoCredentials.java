package nl.wally.access;

/**
 * There in a demo region only, by the word of module {@code simulator}: only then are shared secrets accepted as proof of who
 * somebody is, and keys of a client that it publishes on this machine.
 */
public final class DemoCredentials {}
