/** The guide for integrators, served at {@code /ig} and written as a static site, from what the server itself runs on. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "conformance", "workflow", "access"})
@org.jspecify.annotations.NullMarked
package nl.wally.guide;
