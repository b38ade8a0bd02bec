/**
 * What the server survives: {@link nl.wally.faults.Load} has clients write over HTTP and retry as the guide tells them to,
 * {@link nl.wally.faults.Ledger} keeps account of what they were told, {@link nl.wally.faults.Fault} breaks something and
 * mends it, and {@link nl.wally.faults.Reckoning} reads everything back. A cut of it in each run, all of it with
 * {@code mvn -Pfaults verify}, which writes docs/reliability.md.
 */
package nl.wally.faults;
