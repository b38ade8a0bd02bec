/** Keeps on record what happened, so that whoever changes or removes any of it is found (NEN 7513). */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "conformance", "fhir"})
@org.jspecify.annotations.NullMarked
package nl.wally.audit;
