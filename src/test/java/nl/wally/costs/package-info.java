/** What every operation costs, exactly: SQL statements, rows written, runs of the validator, held by {@code costs.csv}. */
package nl.wally.costs;
