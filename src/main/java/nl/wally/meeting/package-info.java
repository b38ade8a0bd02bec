/** The quarterly meeting of a practice and its Wally (W-11): planned, reminded of, and with its agenda. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "conformance", "fhir", "team", "notification"})
@org.jspecify.annotations.NullMarked
package nl.wally.meeting;
