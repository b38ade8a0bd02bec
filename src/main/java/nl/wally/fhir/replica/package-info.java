/** Searches that may be a few seconds behind are found in a copy of the database; what they show is read where it is written. */
@NullMarked
package nl.wally.fhir.replica;

import org.jspecify.annotations.NullMarked;
