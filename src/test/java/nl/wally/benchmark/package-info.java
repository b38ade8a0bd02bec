/** How fast the server is and what an operation costs it: {@code mvn -Pbenchmark verify}, see docs/performance.md. */
package nl.wally.benchmark;
