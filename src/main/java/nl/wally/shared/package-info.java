/** Words everyone uses: callers, problems and references. No behaviour, no HAPI server classes. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package nl.wally.shared;
