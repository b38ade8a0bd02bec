/** A referral without anybody in it, for a case table (Overlegtafel), and the person's consent to that. */
@org.jspecify.annotations.NullMarked
package nl.wally.worklist.casetable;
