/** Words everyone uses: callers, problems, references, and the form of our tables. No behaviour, no HAPI server classes. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package nl.wally.shared;
