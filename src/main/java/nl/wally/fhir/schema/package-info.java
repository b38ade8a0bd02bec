/** Brings the database to the state this release needs, before anything uses it. */
@org.jspecify.annotations.NullMarked
package nl.wally.fhir.schema;
