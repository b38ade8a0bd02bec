/** Loads the profiles, holds the canonical URLs and validates resources. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared"})
@org.jspecify.annotations.NullMarked
package nl.wally.conformance;
