/** How a HIS launches the referral form: by SMART App Launch, or by a signed message that its browser sends. */
@org.jspecify.annotations.NullMarked
package nl.wally.referring.launch;
